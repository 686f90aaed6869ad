import type { Decision, Request } from '@policywright/evaluator';
import type { PoliciesGiven } from '@policywright/scenario';
import { denials, type DeniedOptions } from './expectDenied.ts';
import { describe, reachVerdict, type Expectation } from './verdict.ts';

/** What a matcher answers, as vitest and Jest want it. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual: Decision;
  readonly expected: Decision;
}

/**
 * The matchers `toAllow` and `toDeny`, to be given to `expect.extend` of vitest or Jest.
 *
 * @throws PolicyDocumentError - with the diagnostics, where what stands in `expect(...)` holds no policy.
 */
export const policyMatchers: {
  readonly toAllow: (policies: PoliciesGiven, request: Request) => MatcherResult;
  readonly toDeny: (policies: PoliciesGiven, request: Request, options?: DeniedOptions) => MatcherResult;
} = {
  toAllow: (policies, request) => match({ policies, request, wanted: ['Allow'] }),
  toDeny: (policies, request, options = {}) => match({ policies, request, wanted: denials(options) }),
};

/**
 * The matchers as seen on `expect(policies)`. `@policywright/testing/vitest` adds them to vitest's types; for Jest:
 * `declare module 'expect' { interface Matchers<R> extends PolicyMatchers<R> {} }`.
 */
export interface PolicyMatchers<Returned = void> {
  /** The policies allow the request. */
  toAllow(request: Request): Returned;
  /** The policies deny the request, by a statement that denies or for want of one that allows. */
  toDeny(request: Request, options?: DeniedOptions): Returned;
}

function match(expectation: Expectation): MatcherResult {
  const verdict = reachVerdict(expectation);
  const { wanted } = expectation;
  const positive = wanted.join(' or ');
  return {
    pass: verdict.fulfilled,
    // With `.not`, the message is asked for where the expectation is fulfilled.
    message: () => describe(verdict.fulfilled ? `not ${positive}` : positive, verdict),
    actual: verdict.explanation.decision,
    expected: wanted[0],
  };
}
