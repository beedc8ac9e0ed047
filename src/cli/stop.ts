/** How a command ends when it is told to stop: it cleans up after itself, says in what state it leaves things, and goes. */
export const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

const cleanUps: (() => void)[] = [];
let last = '';

/**
 * @param cleanUp called once, before those that were given earlier
 * @param sentence what is said of the state that is left; the latest counts
 */
export function stopCleanly(cleanUp: () => void, sentence: string): void {
  const first = cleanUps.length === 0;
  cleanUps.unshift(cleanUp);
  last = sentence;
  if (!first) return;
  for (const [signal, code] of SIGNALS) {
    process.once(signal, () => {
      for (const each of cleanUps) each();
      process.stderr.write(`\nStopped. ${last}\n`);
      process.exit(code);
    });
  }
}
