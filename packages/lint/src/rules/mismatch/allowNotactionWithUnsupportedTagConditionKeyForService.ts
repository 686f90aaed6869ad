import type { Rule } from '../../model/rule.ts';
import { tagKeyNotActionRule } from '../_internals/tagKeyRules.ts';

/** Reports conditions on tags in Allow statements with NotAction that some services cannot meet. */
export const allowNotactionWithUnsupportedTagConditionKeyForService: Rule = tagKeyNotActionRule({
  id: 'allow-notaction-with-unsupported-tag-condition-key-for-service',
  severity: 'suggestion',
  effect: 'Allow',
});
