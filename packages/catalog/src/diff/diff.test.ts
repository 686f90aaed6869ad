import { expect, test } from 'vitest';
import {
  catalogInfo,
  catalogSnapshot,
  diffCatalogs,
  getService,
  readSnapshot,
  type CatalogSnapshot,
  type Service,
} from '../index.ts';

const ecs = JSON.parse(JSON.stringify(getService('ecs'))) as Service;
const snapshot = (...services: readonly Service[]): CatalogSnapshot => ({ version: '1', services });

test('a catalog does not differ from itself', () => {
  expect(diffCatalogs(catalogSnapshot(), catalogSnapshot())).toEqual([]);
});

test('a snapshot that was written as JSON is read back', () => {
  const text = JSON.stringify(catalogSnapshot());
  const read = readSnapshot(JSON.parse(text));
  expect(read?.version).toBe(catalogInfo.version);
  expect(read?.services).toHaveLength(456);
  expect(diffCatalogs(catalogSnapshot(), read ?? snapshot())).toEqual([]);
});

test('anything else is not', () => {
  for (const value of [null, 1, [], {}, { version: 1, services: [] }, { version: '1', services: [{}] }]) {
    expect(readSnapshot(value)).toBeUndefined();
  }
});

test('a part that has not its shape, at whatever depth, makes the whole no snapshot', () => {
  const [action, type, key] = [ecs.actions[0], ecs.resourceTypes[0], ecs.conditionKeys[0]];
  const broken: readonly object[] = [
    { resourceControlPolicies: 'no' },
    { actions: {} },
    { actions: [{ ...action, accessLevels: 'Read' }] },
    { actions: [{ ...action, conditionKeys: [{}] }] },
    { actions: [{ ...action, resourceTypes: [{ name: 'x', conditionKeys: [] }] }] },
    { resourceTypes: [{ ...type, arnFormats: [1] }] },
    { resourceTypes: [{ ...type, conditionKeys: undefined }] },
    { resourceTypes: [{ ...type, conditionKeys: [{ toString: 1 }] }] },
    { conditionKeys: [{ ...key, multivalued: 1 }] },
  ];
  for (const part of broken) {
    expect(readSnapshot({ version: '1', services: [{ ...ecs, ...part }] })).toBeUndefined();
  }
  expect(readSnapshot({ version: '1', services: [ecs] })).toBeDefined();
});

test('added and removed actions are told', () => {
  const fewer = { ...ecs, actions: ecs.actions.filter((action) => action.name !== 'RunTask') };
  const change = { kind: 'action', service: 'ecs', name: 'ecs:RunTask', details: [] };
  expect(diffCatalogs(snapshot(fewer), snapshot(ecs))).toEqual([{ ...change, change: 'added' }]);
  expect(diffCatalogs(snapshot(ecs), snapshot(fewer))).toEqual([{ ...change, change: 'removed' }]);
});

test('a changed access level, ARN format or key type is told with before and after', () => {
  const other: Service = {
    ...ecs,
    actions: ecs.actions.map((action) =>
      action.name === 'RunTask' ? { ...action, accessLevels: ['Read'] } : action,
    ),
    conditionKeys: ecs.conditionKeys.map((key) =>
      key.name === 'ecs:cluster' ? { ...key, type: 'String' } : key,
    ),
  };
  expect(diffCatalogs(snapshot(ecs), snapshot(other))).toEqual([
    {
      kind: 'action',
      change: 'changed',
      service: 'ecs',
      name: 'ecs:RunTask',
      details: [{ what: 'access levels', before: 'Write', after: 'Read' }],
    },
    {
      kind: 'conditionKey',
      change: 'changed',
      service: 'ecs',
      name: 'ecs:cluster',
      details: [{ what: 'type', before: 'ARN', after: 'String' }],
    },
  ]);
});

test('lists are told in one order, with commas, and types with what they need', () => {
  const changed: Service = {
    ...ecs,
    resourceControlPolicies: !ecs.resourceControlPolicies,
    actions: ecs.actions.map((action) =>
      action.name === 'RunTask'
        ? {
            ...action,
            accessLevels: ['Write', 'Tagging'],
            conditionKeys: ['b:b', 'a:a'],
            resourceTypes: [
              { name: 'task', required: false, conditionKeys: ['d:d', 'c:c'], dependentActions: [] },
              { name: 'cluster', required: true, conditionKeys: [], dependentActions: [] },
            ],
          }
        : action,
    ),
    resourceTypes: ecs.resourceTypes.map((type) =>
      type.name === 'cluster'
        ? { ...type, arnFormats: ['arn:b', 'arn:a'], conditionKeys: ['b:b', 'a:a'] }
        : type,
    ),
  };
  const found = diffCatalogs(snapshot(ecs), snapshot(changed));
  const after = Object.fromEntries(
    found.map(({ kind, name, details }) => [
      `${kind} ${name}`,
      Object.fromEntries(details.map((detail) => [detail.what, detail.after])),
    ]),
  );
  expect(after).toEqual({
    'service ecs': { 'resource control policies': String(!ecs.resourceControlPolicies) },
    'action ecs:RunTask': {
      'access levels': 'Write, Tagging',
      'resource types': 'cluster (required), task c:c d:d',
      'condition keys': 'a:a, b:b',
    },
    'resourceType ecs:cluster': { 'ARN formats': 'arn:a, arn:b', 'condition keys': 'a:a, b:b' },
  });
});

test('S61: another spelling is a change of the name, not a loss and a gain', () => {
  const shouted = {
    ...ecs,
    actions: ecs.actions.map((a) => (a.name === 'Poll' ? { ...a, name: 'POLL' } : a)),
  };
  expect(diffCatalogs(snapshot(ecs), snapshot(shouted))).toMatchObject([
    { change: 'changed', details: [{ what: 'name', before: 'Poll', after: 'POLL' }] },
  ]);
});

test('a new service is one change', () => {
  expect(diffCatalogs(snapshot(), snapshot(ecs))).toEqual([
    { kind: 'service', change: 'added', service: 'ecs', name: 'ecs', details: [] },
  ]);
});
