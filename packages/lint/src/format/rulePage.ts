import { RULES } from '../rules/index.ts';
import type { Rule } from '../rule/rule.ts';

const RULES_PAGE = 'https://policywright.github.io/policywright/lint-rules';

/**
 * The address of the page that describes a rule; `undefined` for one of your own that names none.
 *
 * @param rule - one of `RULES`, or of your own.
 */
export function rulePage(rule: Rule): string | undefined {
  return rule.url ?? (RULES.includes(rule) ? `${RULES_PAGE}#${rule.id}` : undefined);
}
