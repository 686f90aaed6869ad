import type { CatalogService } from '../../_internals/catalogService.ts';
import type { ActionName } from '../../model/action.ts';

/** The names that tagging has in most services, whichever the service has: `TagResource`, `RemoveTags`. */
const GENERAL =
  /^(?:(?:un)?tag(?:resources?)?|(?:add|create|put|set|remove|delete|list|get|describe)(?:resource)?tags?(?:(?:to|from|for|on|of)?resources?)?)$/i;

const SENSES = {
  remove: /^(?:untag|remove|delete|change)/i,
  read: /^(?:list|get|describe)/i,
  add: /^(?:tag|add|create|put|set|change|update)/i,
} as const;

/**
 * Finds what tags the resources of a service, for the names that tagging has in other services: `iam:TagResource` stands
 * for `iam:TagRole`, `iam:TagUser` and the others.
 *
 * @param name - what somebody wrote, without prefix.
 * @returns full names; empty where the name is none of tagging in general, or the service has no such actions.
 */
export function taggingActions({ actionTable }: CatalogService, name: string): readonly ActionName[] {
  if (!GENERAL.test(name)) return [];
  const sense = SENSES.remove.test(name) ? 'remove' : SENSES.read.test(name) ? 'read' : 'add';
  return actionTable
    .all()
    .filter(
      (action) =>
        /tag/i.test(action.name) &&
        SENSES[sense].test(action.name) &&
        (sense === 'read') !== action.accessLevels.includes('Tagging'),
    )
    .map(({ fullName }) => fullName);
}
