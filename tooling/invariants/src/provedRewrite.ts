import { equivalent, minimisePolicy, type Verdict } from '@policywright/analyzer';
import { applyFixes, lintText } from '@policywright/lint';
import { parsePolicy, type Policy } from '@policywright/policy';

/** The ways to write a policy otherwise that are said to keep every decision. */
export const REWRITES = { minimised, fixed } as const;

/** The name of a way. */
export type RewriteName = keyof typeof REWRITES;

/** What came of writing a policy otherwise: nothing, or whether the other one allows the same. */
export type RewriteOutcome = Verdict['verdict'] | 'unchanged';

/**
 * Writes an identity-based policy otherwise and proves that it allows the same, of all requests that the language has.
 *
 * @param text - the document.
 * @param name - the way.
 * @returns what came of it, and the other text.
 */
export function provedRewrite(
  text: string,
  name: RewriteName,
): { readonly outcome: RewriteOutcome; readonly after: string } {
  const before = read(text);
  const after = before === undefined ? text : REWRITES[name](before, text);
  const other = after === text ? undefined : read(after);
  if (before === undefined || other === undefined) return { outcome: 'unchanged', after };
  return { outcome: equivalent([before], [other]).verdict, after };
}

/** As short as it gets; the text itself where nothing can be gained. */
function minimised(policy: Policy, text: string): string {
  const result = minimisePolicy(policy);
  return result.after < result.before ? result.text : text;
}

/** With the fixes of the linter that are said to keep decisions, as often as there are any. */
function fixed(_: Policy, text: string): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = lintText(current, { type: 'identity' });
    const { text: next, applied } = applyFixes(current, findings);
    if (applied.length === 0) break;
    current = next;
  }
  return current;
}

const MOST_ROUNDS = 10;

function read(text: string): Policy | undefined {
  const parsed = parsePolicy(text, { type: 'identity', limits: { maxBytes: Number.POSITIVE_INFINITY } });
  return parsed.ok ? parsed.policy : undefined;
}
