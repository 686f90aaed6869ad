import type { Rule } from '../../model/rule.ts';
import { tagKeyRule } from '../_internals/tagKeyRules.ts';

/** Reports conditions on tags in Allow statements with Action that some actions cannot meet. */
export const allowWithUnsupportedTagConditionKeyForService: Rule = tagKeyRule({
  id: 'allow-with-unsupported-tag-condition-key-for-service',
  severity: 'suggestion',
  effect: 'Allow',
});
