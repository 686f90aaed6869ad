import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { catalogInfo, services } from './index.ts';

const DATA = new URL('data/', import.meta.url);
const files = readdirSync(DATA).map((name) => readFileSync(new URL(name, DATA)));

test('the catalog has every service, action, resource type and condition key of its source', () => {
  const all = services();
  const total = (count: (service: (typeof all)[number]) => number): number =>
    all.reduce((sum, service) => sum + count(service), 0);
  expect(all).toHaveLength(456);
  expect(total((service) => service.actions.length)).toBe(22_091);
  expect(total((service) => service.resourceTypes.length)).toBe(2_334);
  expect(total((service) => service.conditionKeys.length)).toBe(2_578);
});

test('the counts of the catalog info are those of the data', () => {
  const actions = services().flatMap((service) => service.actions);
  const dependents = actions.map((action) =>
    (action.dependentActions ?? []).concat(
      action.resourceTypes.flatMap((resource) => resource.dependentActions),
    ),
  );
  expect(catalogInfo.counts).toEqual({
    services: 456,
    actions: actions.length,
    resourceTypes: 2_334,
    conditionKeys: 2_578,
    actionsWithDependents: dependents.filter((names) => names.length > 0).length,
    dependentActions: dependents.flat().length,
    permissionOnlyActions: actions.filter((action) => action.permissionOnly === true).length,
  });
  expect(catalogInfo.counts.actionsWithDependents).toBe(1_584);
  expect(catalogInfo.counts.dependentActions).toBe(4_141);
});

test('each kind of fact names its source: dependents and permission-only are older than the rest', () => {
  expect(catalogInfo.provenance.actions.date).toBe('2026-09-26');
  expect(catalogInfo.provenance.dependentActions.date < '2026-01-01').toBe(true);
  expect(catalogInfo.provenance.permissionOnly).toEqual(catalogInfo.provenance.dependentActions);
});

test('the data, operations included, is at most 1.3 MB raw and 270 KB gzip', () => {
  const raw = files.reduce((sum, file) => sum + file.length, 0);
  const gzip = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  expect(raw).toBeLessThan(1_300_000);
  expect(gzip).toBeLessThan(270_000);
});

test('every name that an action uses is defined, and every list is sorted by code point', () => {
  const sorted = (names: readonly string[]): boolean =>
    names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
  for (const service of services()) {
    const types = new Set(service.resourceTypes.map((type) => type.name));
    const keys = new Set(service.conditionKeys.map((key) => key.name));
    for (const action of service.actions) {
      const used = [action, ...action.resourceTypes].flatMap((item) => item.conditionKeys);
      expect(used.filter((key) => !keys.has(key))).toEqual([]);
      expect(action.resourceTypes.filter((type) => !types.has(type.name))).toEqual([]);
      expect(action.accessLevels.length).toBeGreaterThan(0);
    }
    expect(sorted(service.actions.map((action) => action.name))).toBe(true);
    expect(sorted(service.resourceTypes.map((type) => type.name))).toBe(true);
    expect(sorted(service.conditionKeys.map((key) => key.name))).toBe(true);
  }
  expect(sorted(services().map((service) => service.prefix))).toBe(true);
});

test('no description of the source is in the data', () => {
  expect(files.some((file) => file.includes('Grants permission'))).toBe(false);
});
