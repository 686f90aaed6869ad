import { keyTemplate, keyTemplateMatches } from '../_internals/keyTemplate.ts';
import { relevantKeys } from '../permissions/relevantKeys.ts';

/**
 * Whether a request for an action can carry a condition key: one of the action, of a resource of it, or of every request
 * (`relevantKeys` lists them).
 *
 * @param action - the full name in any letter case: `ecs:RunTask`.
 * @param key - the template name, or the key as a policy writes it, in any letter case (rules S73 and S75):
 * `aws:ResourceTag/${TagKey}`, `aws:ResourceTag/team`.
 */
export function canHaveKey(action: string, key: string): boolean {
  const lowerCase = key.toLowerCase();
  return (relevantKeys(action) ?? []).some(({ key: { name } }) =>
    keyTemplateMatches(keyTemplate(name), lowerCase),
  );
}
