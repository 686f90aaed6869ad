import type { CatalogService } from '../../_internals/catalogService.ts';
import type { Action } from '../../model/action.ts';
import type { TagFacts } from '../../model/serviceDescription.ts';

/** What policies can ask of the tags of a service's resources and requests (rule S182). */
export function tagFacts({ actions, conditionKeys, resourceTypes }: CatalogService): TagFacts {
  const tagging = actions.filter(({ accessLevels }) => accessLevels.includes('Tagging'));
  const onCreate = actions.filter((action) => !tagging.includes(action) && carriesTags(action));
  return {
    keys: conditionKeys.map(({ name }) => name).filter(isTagKey),
    resourceTypes: resourceTypes.map((type) => ({
      name: type.name,
      keys: type.conditionKeys.filter(isTagKey),
    })),
    onCreate: onCreate.map(({ fullName }) => fullName),
    tagging: tagging.map(({ fullName }) => fullName),
  };
}

function carriesTags(action: Action): boolean {
  const keys = [action, ...action.resourceTypes].flatMap((item) => item.conditionKeys);
  return keys.some((name) => name.startsWith('aws:RequestTag/') || name === 'aws:TagKeys');
}

/** Keys of tags: `aws:TagKeys`, `aws:RequestTag/${TagKey}`, `ecs:ResourceTag/${TagKey}`, `ssm:resourceTag/tag-key`. */
function isTagKey(name: string): boolean {
  return name === 'aws:TagKeys' || /:(?:request|resource)tag\//i.test(name);
}
