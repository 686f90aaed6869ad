import { describe, expect, test } from 'vitest';
import { dayOf, RECORDED, withoutDay } from './citation.ts';
import { readDependentActions } from './dependentActions.ts';
import { readForwardAccess } from './forwardAccess.ts';
import { key } from './globalConditionKeys.ts';
import { readResourcePolicy } from './resourcePolicies.ts';
import { readSensitiveAction } from './sensitiveActions.ts';
import { readServiceLinkedRole } from './serviceLinkedRoles.ts';

const DAY = '2027-03-01';

test('a fact has the day behind `@`, and without one that of the others', () => {
  expect([withoutDay(`sns n y n @${DAY}`), dayOf(`sns n y n @${DAY}`)]).toEqual(['sns n y n', DAY]);
  expect([withoutDay(`acm@${DAY}`), dayOf(`acm@${DAY}`)]).toEqual(['acm', DAY]);
  expect([withoutDay('acm'), dayOf('acm')]).toEqual(['acm', RECORDED]);
  expect([withoutDay('acm'), dayOf('acm', DAY)]).toEqual(['acm', DAY]);
});

describe.each([
  ['forward access', 'glue SomePolicy', readForwardAccess],
  ['forward access, without a policy', 'glue -', readForwardAccess],
  ['resource policies', 'sns y AddPermission', readResourcePolicy],
  ['resource policies, without an operation', 'es y -', readResourcePolicy],
  ['service-linked roles', 'acm CertificateManager acm SomePolicy', readServiceLinkedRole],
])('%s', (_, line, read) => {
  test('a line with a day differs in nothing else from one without', () => {
    const fact = read(line);
    expect(fact.source.recorded).toBe(RECORDED);
    expect(read(`${line} @${DAY}`)).toEqual({ ...fact, source: { ...fact.source, recorded: DAY } });
  });
});

test('of dependent actions, a page has a day, and a line of it another', () => {
  const facts = readDependentActions(`
page one.html @${DAY}
title One
the object | -
  s3:GetObject > kms:Decrypt
  s3:PutObject > kms:Decrypt @2027-04-01
page two.html
title Two
* | -
  sns:Publish > kms:Decrypt
`);
  expect(
    facts.map(({ action, dependentAction, source: { url, recorded } }) => [
      `${action} ${dependentAction}`,
      url.slice(url.lastIndexOf('/') + 1),
      recorded,
    ]),
  ).toEqual([
    ['s3:GetObject kms:Decrypt', 'one.html', DAY],
    ['s3:PutObject kms:Decrypt', 'one.html', '2027-04-01'],
    ['sns:Publish kms:Decrypt', 'two.html', RECORDED],
  ]);
});

test('a global key and a sensitive action can have days of their own', () => {
  expect(key('request', 'aws:New', 'every request')({ recorded: DAY }).source.recorded).toBe(DAY);
  expect(key('request', 'aws:New', 'every request')().source.recorded).toBe(RECORDED);
  expect(readSensitiveAction(`glue:CreateJob@${DAY}`, 'exposure')).toEqual({
    action: 'glue:CreateJob',
    category: 'exposure',
    recorded: DAY,
  });
});
