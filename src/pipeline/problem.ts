/**
 * A problem is data: where it is, what was expected, what was found, what to do.
 * Rendering is separate (render-problem.ts); all problems of a build are reported together.
 */
export interface Problem {
  /** Stable identifier of the kind, such as `digest-mismatch`. */
  readonly code: string;
  /** File, relative to the project root where it is inside. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based column of the text, for prose and code. */
  readonly column?: number;
  /** Characters from the column on that are at fault; one where nothing is said. */
  readonly length?: number;
  /** Name of the field or data column that is concerned. */
  readonly field?: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** The next step, as an imperative sentence. */
  readonly hint?: string;
  /** The line of the file, shown with carets under `column`. */
  readonly excerpt?: string;
  /** Technical detail (a stack), printed only when asked for. */
  readonly detail?: string;
}

/** Thrown when a build cannot go on; carries every problem found so far. */
export class BuildProblems extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'BuildProblems';
    this.problems = problems;
  }
}
