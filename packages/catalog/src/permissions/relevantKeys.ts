import { serviceOf } from '../_internals/registry.ts';
import { getAction } from '../lookup/getAction.ts';
import type { ConditionKey } from '../model/conditionKey.ts';
import { globalConditionKeys } from '../overlays/globalConditionKeys.ts';

/** A condition key that a request for an action can carry. */
export interface RelevantKey {
  readonly key: ConditionKey;
  /** Why: the action has it, a resource of the action has it, or every service has it. */
  readonly from: 'action' | 'resource' | 'global';
  /** The resource types of the action for which the key is there; empty where it does not depend on the resource. */
  readonly resourceTypes: readonly string[];
}

/**
 * Services whose actions list all keys of a resource type that requests for them have, so that the keys of the type are
 * those of all actions together. For others the keys of the type come on top ("Actions, resources, and condition keys for
 * Amazon EC2", and the same for Amazon ECS, Amazon ElastiCache and AWS Elastic Beanstalk, read 2026-11-30).
 */
const COMPLETE_BY_ACTION: ReadonlySet<string> = new Set(['ec2']);

/** What narrows {@link relevantKeys}. */
export interface RelevantKeysOptions {
  /** The name of a resource type of the action: only keys of requests that name a resource of this type. */
  readonly resourceType?: string;
}

/**
 * Lists the condition keys that a policy can use for an action.
 *
 * For each resource type these are the keys that the reference has for the action and for the type: a request of
 * `ecs:TagResource` has `ecs:cluster` only where it tags a daemon.
 *
 * @param action - the full name in any letter case: `ecs:RunTask`.
 * @returns keys of the action first, then those of its resources, then the global ones that are not among them;
 * `undefined` for an action that the catalog does not have, or a resource type that the action does not have.
 */
export function relevantKeys(
  action: string,
  { resourceType }: RelevantKeysOptions = {},
): readonly RelevantKey[] | undefined {
  const found = getAction(action);
  const service = found === undefined ? undefined : serviceOf(found.service);
  if (found === undefined || service === undefined) return undefined;
  const resources = found.resourceTypes.filter(
    ({ name }) => resourceType === undefined || name.toLowerCase() === resourceType.toLowerCase(),
  );
  if (resourceType !== undefined && resources.length === 0) return undefined;
  const define = (name: string): readonly ConditionKey[] => {
    const key = service.conditionKey(name.toLowerCase());
    return key === undefined ? [] : [key];
  };
  const byAction = found.conditionKeys.flatMap(define);
  const byResource = new Map<string, Set<string>>();
  for (const resource of resources) {
    const type = service.resourceTypes.find((candidate) => candidate.name === resource.name);
    // A resource has tags; whether a request sends some is a matter of the action, whatever the type lists.
    const ofType = COMPLETE_BY_ACTION.has(found.service)
      ? []
      : (type?.conditionKeys ?? []).filter((name) => !isOfRequestTags(name));
    for (const name of [...resource.conditionKeys, ...ofType]) {
      byResource.set(name, (byResource.get(name) ?? new Set()).add(resource.name));
    }
  }
  const own = new Set(found.conditionKeys);
  const ofResources = [...byResource].filter(([name]) => !own.has(name));
  const known = new Set([...own, ...byResource.keys()].map((name) => name.toLowerCase()));
  const global = globalConditionKeys.filter(
    (key) => isForEvery(key.name) && !known.has(key.name.toLowerCase()),
  );
  return [
    ...byAction.map((key): RelevantKey => ({ key, from: 'action', resourceTypes: [] })),
    ...ofResources.flatMap(([name, types]) =>
      define(name).map((key): RelevantKey => ({ key, from: 'resource', resourceTypes: [...types] })),
    ),
    ...global.map((key): RelevantKey => ({ key, from: 'global', resourceTypes: [] })),
  ];
}

/** Tags of resources and requests are there only for actions that list them. */
function isForEvery(name: string): boolean {
  return !name.startsWith('aws:ResourceTag/') && !isOfRequestTags(name);
}

/** Whether a key tells of the tags that a request sends. */
function isOfRequestTags(name: string): boolean {
  return /^aws:(?:RequestTag\/|TagKeys$)/.test(name);
}
