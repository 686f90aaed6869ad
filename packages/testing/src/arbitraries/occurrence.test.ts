import { OPERATOR_NAMES, parseConditionOperator, POLICY_TYPES, type PolicyType } from '@policywright/policy';
import type { PolicyDocument, StatementDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AWS_PRINCIPALS, CANONICAL_USERS, CHAINS, KEYS, PROVIDERS, SERVICES } from './_internals/alphabet.ts';
import { ABBREVIATED_RESOURCES } from './_internals/serviceTargets.ts';
import { policyDocument } from './policyDocument.ts';

const documentsOf = (type: PolicyType): readonly PolicyDocument[] =>
  fc.sample(policyDocument({ type }), { seed: 1, numRuns: 3000 });
const statementsOf = (type: PolicyType): readonly StatementDocument[] =>
  documentsOf(type).flatMap(({ Statement }) => Statement);

const DOCUMENTS = Object.fromEntries(POLICY_TYPES.map((type) => [type, documentsOf(type)]));
const RESOURCE = statementsOf('resource');
const text = JSON.stringify(RESOURCE);

/** How many of some statements have a part. */
const countOf = (part: (statement: StatementDocument) => boolean, statements = RESOURCE): number =>
  statements.filter(part).length;

describe('what can stand in a document occurs', () => {
  test('each element and its negation, and each effect', () => {
    for (const element of [
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Principal',
      'NotPrincipal',
      'Condition',
    ] as const)
      expect([element, countOf((one) => one[element] !== undefined) > 50]).toEqual([element, true]);
    for (const Effect of ['Allow', 'Deny'] as const)
      expect(countOf((one) => one.Effect === Effect)).toBeGreaterThan(500);
    expect(countOf((one) => one.Resource === undefined && one.NotResource === undefined)).toBeGreaterThan(50);
  });

  test('principals of every kind, alone, several, and two kinds together', () => {
    const kindsOf = ({ Principal }: StatementDocument): string =>
      typeof Principal === 'object' ? Object.keys(Principal).join() : String(Principal);
    for (const kinds of ['*', 'AWS', 'Service', 'Federated', 'CanonicalUser', 'AWS,Service'])
      expect([kinds, countOf((one) => kindsOf(one) === kinds) > 20]).toEqual([kinds, true]);
    for (const one of [...AWS_PRINCIPALS, ...SERVICES, ...PROVIDERS, ...CANONICAL_USERS])
      expect([one, text.includes(JSON.stringify(one))]).toEqual([one, true]);
    const isList = ({ Principal }: StatementDocument): boolean =>
      typeof Principal === 'object' && Array.isArray(Principal['AWS']);
    expect(countOf(isList)).toBeGreaterThan(100);
  });

  test('each chain of principals that exempts a caller', () => {
    for (const chain of CHAINS) {
      const written = JSON.stringify({ NotPrincipal: { AWS: chain } }).slice(1, -1);
      expect([written, text.includes(written)]).toEqual([written, true]);
    }
  });

  test('each operator, in its own letter case and in small letters, qualified or not', () => {
    const written = new Set(RESOURCE.flatMap(({ Condition }) => Object.keys(Condition ?? {})));
    const parsed = [...written].flatMap((operator) => parseConditionOperator(operator) ?? []);
    expect(new Set(parsed.map(({ name }) => name))).toEqual(new Set(OPERATOR_NAMES));
    expect(new Set(parsed.map(({ qualifier }) => qualifier))).toEqual(
      new Set([undefined, 'ForAllValues', 'ForAnyValue']),
    );
    for (const ifExists of [true, false])
      expect(
        parsed.filter((one) => one.ifExists === ifExists && one.qualifier !== undefined).length,
      ).toBeGreaterThan(5);
    expect([...written].some((operator) => operator === operator.toLowerCase())).toBe(true);
    expect([...written].filter((operator) => /Null/i.test(operator) && /IfExists/i.test(operator))).toEqual(
      [],
    );
  });

  test('each context key, with one value, several and none', () => {
    const blocks = RESOURCE.flatMap(({ Condition }) => Object.values(Condition ?? {}));
    const keys = new Set(blocks.flatMap((block) => Object.keys(block)));
    for (const key of new Set(Object.values(KEYS).flat())) expect([key, keys.has(key)]).toEqual([key, true]);
    const lengths = blocks.flatMap((block) =>
      Object.values(block).map((values) => (Array.isArray(values) ? values.length : undefined)),
    );
    expect(new Set(lengths)).toEqual(new Set([undefined, 0, 1, 2]));
  });

  test('each version, and none', () => {
    const versions = new Set(DOCUMENTS['identity']?.map(({ Version }) => Version));
    expect(versions).toEqual(new Set(['2012-10-17', '2008-10-17', undefined]));
    for (const type of ['scp', 'rcp'])
      expect(new Set(DOCUMENTS[type]?.map(({ Version }) => Version))).toEqual(new Set(['2012-10-17']));
  });

  test('one statement alone, and up to three in a list', () => {
    const counts = new Set(
      DOCUMENTS['identity']?.map(({ Statement }) => (Array.isArray(Statement) ? Statement.length : 'alone')),
    );
    expect(counts).toEqual(new Set(['alone', 1, 2, 3]));
  });
});

test.each(POLICY_TYPES)('S209: resources without their API stand in resource policies alone: %s', (type) => {
  const written = JSON.stringify(DOCUMENTS[type]);
  for (const resource of ABBREVIATED_RESOURCES)
    expect([resource, written.includes(JSON.stringify(resource))]).toEqual([resource, type === 'resource']);
});

test.each(POLICY_TYPES)('S52: ARNs that lack fields stand in no SCP and no RCP: %s', (type) => {
  const statements = statementsOf(type);
  const resources = statements.flatMap(({ Resource, NotResource }) =>
    [Resource ?? [], NotResource ?? []].flat(),
  );
  const short = resources.filter((one) => one.startsWith('arn') && one.split(':').length < 6);
  expect(short.length > 0).toBe(!['scp', 'rcp', 'trust'].includes(type));
});
