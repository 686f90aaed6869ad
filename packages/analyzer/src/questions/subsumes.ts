import type { Policy } from '@policywright/policy';
import { ask } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdictOf.ts';

/**
 * Whether one set of identity-based policies allows everything that another allows.
 *
 * @param wide - what may allow more.
 * @param narrow - what must not.
 * @param options - universe, readings and budget.
 * @returns `proved`, or a request that only `narrow` allows.
 */
export function subsumes(
  wide: readonly Policy[],
  narrow: readonly Policy[],
  options: AnalyzerOptions = {},
): Verdict {
  const found = ask(
    [
      { policies: wide, allowed: false },
      { policies: narrow, allowed: true },
    ],
    options,
  );
  return verdictOf(found, options);
}
