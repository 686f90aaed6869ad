import { describe, expect, test } from 'vitest';
import { can, comparePolicies, decide, lintText, PolicyDocumentError, why } from '../index.ts';

const DEPLOY = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'ecs:RunTask',
      Resource: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:*',
    },
  ],
};
const principal = 'arn:aws:iam::111122223333:role/deploy';
const resource = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:7';
const request = { principal, action: 'ecs:RunTask', resource };

describe('one line for a question', () => {
  test('decide takes documents as values and as texts', () => {
    expect(decide(DEPLOY, request)).toBe('Allow');
    expect(decide(JSON.stringify(DEPLOY), { ...request, action: 'ecs:StopTask' })).toBe('ImplicitDeny');
    const boundary = { Statement: { Effect: 'Deny', Action: 'ecs:*', Resource: '*' } };
    expect(decide({ identity: DEPLOY, boundary }, request)).toBe('ExplicitDeny');
  });

  test('why names the statement', () => {
    expect(why(DEPLOY, request)).toContain('✓ Allow /identity/0/Statement/0');
  });

  test('comparePolicies finds what a change allows more, and shows it', () => {
    const wider = { Statement: [{ Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' }] };
    const { findings, reasons } = comparePolicies(DEPLOY, wider);
    expect(reasons).toEqual([]);
    expect(findings.map(({ change }) => change)).toEqual(['allowed']);
    const shown = findings[0]?.witness.request;
    expect(shown && [decide(DEPLOY, shown), decide(wider, shown)]).toEqual(['ImplicitDeny', 'Allow']);
    expect(comparePolicies(DEPLOY, JSON.stringify(DEPLOY)).findings).toEqual([]);
  });

  test('can decides the whole call in the account of the caller', () => {
    const input = { taskDefinition: 'shop:7', cluster: 'shop' };
    const call = { operation: 'ecs:RunTask', principal, region: 'eu-west-1', input } as const;
    expect(can(DEPLOY, call, { rolesOf: () => [] }).answer).toBe('Allow');
    expect(can(DEPLOY, { ...call, account: '444455556666' }).answer).not.toBe('Allow');
  });

  test('lintText reports what is wrong with a document', () => {
    expect(
      lintText('{"Statement":{"Effect":"Allow","Action":"ecs:RunTaks","Resource":"*"}}').findings,
    ).toContainEqual(expect.objectContaining({ code: 'invalid-action' }));
  });
});

test('a document that is none is an error with its place', () => {
  for (const ask of [
    (): unknown => decide('{"Statement": 1}', request),
    (): unknown => why('{', request),
    (): unknown => comparePolicies(DEPLOY, '{"Statement": 1}'),
    (): unknown => can('{"Statement": 1}', { operation: 'ecs:RunTask', principal }),
  ])
    expect(ask).toThrow(PolicyDocumentError);
  expect(() => decide('{"Statement": 1}', request)).toThrow('1:15');
});
