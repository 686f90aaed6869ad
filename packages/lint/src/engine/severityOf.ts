import type { LintOptions } from '../model/options.ts';
import { isAtLeast, type Severity } from '../model/severity.ts';

/** The severity of a rule for this run, or `undefined` where it does not run or is below the minimum. */
export function severityOf(
  rule: { readonly id: string; readonly severity: Severity; readonly optIn?: boolean },
  options: Pick<LintOptions, 'rules' | 'minimumSeverity'>,
): Severity | undefined {
  const { rules = {}, minimumSeverity = 'info' } = options;
  const named = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  const severity = named ?? (rule.optIn === true ? 'off' : rule.severity);
  return severity === 'off' || !isAtLeast(severity, minimumSeverity) ? undefined : severity;
}
