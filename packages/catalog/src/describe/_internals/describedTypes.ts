import type { CatalogService } from '../../_internals/catalogService.ts';
import type { DescribedType } from '../../model/serviceDescription.ts';
import { wordsFromName } from '../../names/wordsFromName.ts';
import { referenceUrl } from '../../reference/referenceUrl.ts';

/** The resource types of a service, with the actions that take each. */
export function describedTypes({ prefix, actions, resourceTypes }: CatalogService): readonly DescribedType[] {
  return resourceTypes.map((type) => ({
    ...type,
    wordsFromName: wordsFromName({ kind: 'resourceType', name: type.name }),
    actions: actions
      .filter((action) => action.resourceTypes.some(({ name }) => name === type.name))
      .map(({ fullName }) => fullName),
    url: referenceUrl({ kind: 'resourceType', name: `${prefix}:${type.name}` }) ?? '',
  }));
}
