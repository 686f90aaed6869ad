import type { CatalogService } from '../../_internals/catalogService.ts';
import type { Action } from '../../model/action.ts';
import type { ReferencePage } from '../../model/referencePage.ts';
import { referencePageNames, referencePageOf } from '../../overlays/referencePages.ts';
import { referencePage } from './referencePage.ts';

/** The page of AWS's reference that lists an action. */
export function pageOfAction({ service, name }: Action): ReferencePage {
  return referencePage(referencePageOf(service, name));
}

/**
 * The page of AWS's reference that lists a resource type or a condition key: of several, the one with most of the actions
 * that have it, since actions that tag have every type.
 *
 * @param isWith - whether an action has it.
 */
export function pageOfWhat(
  { prefix, actions }: CatalogService,
  isWith: (action: Action) => boolean,
): ReferencePage {
  const names = referencePageNames(prefix);
  const [first = prefix] = names;
  if (names.length === 1) return referencePage(first);
  const counts = new Map(names.map((name) => [name, 0]));
  for (const action of actions.filter(isWith)) {
    const name = referencePageOf(prefix, action.name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return referencePage(names.find((name) => counts.get(name) === most) ?? first);
}
