import { arnVariables, formatResourceArn, getResourceType } from '@policywright/catalog';

/** @import { Action, ResourceType, Service } from '@policywright/catalog' */

const SAMPLE = { Region: 'eu-west-1', Account: '111122223333' };
const VERBS = ['Describe', 'Get', 'List', 'BatchGet', 'Search'];

/**
 * An identity-based policy that shows how actions and resources of a service are named.
 *
 * @param {Pick<Service, 'prefix' | 'actions'>} service
 */
export function samplePolicy(service) {
  const statements = [readAll(service), changeOne(service)].filter((statement) => statement !== undefined);
  const fallback = { Effect: 'Allow', Action: service.actions[0]?.fullName, Resource: '*' };
  return { Version: '2012-10-17', Statement: statements.length === 0 ? [fallback] : statements };
}

/**
 * The verb that most of the actions begin with which only read, with how many do; `undefined` where none does.
 *
 * @param {{ actions: readonly Action[] }} service
 */
export function readingVerb({ actions }) {
  const counts = VERBS.map((verb) => {
    const named = actions.filter(({ name }) => name.startsWith(verb));
    const reading = named.every(({ accessLevels }) =>
      accessLevels.every((l) => l === 'Read' || l === 'List'),
    );
    return { verb, count: reading ? named.length : 0 };
  });
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count > 1 ? best : undefined;
}

/**
 * The ARN of a resource type with a star for each part that the resource names.
 *
 * @param {ResourceType} type
 */
export function sampleArn(type) {
  const stars = Object.fromEntries(arnVariables(type).map((name) => [name, '*']));
  return formatResourceArn(type, { ...stars, Partition: 'aws', ...SAMPLE });
}

/** @param {Pick<Service, 'prefix' | 'actions'>} service */
function readAll(service) {
  const reading = readingVerb(service);
  return reading && { Effect: 'Allow', Action: `${service.prefix}:${reading.verb}*`, Resource: '*' };
}

/**
 * The action that the most condition keys of the service bear on, of those that need one resource.
 *
 * @param {Pick<Service, 'prefix' | 'actions'>} service
 */
function changeOne(service) {
  /** @param {Action} each */
  const ownKeys = ({ conditionKeys }) => conditionKeys.filter((key) => key.startsWith(`${service.prefix}:`));
  const action = service.actions
    .filter(({ accessLevels }) => accessLevels.join() === 'Write')
    .filter(({ resourceTypes }) => resourceTypes.length === 1 && resourceTypes[0]?.required === true)
    .toSorted((a, b) => ownKeys(b).length - ownKeys(a).length)[0];
  const [taken] = action?.resourceTypes ?? [];
  const type = taken && getResourceType(service.prefix, taken.name);
  return action && type && { Effect: 'Allow', Action: action.fullName, Resource: sampleArn(type) };
}
