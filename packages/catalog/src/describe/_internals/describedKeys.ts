import type { CatalogService } from '../../_internals/catalogService.ts';
import type { ActionName } from '../../model/action.ts';
import type { DescribedKey } from '../../model/serviceDescription.ts';
import { relevantKeys } from '../../permissions/relevantKeys.ts';
import { wordsFromName } from '../../names/wordsFromName.ts';
import { referenceUrl } from '../../reference/referenceUrl.ts';

/** The condition keys of a service, its own first, with the actions and the resource types that have each. */
export function describedKeys(service: CatalogService): readonly DescribedKey[] {
  const { prefix, conditionKeys, resourceTypes } = service;
  const carrying = actionsByKey(service);
  const described = conditionKeys.map((key): DescribedKey => ({
    ...key,
    wordsFromName: wordsFromName({ kind: 'conditionKey', name: key.name }),
    own: key.name.startsWith(`${prefix}:`),
    actions: carrying.get(key.name.toLowerCase()) ?? [],
    resourceTypes: resourceTypes
      .filter((type) => type.conditionKeys.includes(key.name))
      .map(({ name }) => name),
    url: referenceUrl({ kind: 'conditionKey', name: key.name, service: prefix }) ?? '',
  }));
  return [...described.filter(({ own }) => own), ...described.filter(({ own }) => !own)];
}

function actionsByKey({ actions }: CatalogService): ReadonlyMap<string, readonly ActionName[]> {
  const carrying = new Map<string, ActionName[]>();
  for (const { fullName } of actions) {
    for (const { key, from } of relevantKeys(fullName) ?? []) {
      if (from === 'global') continue;
      const name = key.name.toLowerCase();
      const known = carrying.get(name);
      if (known === undefined) carrying.set(name, [fullName]);
      else known.push(fullName);
    }
  }
  return carrying;
}
