import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkTagKeys, tagKeyDoc, tagKeyExamples } from '../_internals/tagKeys.ts';

/** Reports conditions on tags in Allow statements with Action that some actions cannot meet. */
export const allowWithUnsupportedTagConditionKeyForService: Rule = {
  id: 'allow-with-unsupported-tag-condition-key-for-service',
  group: 'mismatch',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE' },
  reads: ['Action', 'Condition'],
  get doc(): string {
    return tagKeyDoc('Allow');
  },
  get examples(): RuleExamples {
    return tagKeyExamples('Allow', 'Action');
  },
  check: (context) => checkTagKeys(context, 'Allow'),
};
