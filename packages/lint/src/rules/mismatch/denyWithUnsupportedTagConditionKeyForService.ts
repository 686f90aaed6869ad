import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkTagKeys, tagKeyDoc, tagKeyExamples } from '../_internals/tagKeys.ts';

/** Reports conditions on tags in Deny statements with Action that some actions cannot meet. */
export const denyWithUnsupportedTagConditionKeyForService: Rule = {
  id: 'deny-with-unsupported-tag-condition-key-for-service',
  group: 'mismatch',
  severity: 'warning',
  aliases: { accessAnalyzer: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE' },
  reads: ['Action', 'Condition'],
  get doc(): string {
    return tagKeyDoc('Deny');
  },
  get examples(): RuleExamples {
    return tagKeyExamples('Deny', 'Action');
  },
  check: (context) => checkTagKeys(context, 'Deny'),
};
