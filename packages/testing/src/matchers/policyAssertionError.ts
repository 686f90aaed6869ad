import type { Decision, Explanation } from '@policywright/evaluator';

/** What a failed assertion expected and found. */
export interface PolicyAssertionDetails {
  readonly actual: Decision;
  readonly expected: Decision;
  readonly explanation: Explanation;
}

/** Thrown where policies decide otherwise than a test expects; test runners take it for an assertion. */
export class PolicyAssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly code = 'policy-assertion';
  readonly actual: Decision;
  readonly expected: Decision;
  /** Why the policies decide so. */
  readonly explanation: Explanation;

  /**
   * @param message - what was expected, and the explanation in words.
   * @param details - the same as data.
   */
  constructor(message: string, { actual, expected, explanation }: PolicyAssertionDetails) {
    super(message);
    this.actual = actual;
    this.expected = expected;
    this.explanation = explanation;
  }
}
