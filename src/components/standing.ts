/** How a hypothesis stands today, in a sentence with the numbers of its threshold. */
import type { Standing } from '../schema/finding.ts';

export function standingSentence({ status, supported_if: supports, refuted_if: refutes }: Standing): string {
  if (supports === undefined || refutes === undefined) return 'Open: no record can answer it yet.';
  switch (status) {
    case 'open':
      return `Open, because neither holds: ${supports}, which would support it; ${refutes}, which would refute it.`;
    case 'supported':
      return `Supported: ${supports}.`;
    case 'refuted':
      return `Refuted: ${refutes}.`;
  }
}
