import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPages } from '../operationFacts.ts';
import type { SourceCatalog } from '../sourceCatalog.ts';
import { auditCatalog, figuresOf, growth } from './auditCatalog.ts';
import { loadAuditSources } from './auditSources.ts';
import { auditTables } from './auditTables.ts';
import { compareOperations } from './compareOperations.ts';

const sources = loadAuditSources();
const audit = auditCatalog(sources);
const figures = figuresOf(audit);
const accepted = JSON.parse(readFileSync(new URL('../../audit.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, number>
>;

describe('the audit of the catalog', () => {
  test('finds nothing worse than what was accepted last', () => {
    expect(growth(figures, accepted)).toEqual([]);
  });

  test('has the figures of today accepted, so that what got better cannot get worse again', () => {
    // `catalog:audit --update` writes them.
    expect(Object.fromEntries(figures)).toEqual(accepted);
  });

  test('compares something of every overlay', () => {
    for (const { overlay, against, compared } of audit.comparisons)
      expect(compared, `${overlay}, ${against}`).toBeGreaterThan(10);
    for (const { overlay, facts, read, shown, unchecked } of audit.citations) {
      expect(facts, overlay).toBeGreaterThan(0);
      expect(read + shown + unchecked, overlay).toBe(facts);
    }
  });

  test('rests features on pages and data, never on memory alone', () => {
    expect(figures.get('unchecked: features')).toBe(0);
  });

  test('is a table for each question', () => {
    const tables = auditTables(audit).split('\n\n');
    expect(tables).toHaveLength(3);
    expect(tables[1]).toContain('| evidence of overlays | managed policies and operations |');
    expect(tables[1]).toMatch(/\| \d+(?:\.\d)? % \|/);
  });
});

describe('a fact that is no longer shown', () => {
  test('grows the figure of its overlay', () => {
    const policies = sources.policies.filter(({ name }) => name !== 'AmazonECS_FullAccess');
    const worse = growth(figuresOf(auditCatalog({ ...sources, policies })), accepted);
    expect(worse.some((line) => line.startsWith('differing: evidence of overlays'))).toBe(true);
  });

  test('of a figure that nobody accepted is growth too', () => {
    expect(growth(new Map([['unchecked: new overlay', 1]]), {})).toEqual([
      'unchecked: new overlay: 1, was 0',
    ]);
    expect(growth(new Map([['unchecked: new overlay', 0]]), {})).toEqual([]);
    expect(growth(new Map([['unknown: ACLs', 2]]), { 'unknown: ACLs': 3 })).toEqual([]);
  });
});

test('tables that were read are held against the documents of AWS, by operation and its actions', () => {
  const page = (...lines: readonly string[]): ReturnType<typeof readPages> =>
    readPages(['page list_ecs ecs 2026-11-29 whole', ...lines]);
  const aws = (...lines: readonly string[]): SourceCatalog => ({
    source: '',
    version: '',
    date: '',
    services: [],
    operations: page(...lines),
  });
  const line = 'RunTask > RunTask TagResource iam:PassRole=ecs|ecs-tasks';
  expect(compareOperations(page(line), aws(line))).toMatchObject({ compared: 1, differing: [] });
  // The order says nothing.
  const turned = 'RunTask > iam:PassRole=ecs-tasks|ecs TagResource RunTask';
  expect(compareOperations(page(line), aws(turned)).differing).toEqual([]);
  for (const other of ['RunTask > RunTask TagResource', 'RunTask > RunTask TagResource iam:PassRole=ecs'])
    expect(compareOperations(page(line), aws(other)).differing).toEqual(['ecs:RunTask']);
  // What a table that was read to its end leaves out asks for its own action alone.
  expect(compareOperations(page(), aws(line)).differing).toEqual(['ecs:RunTask']);
  expect(compareOperations(page(line), aws()).differing).toEqual(['ecs:RunTask']);
});
