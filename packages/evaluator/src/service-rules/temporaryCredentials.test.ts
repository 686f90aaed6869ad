import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, decideWith, requestOf, type Situation } from '../_testing/decideWith.ts';

const ACCOUNT = '111122223333';
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/ops/run1`;
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/bob`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;

/** Everything is allowed, so that only the rule can deny. */
function asks(principal: string, action: string, rest: Situation = {}): string {
  return decideWith({ principal, action, resource: '*', identity: [{}], session: [[{}]], ...rest });
}

const trusting = { resource: ROLE, resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] };

describe('S198: role sessions', () => {
  test.each(['sts:GetFederationToken', 'sts:GetSessionToken', 'STS:getsessiontoken'])(
    'cannot call %s',
    (action) => {
      expect(asks(SESSION, action)).toBe('ImplicitDeny');
      expect(asks(ROLE, action)).toBe('ImplicitDeny');
      const { code, rule } = authorizerOf({ identity: [{}] }).explain(
        requestOf({ principal: SESSION, action, resource: '*' }),
      );
      expect([code, rule]).toEqual(['credentials-refused', 'S198']);
    },
  );

  test('call IAM and assume further roles', () => {
    expect(asks(SESSION, 'iam:CreateUser')).toBe('Allow');
    expect(asks(SESSION, 'sts:AssumeRole', trusting)).toBe('Allow');
  });

  test('are denied explicitly where a policy says so', () => {
    expect(asks(SESSION, 'sts:GetSessionToken', { identity: [{}, { Effect: 'Deny' }] })).toBe('ExplicitDeny');
  });
});

describe('S199: credentials of GetSessionToken', () => {
  const plain = { flags: { credentials: 'session-token' } } as const;
  const withMfa = { flags: { credentials: 'session-token-mfa' } } as const;

  test.each([ALICE, ROOT])('call no IAM operation without MFA: %s', (principal) => {
    expect(asks(principal, 'iam:ListUsers', plain)).toBe('ImplicitDeny');
    expect(asks(principal, 'iam:ListUsers', withMfa)).toBe('Allow');
    expect(asks(principal, 'iam:ListUsers', { flags: { credentials: 'long-term' } })).toBe('Allow');
  });

  test('of STS only what belongs to AssumeRole, and GetCallerIdentity', () => {
    for (const flags of [plain, withMfa]) {
      expect(asks(ALICE, 'sts:GetFederationToken', flags)).toBe('ImplicitDeny');
      expect(asks(ALICE, 'sts:GetSessionToken', flags)).toBe('ImplicitDeny');
      expect(asks(ALICE, 'sts:DecodeAuthorizationMessage', flags)).toBe('ImplicitDeny');
      expect(asks(ALICE, 'sts:AssumeRole', { ...trusting, ...flags })).toBe('Allow');
      expect(asks(ALICE, 'sts:TagSession', { ...trusting, ...flags })).toBe('Allow');
      expect(asks(ALICE, 'sts:GetCallerIdentity', flags)).toBe('Allow');
    }
  });

  test('pass roles, which is no operation, and call other services', () => {
    expect(asks(ALICE, 'iam:PassRole', { ...plain, resource: ROLE })).toBe('Allow');
    expect(asks(ALICE, 's3:GetObject', plain)).toBe('Allow');
  });

  test('S174: long-term and console credentials get session tokens under any policy', () => {
    const denied = { identity: [{ Effect: 'Deny' }] };
    expect(asks(ALICE, 'sts:GetSessionToken', denied)).toBe('Allow');
    expect(asks(ALICE, 'sts:GetSessionToken', { ...denied, flags: { credentials: 'console' } })).toBe(
      'Allow',
    );
  });
});

describe('S200: federated user sessions', () => {
  test('call no STS operation but GetCallerIdentity, in the console neither', () => {
    for (const flags of [{}, { credentials: 'console' } as const]) {
      expect(asks(FEDERATED, 'sts:GetSessionToken', { flags })).toBe('ImplicitDeny');
      expect(asks(FEDERATED, 'sts:AssumeRole', { ...trusting, flags })).toBe('ImplicitDeny');
      expect(asks(FEDERATED, 'sts:GetCallerIdentity', { flags })).toBe('Allow');
    }
    const named = { resource: ROLE, resourcePolicy: [{ Principal: { AWS: FEDERATED } }] };
    expect(asks(FEDERATED, 'sts:AssumeRole', named)).toBe('ImplicitDeny');
  });

  test('call IAM from the console only', () => {
    expect(asks(FEDERATED, 'iam:ListUsers')).toBe('ImplicitDeny');
    expect(asks(FEDERATED, 'iam:ListUsers', { flags: { credentials: 'console' } })).toBe('Allow');
    expect(asks(FEDERATED, 'iam:PassRole', { resource: ROLE })).toBe('Allow');
  });

  test('of root have what their session policies allow', () => {
    const flags = { federatedByRoot: true };
    expect(asks(FEDERATED, 's3:GetObject', { identity: [], flags })).toBe('Allow');
    expect(asks(FEDERATED, 's3:GetObject', { identity: [] })).toBe('ImplicitDeny');
    expect(asks(FEDERATED, 's3:GetObject', { session: [], flags })).toBe('ImplicitDeny');
    expect(asks(FEDERATED, 's3:GetObject', { boundary: [{ Action: 'ecs:*' }], flags })).toBe('Allow');
    const silent = [[{ Action: 'ecs:*' }]];
    expect(asks(FEDERATED, 's3:GetObject', { session: silent, flags })).toBe('ImplicitDeny');
    const { code, decisive } = authorizerOf({ session: [[{ Sid: 'Read' }]], flags }).explain(
      requestOf({ principal: FEDERATED, action: 's3:GetObject' }),
    );
    expect([code, decisive?.sid]).toEqual(['session-allow', 'Read']);
  });
});
