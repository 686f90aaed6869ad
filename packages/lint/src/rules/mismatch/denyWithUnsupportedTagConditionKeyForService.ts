import type { Rule } from '../../model/rule.ts';
import { tagKeyRule } from '../_internals/tagKeyRules.ts';

/** Reports conditions on tags in Deny statements with Action that some actions cannot meet. */
export const denyWithUnsupportedTagConditionKeyForService: Rule = tagKeyRule({
  id: 'deny-with-unsupported-tag-condition-key-for-service',
  severity: 'warning',
  effect: 'Deny',
});
