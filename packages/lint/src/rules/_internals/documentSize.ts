import { measurePolicy, POLICY_QUOTAS, printJson } from '@policywright/policy';
import type { MeasureOptions, PolicyMeasurement, PolicyQuota } from '@policywright/policy';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../model/rule.ts';

/**
 * Reports a document that is larger than its quota, measured as `measurePolicy` measures (rules S35 to S40): white
 * space is that of the text as written, of a text in one line where there is none. AWS managed policies have no
 * quota.
 *
 * @param context - the document.
 * @param options - which quota, and the limit where the settings say another.
 * @param title - the quota's owner, for the message, such as `a managed policy`.
 */
export function* checkSize(context: LintContext, options: MeasureOptions, title: string): Iterable<Report> {
  const { name, root } = context.policy;
  if (/^arn:[a-z-]+:iam::aws:/.test(name ?? '')) return;
  const text = context.text?.slice(root.start, root.end) ?? printJson(root, 0);
  const [size] = measurePolicy(text, options);
  if (size === undefined || size.remaining >= 0) return;
  yield {
    pointer: '',
    message: `found ${size.used} ${size.unit}${whiteSpaceOf(size)}, more than the ${size.limit} of ${title}`,
    help: helpFor(size),
  };
}

/** What of the size is white space, where it tells the reader something. */
function whiteSpaceOf({ name, whiteSpace }: PolicyMeasurement): string {
  if (whiteSpace === undefined) return ' without white space';
  if (whiteSpace === 0) return '';
  const { consoleStripsWhiteSpace }: PolicyQuota = POLICY_QUOTAS[name];
  const stripped = consoleStripsWhiteSpace === true ? ' that the console would strip' : '';
  return `, ${whiteSpace} of them white space${stripped}`;
}

function helpFor({ name, used, remaining, whiteSpace = 0 }: PolicyMeasurement): string {
  if (remaining + whiteSpace >= 0) return 'save the document without white space between its values';
  const { raisableTo = 0 }: PolicyQuota = POLICY_QUOTAS[name];
  return used <= raisableTo
    ? `shorten lists with wildcards, or have the quota raised, to ${raisableTo} at most, and tell the settings`
    : 'split the document, or shorten lists with wildcards';
}
