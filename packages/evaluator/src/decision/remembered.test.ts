import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, requestOf, type Situation } from '../_testing/decideWith.ts';
import type { Decision, Principal } from '../index.ts';

const OTHER = 'arn:aws:iam::444455556666:user/dave';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
const ROLE = 'arn:aws:iam::111122223333:role/ops/deploy';

/** Decides requests one after the other with the same authorizer. */
function decideInTurn(policies: Situation, requests: readonly Situation[]): Decision[] {
  const { decide } = authorizerOf(policies);
  return requests.map((request) => decide(requestOf(request)));
}

describe('what an authorizer remembers of earlier requests changes nothing', () => {
  test('S150: the same action and resource by one principal after the other', () => {
    const resourcePolicy = [{ Principal: { AWS: ALICE } }];
    const principals = [ALICE, OTHER, ALICE, 'anonymous', ALICE, ALICE, 'alice', OTHER];
    expect(
      decideInTurn(
        { resourcePolicy },
        principals.map((principal) => ({ principal })),
      ),
    ).toEqual([
      'Allow',
      'ImplicitDeny',
      'Allow',
      'ImplicitDeny',
      'Allow',
      'Allow',
      'ImplicitDeny',
      'ImplicitDeny',
    ]);
  });

  test('S162, S167: layers that bind one caller and not the next', () => {
    const service: Principal = { service: 'sns.amazonaws.com' };
    const principals: readonly Principal[] = [ALICE, service, ALICE, 'anonymous', service, OTHER];
    expect(
      decideInTurn(
        { resourcePolicy: [{}], scps: [[{ Effect: 'Deny' }]] },
        principals.map((principal) => ({ principal })),
      ),
    ).toEqual(['ExplicitDeny', 'Allow', 'ExplicitDeny', 'Allow', 'Allow', 'ExplicitDeny']);
  });

  test('S164: a principal that is an object is read anew each time', () => {
    const { decide } = authorizerOf({ resourcePolicy: [{ Principal: { Service: 'sns.amazonaws.com' } }] });
    const principal = { service: 'sns.amazonaws.com' };
    expect(decide(requestOf({ principal }))).toBe('Allow');
    principal.service = 'sqs.amazonaws.com';
    expect(decide(requestOf({ principal }))).toBe('ImplicitDeny');
  });

  test('S133, S135: the same principal in another context', () => {
    const named = { resourcePolicy: [{ Principal: { AWS: ROLE } }] };
    const of = (context: Situation['context']): Situation => ({ principal: SESSION, context });
    const contexts = [
      {},
      { 'aws:PrincipalArn': ROLE },
      {},
      { 'aws:PrincipalArn': ROLE.replace('ops', 'dev') },
    ];
    expect(decideInTurn(named, contexts.map(of))).toEqual([
      'ImplicitDeny',
      'Allow',
      'ImplicitDeny',
      'ImplicitDeny',
    ]);
    const byId = { resourcePolicy: [{ Principal: { AWS: 'AROAEXAMPLEROLE' } }] };
    const ids = ['AROAEXAMPLEROLE:run1', 'AROAOTHERROLE:run1', 'AROAEXAMPLEROLE:run1'];
    expect(
      decideInTurn(
        byId,
        ids.map((id) => of({ 'aws:userid': id })),
      ),
    ).toEqual(['Allow', 'ImplicitDeny', 'Allow']);
  });

  test('S61: one action after the other, in any letter case', () => {
    const identity = [{ Action: 's3:GetObject' }, { Effect: 'Deny', Action: 's3:PutObject' }];
    const actions = ['s3:GetObject', 's3:PutObject', 'S3:getobject', 's3:getobjectacl', 's3:GetObject', ''];
    expect(
      decideInTurn(
        { identity },
        actions.map((action) => ({ action })),
      ),
    ).toEqual(['Allow', 'ExplicitDeny', 'Allow', 'ImplicitDeny', 'Allow', 'ImplicitDeny']);
  });

  test('the first request may be about no action at all', () => {
    expect(decideInTurn({ identity: [{ Effect: 'Deny' }] }, [{ action: '' }])).toEqual(['ExplicitDeny']);
  });

  test('more principals than are remembered', () => {
    const { decide } = authorizerOf({ resourcePolicy: [{ Principal: { AWS: ALICE } }] });
    for (let index = 0; index < 3000; index++) {
      const principal = `arn:aws:iam::111122223333:user/user-${index}`;
      expect(decide(requestOf({ principal }))).toBe('ImplicitDeny');
      if (index % 500 === 0) expect(decide(requestOf({}))).toBe('Allow');
    }
  });
});
