import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../rule/rule.ts';
import { privateAddresses } from './privateAddresses.ts';

/**
 * Reports private addresses among others.
 *
 * @param negated - whether under `NotIpAddress`.
 */
export function* checkPrivateSubset(context: LintContext, negated: boolean): Iterable<Report> {
  for (const { privates, all } of privateAddresses(context, negated)) {
    if (all) continue;
    for (const { text, pointer } of privates) {
      yield {
        pointer,
        message: `found the private address ${quote(text)} for \`aws:SourceIp\``,
        help: 'remove it',
      };
    }
  }
}
