import {
  closestNames,
  findConditionKey,
  getService,
  globalConditionKeys,
  type ConditionKey,
} from '@policywright/catalog';
import { notFound, suggest } from './notFound.ts';

/**
 * Finds the condition key that a user means.
 *
 * @param name - the template name, or the key as a policy writes it.
 * @throws CommandError - with the closest keys of its service and of all.
 */
export function conditionKeyOf(name: string): ConditionKey {
  const key = findConditionKey(name);
  if (key !== undefined) return key;
  const own = getService(name.slice(0, Math.max(name.indexOf(':'), 0)))?.conditionKeys ?? [];
  const known = [...own, ...globalConditionKeys];
  const closest = closestNames(
    name,
    known.map((candidate) => candidate.name),
  );
  throw notFound(`the catalog has no condition key \`${name}\``, suggest(closest));
}
