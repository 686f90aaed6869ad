import { ask } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdictOf.ts';

/**
 * Whether some policies allow everything that others allow.
 *
 * @param wide - what may allow more.
 * @param narrow - what must not.
 * @param options - universe, readings, caller and budget.
 * @returns `proved`, or a request that only `narrow` allows; `before` and `after` of the witness are the decisions of `wide` and `narrow`.
 */
export function subsumes(wide: Subject, narrow: Subject, options: AnalyzerOptions = {}): Verdict {
  const found = ask(
    [
      { subject: wide, allowed: false },
      { subject: narrow, allowed: true },
    ],
    options,
  );
  return verdictOf(found, options, [wide, narrow]);
}
