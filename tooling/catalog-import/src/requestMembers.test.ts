import {
  arnVariables,
  getAction,
  getOperation,
  getResourceType,
  requestMembers,
  services,
  type RequestMembers,
  type RequestResource,
} from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { readOperationFacts } from './operationFacts.ts';

/** Each operation of the facts with what its entries say. */
const written = readOperationFacts().requests;
const operations = operationsOf(written);

function operationsOf(lines: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  let prefix = '';
  for (const line of lines) {
    if (line.startsWith('service ')) prefix = line.slice('service '.length);
    else for (const name of line.slice(0, line.indexOf(' > ')).split(' ')) names.add(`${prefix}:${name}`);
  }
  return names;
}

function resourcesOf(members: RequestMembers): readonly RequestResource[] {
  return [
    ...members.resources,
    ...members.keys.flatMap(({ value }) => (value.kind === 'arn' ? [value.of] : [])),
    ...members.actions.flatMap(({ resource }) => resource ?? []),
    ...members.encryption.flatMap(({ resource, context }) => [resource ?? [], context?.of ?? []].flat()),
    ...members.passedRoles.map(({ resource }) => resource),
  ];
}

describe('facts of the members of requests', () => {
  test('name operations in the spelling of AWS', () => {
    const misspelt = [...operations].filter((name) => {
      const found = getOperation(name);
      return found === undefined || `${found.service}:${found.name}` !== name;
    });
    expect(misspelt).toEqual([]);
    expect(operations.size).toBeGreaterThan(250);
  });

  test('can be read, with types of the catalog and no more items than their ARNs have variables', () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const members = requestMembers(operation);
      if (members === undefined) wrong.push(operation);
      else wrong.push(...resourcesOf(members).flatMap((resource) => faultsOf(operation, resource)));
    }
    expect(wrong).toEqual([]);
  });

  test('name actions and keys of the catalog', () => {
    const keys = new Set(services().flatMap(({ conditionKeys }) => conditionKeys.map(({ name }) => name)));
    const wrong: string[] = [];
    for (const operation of operations) {
      const {
        actions = [],
        never = [],
        encryption = [],
        keys: brought = [],
      } = requestMembers(operation) ?? {};
      const named = [
        ...actions.map(({ action }) => action),
        ...never,
        ...encryption.flatMap((one) => one.actions),
      ];
      wrong.push(
        ...named.filter((name) => getAction(name)?.fullName !== name).map((name) => `${operation} ${name}`),
      );
      const unknown = brought.filter(({ key }) => !keys.has(key) && !/[:/]\*$/.test(key));
      wrong.push(...unknown.map(({ key }) => `${operation} ${key}`));
    }
    expect(wrong).toEqual([]);
  });

  test('name the types that the operation’s own action takes', () => {
    const wrong = [...operations].flatMap((operation) => {
      const taken = new Set(
        getOperation(operation)?.permissions.flatMap(({ action }) =>
          (getAction(action)?.resourceTypes ?? []).map(({ name }) => name),
        ),
      );
      return (requestMembers(operation)?.resources ?? [])
        .flatMap(({ types }) => types)
        .filter((type) => !taken.has(type))
        .map((type) => `${operation} ${type}`);
    });
    expect(wrong).toEqual([]);
  });
});

function faultsOf(operation: string, { service, types, values }: RequestResource): readonly string[] {
  return types.flatMap((name) => {
    const type = getResourceType(service, name);
    if (type === undefined) return [`${operation} ${service}/${name}`];
    const named = arnVariables(type).filter((variable) => !/^(?:Partition|Region|Account)$/.test(variable));
    return values.length > named.length ? [`${operation} ${name}: ${values.length} items`] : [];
  });
}
