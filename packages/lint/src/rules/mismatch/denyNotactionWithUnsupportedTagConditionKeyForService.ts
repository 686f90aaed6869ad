import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkTagKeysOfNotAction, tagKeyNotActionDoc, tagKeyExamples } from '../_internals/tagKeys.ts';

/** Reports conditions on tags in Deny statements with NotAction that some services cannot meet. */
export const denyNotactionWithUnsupportedTagConditionKeyForService: Rule = {
  id: 'deny-notaction-with-unsupported-tag-condition-key-for-service',
  group: 'mismatch',
  severity: 'warning',
  aliases: { accessAnalyzer: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE' },
  reads: ['Action', 'Condition'],
  get doc(): string {
    return tagKeyNotActionDoc('Deny');
  },
  get examples(): RuleExamples {
    return tagKeyExamples('Deny', 'NotAction');
  },
  check: (context) => checkTagKeysOfNotAction(context, 'Deny'),
};
