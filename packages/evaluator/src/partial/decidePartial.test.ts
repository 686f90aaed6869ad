import { defaultKeyPolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, OBJECT, policyOf, requestOf, type Situation } from '../_testing/decideWith.ts';
import { compile } from '../index.ts';
import type { PartialDecision } from './partialDecision.ts';

function partial(situation: Situation, unknown?: readonly string[]): PartialDecision {
  return authorizerOf(situation).decidePartial(requestOf(situation), unknown);
}

const allowAll = [{}];
const onTeam = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } };
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

describe('decidePartial', () => {
  test('answers like decide where no unknown key matters', () => {
    expect(partial({ identity: allowAll })).toMatchObject({ answer: 'Allow', possible: ['Allow'] });
    expect(partial({})).toMatchObject({ answer: 'Denied', possible: ['ImplicitDeny'] });
    expect(partial({ identity: [...allowAll, { Effect: 'Deny' }] })).toMatchObject({
      possible: ['ExplicitDeny'],
    });
  });

  test('names the key on which an Allow depends, and the condition that is open', () => {
    const { answer, possible, dependsOn, residual } = partial({ identity: [onTeam] });
    expect(answer).toBe('Depends');
    expect(possible).toEqual(['Allow', 'ImplicitDeny']);
    expect(dependsOn).toEqual(['aws:PrincipalTag/team']);
    expect(residual).toMatchObject([
      { ref: '/identity/0/Statement/0', effect: 'Allow', conditions: [{ operator: 'StringEquals' }] },
    ]);
  });

  test('asks once for what several statements ask, also of those that name the caller for certain', () => {
    const named = { Principal: { AWS: ALICE } };
    const resourcePolicy = [
      { ...named, ...onTeam },
      { ...named, ...onTeam, Effect: 'Deny' },
    ];
    expect(partial({ resourcePolicy })).toMatchObject({
      answer: 'Denied',
      possible: ['ExplicitDeny', 'ImplicitDeny'],
    });
  });

  test('counts a key that the context has as known', () => {
    const known = { context: { 'aws:principaltag/TEAM': 'blue' } };
    expect(partial({ identity: [onTeam], ...known })).toMatchObject({ answer: 'Allow' });
    expect(partial({ identity: [onTeam], context: { 'aws:PrincipalTag/team': 'red' } }).answer).toBe(
      'Denied',
    );
  });

  test('counts only the named keys as unknown, the others as absent', () => {
    expect(partial({ identity: [onTeam] }, ['aws:SourceIp']).answer).toBe('Denied');
    expect(partial({ identity: [onTeam] }, ['AWS:principaltag/team']).answer).toBe('Depends');
    expect(partial({ identity: [onTeam] }, ['aws:SourceIp', 'aws:PrincipalTag/team']).answer).toBe('Depends');
    expect(partial({ identity: [onTeam] }, []).answer).toBe('Denied');
  });

  test('leaves out keys that cannot change the answer', () => {
    expect(partial({ identity: [onTeam, ...allowAll] })).toMatchObject({ answer: 'Allow', dependsOn: [] });
    const denied = { identity: [onTeam, { Effect: 'Deny' }] };
    expect(partial(denied)).toMatchObject({ answer: 'Denied', possible: ['ExplicitDeny'], residual: [] });
    const { dependsOn } = partial({ identity: [{ ...onTeam, Action: 's3:Put*' }, mfa] });
    expect(dependsOn).toEqual(['aws:MultiFactorAuthPresent']);
  });

  test('depends on a Deny that may apply', () => {
    const { possible, dependsOn } = partial({ identity: [...allowAll, { Effect: 'Deny', ...mfa }] });
    expect(possible).toEqual(['Allow', 'ExplicitDeny']);
    expect(dependsOn).toEqual(['aws:MultiFactorAuthPresent']);
  });

  test('is denied for certain when only the kind of denial is open', () => {
    expect(partial({ identity: [{ Effect: 'Deny', ...mfa }] })).toMatchObject({
      answer: 'Denied',
      possible: ['ExplicitDeny', 'ImplicitDeny'],
      dependsOn: [],
    });
  });

  test('takes the same condition in two layers as one question', () => {
    const { possible, dependsOn } = partial({ identity: [onTeam], boundary: [onTeam] });
    expect(possible).toEqual(['Allow', 'ImplicitDeny']);
    expect(dependsOn).toEqual(['aws:PrincipalTag/team']);
  });

  test('depends on the variables of a resource', () => {
    const identity = [{ Resource: 'arn:aws:s3:::reports/${aws:username}*' }];
    expect(partial({ identity }).dependsOn).toEqual(['aws:username']);
    expect(partial({ identity: [{ Resource: 'arn:aws:s3:::other/${aws:username}' }] }).answer).toBe('Denied');
  });

  test('asks two questions where the values of a condition differ, and one where they are the same', () => {
    const condition = (operator: string, value: string) => ({
      Condition: { [operator]: { 'aws:PrincipalTag/team': value } },
    });
    const exclusive = [condition('StringEquals', 'a'), { Effect: 'Deny', ...condition('StringEquals', 'a') }];
    expect(partial({ identity: exclusive }).possible).toEqual(['ExplicitDeny', 'ImplicitDeny']);
    const values = [condition('StringEquals', 'a'), { Effect: 'Deny', ...condition('StringEquals', 'b') }];
    expect(partial({ identity: values }).possible).toEqual(['Allow', 'ExplicitDeny', 'ImplicitDeny']);
  });

  test('S150: a grant of the resource policy that may apply is none where it does not', () => {
    const given = {
      resourcePolicy: [{ Principal: { AWS: ALICE }, ...mfa }],
      boundary: [{ Action: 'ec2:*' }],
    };
    expect(partial(given)).toMatchObject({
      answer: 'Depends',
      possible: ['Allow', 'ImplicitDeny'],
      dependsOn: ['aws:MultiFactorAuthPresent'],
    });
    const certain = { ...given, identity: [onTeam], resourcePolicy: [{ Principal: { AWS: ALICE } }] };
    expect(partial(certain)).toMatchObject({ answer: 'Allow', dependsOn: [] });
  });

  test("depends on the role's path where a policy names roles (S135)", () => {
    const principal = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
    const resourcePolicy = [{ Principal: { AWS: 'arn:aws:iam::111122223333:role/ops/deploy' } }];
    expect(partial({ principal, resourcePolicy }).dependsOn).toEqual(['aws:PrincipalArn']);
  });

  test('knows that a user who is named by its unique id is named directly (S133, S150)', () => {
    const resourcePolicy = [{ Principal: { AWS: 'AIDAALICE' } }];
    const answer = partial({ resourcePolicy, boundary: [{ Action: 'ec2:*' }] });
    expect([answer.answer, answer.dependsOn]).toEqual(['Depends', ['aws:userid']]);
  });

  test('stays sound when there are too many open questions to try them all', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({
      Condition: { StringEquals: { [`aws:PrincipalTag/t${i}`]: 'x' } },
    }));
    expect(partial({ identity: many })).toMatchObject({
      answer: 'Depends',
      possible: ['Allow', 'ImplicitDeny'],
    });
    expect(partial({ identity: many }).dependsOn).toHaveLength(20);
    expect(partial({ identity: [...many, ...allowAll] }).answer).toBe('Allow');
    expect(partial({ identity: [...many, { Effect: 'Deny' }] }).answer).toBe('Denied');
  });
});

test('S208: an unknown pair may be one too many for a grant that fixes the encryption context', () => {
  const grants = [{ grantee: ALICE, operations: ['Decrypt'], encryptionContextEquals: {} }];
  const resource = 'arn:aws:kms:us-east-1:111122223333:key/k';
  const request = { principal: ALICE, action: 'kms:Decrypt', resource };
  const authorizer = compile({ resource: defaultKeyPolicy('111122223333'), grants });
  const { answer, dependsOn } = authorizer.decidePartial(request, ['kms:EncryptionContext:x']);
  expect([answer, dependsOn]).toEqual(['Depends', ['kms:EncryptionContext:x']]);
  expect(authorizer.decidePartial(request, ['aws:SourceIp']).answer).toBe('Allow');
});

test('S142: an Allow with `NotPrincipal` may grant the caller itself, once its role is known to be another', () => {
  const principal = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
  const NotPrincipal = { AWS: 'arn:aws:iam::111122223333:role/deploy' };
  const boundary = [{ Effect: 'Deny', Action: 'ecs:*' }];
  const answer = partial({ principal, resourcePolicy: [{ NotPrincipal }], boundary }, ['aws:PrincipalArn']);
  expect(answer.possible).toEqual(['Allow', 'ImplicitDeny']);
  expect(answer.dependsOn).toEqual(['aws:PrincipalArn']);
});

test('keys that a request is known to lack are not taken for unknown', () => {
  const tagged = policyOf([{ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } }]);
  const { decidePartial } = compile({ identity: [tagged] });
  const request = { principal: ALICE, action: 's3:GetObject', resource: OBJECT };
  expect(decidePartial(request).dependsOn).toEqual(['aws:PrincipalTag/team']);
  for (const absent of ['aws:principaltag/*', 'AWS:PrincipalTag/Team'])
    expect(decidePartial({ ...request, absent: [absent] }).answer).toBe('Denied');
  expect(decidePartial({ ...request, absent: ['aws:PrincipalTag/te', 'aws:username'] }).answer).toBe(
    'Depends',
  );
  expect(decidePartial({ ...request, absent: 1 as never }).answer).toBe('Denied');
});
