import { policyFromValue } from '@policywright/policy';
import { expect, test } from 'vitest';
import { principalMutants } from './principalMutants.ts';

/** The changes of a statement of a resource policy: kind, before, after, and whether it changes nothing. */
function changes(parts: object): readonly (readonly [string, string, string | null, boolean])[] {
  const Statement = [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b', ...parts }];
  const read = policyFromValue({ Statement }, { type: 'resource' });
  const [statement] = read.ok ? read.policy.statements : [];
  if (statement === undefined) throw new Error('it cannot be read');
  return principalMutants(statement).map(({ kind, before, after, equivalent }) => [
    kind,
    before,
    after,
    equivalent,
  ]);
}

const [ONE, OTHER] = ['111122223333', '444455556666'];
const WIDEN = ['"Principal": "*"', false] as const;

test('one principal is opened to everybody, and not dropped: without any, the statement says nothing', () => {
  expect(changes({ Principal: { AWS: ONE } })).toEqual([
    ['widen-principal', `"Principal": "${ONE}"`, ...WIDEN],
  ]);
});

test('of several each is dropped, and all are opened, the first of them told', () => {
  expect(changes({ Principal: { AWS: [ONE, OTHER] } })).toEqual([
    ['drop-principal', `"AWS": "${ONE}"`, null, false],
    ['drop-principal', `"AWS": "${OTHER}"`, null, false],
    ['widen-principal', `"Principal": "${ONE}, …"`, ...WIDEN],
  ]);
});

test('one that is there twice changes nothing when it is dropped', () => {
  expect(
    changes({ Principal: { AWS: [ONE, ONE], Service: 's3.amazonaws.com' } }).map(([kind, , , same]) => [
      kind,
      same,
    ]),
  ).toEqual([
    ['drop-principal', true],
    ['drop-principal', true],
    ['drop-principal', false],
    ['widen-principal', false],
  ]);
});

test('a Deny, `NotPrincipal` and what is open to everybody are not opened', () => {
  expect(changes({ Effect: 'Deny', Principal: { AWS: [ONE, OTHER] } }).map(([kind]) => kind)).toEqual([
    'drop-principal',
    'drop-principal',
  ]);
  expect(changes({ Effect: 'Deny', Principal: { AWS: ONE } })).toEqual([]);
  expect(changes({ Effect: 'Deny', NotPrincipal: { AWS: [ONE, OTHER] } }).map(([kind]) => kind)).toEqual([
    'drop-principal',
    'drop-principal',
  ]);
  expect(changes({ Principal: '*' })).toEqual([]);
  expect(changes({ Principal: { AWS: ['*', ONE] } }).map(([kind]) => kind)).toEqual([
    'drop-principal',
    'drop-principal',
  ]);
});

test('a statement without principal has none to change', () => {
  const Statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const read = policyFromValue({ Statement });
  expect(read.ok && read.policy.statements.flatMap(principalMutants)).toEqual([]);
});
