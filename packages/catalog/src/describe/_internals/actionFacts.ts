import type { CatalogService } from '../../_internals/catalogService.ts';
import { ACCESS_LEVELS } from '../../model/accessLevel.ts';
import type { Action } from '../../model/action.ts';
import type { ServiceActions } from '../../model/serviceDescription.ts';
import { wordsFromName } from '../../names/wordsFromName.ts';
import { referenceUrl } from '../../reference/referenceUrl.ts';
import { operationNeeds } from './operationFacts.ts';

/** All that is to be said of the actions of a service. */
export function actionFacts({ prefix, actions }: CatalogService): ServiceActions {
  const namesOf = (some: readonly Action[]): Action['fullName'][] => some.map(({ fullName }) => fullName);
  return {
    all: actions.map((action) => ({
      ...action,
      wordsFromName: wordsFromName({ kind: 'action', name: action.fullName }),
      url: referenceUrl({ kind: 'action', name: action.fullName }) ?? '',
    })),
    byAccessLevel: ACCESS_LEVELS.map((accessLevel) => ({
      accessLevel,
      actions: namesOf(actions.filter(({ accessLevels }) => accessLevels.includes(accessLevel))),
    })).filter((level) => level.actions.length > 0),
    wildcards: wildcards(prefix, actions),
    wildcardOnly: namesOf(actions.filter(({ wildcardOnly }) => wildcardOnly)),
    permissionOnly: namesOf(actions.filter(({ permissionOnly }) => permissionOnly === true)),
    operations: operationNeeds(prefix),
  };
}

/** A verb is what stands before the second capital of a name, as `Describe` of `DescribeTasks`; `Re` is none. */
function wildcards(prefix: string, actions: readonly Action[]): ServiceActions['wildcards'] {
  const counts = new Map<string, number>();
  for (const { name } of actions) {
    const verb = /^[A-Z][a-z]{2,}(?=[A-Z])/.exec(name)?.[0];
    if (verb !== undefined) counts.set(verb, 0);
  }
  // A pattern also matches the names in which its verb is the beginning of a longer word.
  for (const { name } of actions) {
    for (const [verb, count] of counts) if (name.startsWith(verb)) counts.set(verb, count + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
    .map(([verb, count]) => ({ pattern: `${prefix}:${verb}*`, actions: count }));
}
