import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkTagKeysOfNotAction, tagKeyNotActionDoc, tagKeyExamples } from '../_internals/tagKeys.ts';

/** Reports conditions on tags in Allow statements with NotAction that some services cannot meet. */
export const allowNotactionWithUnsupportedTagConditionKeyForService: Rule = {
  id: 'allow-notaction-with-unsupported-tag-condition-key-for-service',
  group: 'mismatch',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE' },
  reads: ['Action', 'Condition'],
  get doc(): string {
    return tagKeyNotActionDoc('Allow');
  },
  get examples(): RuleExamples {
    return tagKeyExamples('Allow', 'NotAction');
  },
  check: (context) => checkTagKeysOfNotAction(context, 'Allow'),
};
