import type { Rule } from '../../model/rule.ts';
import { tagKeyNotActionRule } from '../_internals/tagKeyRules.ts';

/** Reports conditions on tags in Deny statements with NotAction that some services cannot meet. */
export const denyNotactionWithUnsupportedTagConditionKeyForService: Rule = tagKeyNotActionRule({
  id: 'deny-notaction-with-unsupported-tag-condition-key-for-service',
  severity: 'warning',
  effect: 'Deny',
});
