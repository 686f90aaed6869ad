import { describe, expect, test } from 'vitest';
import { dayOf, RECORDED, withoutDay } from './citation.ts';
import { readDependentActions } from './dependentActions.ts';
import { readForwardAccess } from './forwardAccess.ts';
import { key } from './globalConditionKeys.ts';
import { readResourcePolicy } from './resourcePolicies.ts';
import { readSensitiveAction } from './sensitiveActions.ts';
import { readServiceLinkedRole } from './serviceLinkedRoles.ts';
import { readStatedFeature } from './statedFeatures.ts';

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
  [
    'forward access, by the key of AWS KMS',
    'glue SomePolicy',
    (line: string) => readForwardAccess(line, 'kms:ViaService'),
  ],
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

test('what a page states of a feature has the day of the others, or its own', () => {
  const line = 'glue role n glue/latest/dg/some-page.html';
  const fact = readStatedFeature(line);
  expect(fact).toMatchObject({
    service: 'glue',
    feature: 'Service roles',
    support: 'no',
    source: { page: 'some-page.html', recorded: '2026-11-30', read: true },
  });
  expect(readStatedFeature(`${line} @${DAY}`).source).toEqual({ ...fact.source, recorded: DAY });
  expect(readStatedFeature('glue forwards y a.html').feature).toBe('Principal permissions');
});

test('of dependent actions, a page has a day, and a line of it another', () => {
  const facts = readDependentActions(`
page one.html @${DAY}
title One
the object | -
  s3:GetObject > kms:Decrypt
  s3:PutObject > kms:Decrypt @2027-04-01
read two.html
title Two
* | -
  sns:Publish > kms:Decrypt
`);
  expect(
    facts.map(({ action, dependentAction, source: { url, recorded, read } }) => [
      `${action} ${dependentAction}`,
      url.slice(url.lastIndexOf('/') + 1),
      recorded,
      read,
    ]),
  ).toEqual([
    ['s3:GetObject kms:Decrypt', 'one.html', DAY, false],
    ['s3:PutObject kms:Decrypt', 'one.html', '2027-04-01', false],
    ['sns:Publish kms:Decrypt', 'two.html', RECORDED, true],
  ]);
});

test('a global key and a sensitive action can have days of their own', () => {
  expect(key('request', 'aws:New', 'every request')({ recorded: DAY }).source.recorded).toBe(DAY);
  expect(key('request', 'aws:New', 'every request')().source.recorded).toBe('2026-11-29');
  expect(readSensitiveAction(`glue:CreateJob@${DAY}`, 'exposure')).toEqual({
    action: 'glue:CreateJob',
    category: 'exposure',
    recorded: DAY,
  });
});
