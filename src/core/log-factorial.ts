const logs = [0];

/** The natural logarithm of n!, summed term by term; relative error below 1e-13 up to some ten thousand. */
export function logFactorial(n: number): number {
  for (let next = logs.length; next <= n; next += 1) logs.push((logs[next - 1] ?? 0) + Math.log(next));
  return logs[n] ?? Number.NaN;
}

/** The natural logarithm of the number of ways to choose k of n; minus infinity where there is none. */
export function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? -Infinity : logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
