import {
  getOperation,
  prefixesOfEventSource,
  requestMembers,
  roleParameters,
  type ActionName,
  type Operation,
  type RequestResource,
  type RequestValue,
} from '@policywright/catalog';

/** What is known of the calls of an event name. */
export interface EventOperation {
  readonly operation: ActionName | undefined;
  /**
   * Members of requests that decide on resources, roles and tags, by the first part of their paths, as events spell them; the most
   * telling last.
   */
  readonly members: readonly string[];
}

/** Some services put the version of the API behind the name: `CreateFunction20150331`, `CreateDistribution2020_05_31`. */
const VERSION = /(?:\d{8}(?:v\d+)?|\d{4}_\d{2}_\d{2})$/;

/**
 * Finds the operation of an event, and which members of its requests matter.
 *
 * @param eventSource - `lambda.amazonaws.com`.
 * @param eventName - `CreateFunction20150331`.
 */
export function eventOperation(eventSource: string, eventName: string): EventOperation {
  const name = eventName.replace(VERSION, '');
  for (const prefix of prefixesOfEventSource(eventSource)) {
    const operation = getOperation(`${prefix}:${name}`);
    if (operation !== undefined)
      return { operation: `${operation.service}:${operation.name}`, members: membersOf(operation) };
  }
  return { operation: undefined, members: [] };
}

function membersOf(operation: Operation): readonly string[] {
  const name: ActionName = `${operation.service}:${operation.name}`;
  const facts = requestMembers(name);
  const roles = roleParameters(operation.service).filter((parameter) => parameter.operation === name);
  const named = facts?.resources ?? [];
  const paths = [
    ...operation.permissions.flatMap(({ members, unless }) => [...members, ...unless]),
    ...roles.map(({ parameter }) => parameter),
    ...(facts?.instanceProfiles ?? []),
    ...(facts?.keys ?? []).flatMap(({ value }) =>
      value.kind === 'arn' ? pathsOfResource(value.of) : pathsOfValue(value.of),
    ),
    ...[...(facts?.actions ?? []), ...(facts?.encryption ?? [])].flatMap(({ when, unless, resource }) => [
      ...[...when, ...unless].map(({ member }) => member),
      ...(resource === undefined ? [] : pathsOfResource(resource)),
    ]),
    ...(facts?.encryption ?? []).flatMap(({ member }) => member ?? []),
    ...(facts?.passedRoles ?? []).flatMap(({ resource }) => pathsOfResource(resource)),
    ...named.flatMap(pathsOfResource),
  ];
  const tops = paths.map((path) => spelledInEvents(path.split('.', 1)[0] ?? '', operation.service));
  // A member that several facts have stands where the last of them does.
  return [...new Set(tops.toReversed())].toReversed().filter((top) => top !== '');
}

function pathsOfResource({ values, typeMember, unless }: RequestResource): readonly string[] {
  return [
    ...(typeMember === undefined ? [] : [typeMember]),
    ...(unless === undefined ? [] : pathsOfValue(unless)),
    ...values.flatMap(pathsOfValue),
  ];
}

function pathsOfValue({ choices }: RequestValue): readonly string[] {
  return choices.flatMap((parts) => parts.flatMap((part) => (part.kind === 'member' ? [part.path] : [])));
}

/** Names of members in events of Amazon S3, which are those of its REST interface. */
const OF_S3: Readonly<Record<string, string>> = { Bucket: 'bucketName', Key: 'key' };

/** Events have members with a small first letter. */
function spelledInEvents(member: string, service: string): string {
  const own = service === 's3' ? OF_S3[member] : undefined;
  return own ?? member.slice(0, 1).toLowerCase() + member.slice(1);
}

/** Lists of objects in events of Amazon EC2, with their names in the API; as events that people published have them, 2026-12-01. */
const LISTS_OF_EC2: ReadonlyMap<string, string> = new Map([
  ['tagSpecificationSet', 'tagSpecifications'],
  ['blockDeviceMapping', 'blockDeviceMappings'],
]);

/** Whether a member of an event is what Amazon EC2 has in place of a list. */
export function isListOfEvents(name: string): boolean {
  return name.endsWith('Set') || LISTS_OF_EC2.has(name);
}

/**
 * What events of Amazon EC2 have in place of lists, `instancesSet: { items: [{ instanceId }] }`, as the API has it; and members of
 * Amazon S3 by the names of the API.
 *
 * @param parameters - `requestParameters`.
 */
export function asInput(parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!('bucketName' in parameters) && !Object.keys(parameters).some(isListOfEvents)) return parameters;
  const input: Record<string, unknown> = { ...parameters };
  if ('bucketName' in parameters) input['Bucket'] = parameters['bucketName'];
  for (const [name, value] of Object.entries(parameters)) {
    if (!isListOfEvents(name) || typeof value !== 'object' || value === null) continue;
    const { items } = value as { readonly items?: unknown };
    if (!Array.isArray(items)) continue;
    const list = LISTS_OF_EC2.get(name);
    if (list !== undefined) {
      input[list] = items;
      continue;
    }
    for (const item of items as readonly unknown[]) {
      if (typeof item !== 'object' || item === null) continue;
      for (const [field, one] of Object.entries(item)) {
        if (typeof one !== 'string') continue;
        const list = input[`${field}s`];
        input[`${field}s`] = Array.isArray(list) ? [...(list as readonly unknown[]), one] : [one];
        input[field] ??= one;
      }
    }
  }
  return input;
}
