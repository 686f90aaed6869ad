import type { Policy, Statement } from '@policywright/policy';
import type { UnknownReason } from '../model/unknownReason.ts';
import { ask } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';

/** Whether statements match whatever another one does. */
export type Covering =
  | { readonly outcome: 'covered'; readonly by: readonly Statement[] }
  | { readonly outcome: 'not-covered' }
  | { readonly outcome: 'unknown'; readonly reasons: readonly UnknownReason[] };

/** What statements are compared with. */
export interface CoveringOptions extends AnalyzerOptions {
  /** The policy that all are part of, for the version of the language. */
  readonly policy: Policy;
}

/**
 * Whether some statements, taken together, match every request that another one matches: an Allow beside which others allow
 * the same, or one that Denies take back. Who asks is not looked at; see `scopeCovers` for that. A statement that no request matches is covered by none.
 *
 * @param statement - the one that may be covered.
 * @param others - those that may cover it.
 * @param options - the policy that all are part of, universe, readings and budget, which is that of each search; there are
 * two more than `others` at most.
 * @returns where it is covered, those of which none could go.
 */
export function coveredBy(
  statement: Statement,
  others: readonly Statement[],
  { policy, ...options }: CoveringOptions,
): Covering {
  const asked = (by: readonly Statement[]): ReturnType<typeof ask> =>
    ask(
      [
        { pattern: { ...policy, statements: [statement] }, allowed: true },
        { pattern: { ...policy, statements: by }, allowed: false },
      ],
      options,
    );
  const found = asked(others);
  if (found.outcome === 'request') return { outcome: 'not-covered' };
  if (found.outcome === 'unknown') return { outcome: 'unknown', reasons: found.reasons };
  // Where none matches the statement itself, it is not for what covers it, and the language may read it in another way:
  // without `Resource`, say, as only the policy of a resource may be.
  if (asked([]).outcome !== 'request') return { outcome: 'not-covered' };
  let by = others;
  for (const one of others) {
    const rest = by.filter((other) => other !== one);
    if (asked(rest).outcome === 'none') by = rest;
  }
  return { outcome: 'covered', by };
}
