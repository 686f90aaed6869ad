import type { Range } from '@policywright/policy';

/** What keeps a file from being read; as data, in the form of the diagnostics of the policy reader. */
export interface InputProblem {
  readonly code: 'unreadable-input';
  readonly severity: 'error';
  readonly message: string;
  readonly path: '';
  /** Absent where there is no text to point into. */
  readonly range: Range | undefined;
  readonly help?: string;
}

/** What `inputProblem` is told. */
export interface InputProblemDetails {
  readonly help?: string;
  readonly range?: Range;
}

/**
 * Makes an input problem.
 *
 * @param message - lower case, no final full stop.
 * @param details - how to mend it, and where it is.
 */
export function inputProblem(message: string, { help, range }: InputProblemDetails = {}): InputProblem {
  const problem = { code: 'unreadable-input', severity: 'error', message, path: '', range } as const;
  return help === undefined ? problem : { ...problem, help };
}
