import type { PolicySet, PolicySetFlags, Principal, Request } from '@policywright/evaluator';
import { policyFromValue, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { interpret } from './interpret.ts';

const USER = 'arn:aws:iam::111122223333:user/alice';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
const CAROL = 'arn:aws:sts::111122223333:federated-user/carol';
const ROOT = 'arn:aws:iam::111122223333:root';
const OUTSIDER = 'arn:aws:iam::444455556666:user/dave';
const ROLE = 'arn:aws:iam::111122223333:role/deploy';

function policy(...statements: readonly object[]): Policy {
  const Statement = statements.map((parts) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...parts }));
  const result = policyFromValue({ Version: '2012-10-17', Statement });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

const EVERYTHING = policy({});
/** A trust or key policy that lets in everybody. */
const OPEN = policy({ Principal: '*' });

/** Whether a call is made where all policies allow all. */
function isMade(
  principal: Principal,
  action: string,
  resource: string,
  { flags, ...more }: PolicySet & { readonly request?: Partial<Request> } = {},
): boolean {
  const { request, ...policies } = { resource: OPEN, ...more };
  const set = {
    identity: [EVERYTHING],
    session: principal === CAROL ? [EVERYTHING] : undefined,
    ...policies,
    flags,
  };
  return interpret(set, { principal, action, resource, ...request }).decision === 'Allow';
}

describe('S196: what AWS manages', () => {
  const MANAGED = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const LINKED = 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/ForECS';
  const RESERVED = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/Admin';

  test.each(
    'CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion TagPolicy UntagPolicy'.split(
      ' ',
    ),
  )('iam:%s does not change a managed policy of AWS, and does one’s own', (name) => {
    expect(isMade(USER, `iam:${name}`, MANAGED)).toBe(false);
    expect(isMade(USER, `iam:${name}`, 'arn:aws:iam::111122223333:policy/own')).toBe(true);
  });

  test.each(
    (
      'AddRoleToInstanceProfile RemoveRoleFromInstanceProfile AttachRolePolicy DeleteRole DeleteRolePermissionsBoundary ' +
      'DeleteRolePolicy DetachRolePolicy PutRolePermissionsBoundary PutRolePolicy UpdateAssumeRolePolicy'
    ).split(' '),
  )('iam:%s changes no role of a service, and no reserved one', (name) => {
    expect(isMade(USER, `iam:${name}`, LINKED)).toBe(false);
    expect(isMade(USER, `iam:${name}`, RESERVED)).toBe(false);
    expect(isMade(USER, `iam:${name}`, ROLE)).toBe(true);
    // A role that is linked to a service looks after what IAM reserves.
    const flags = { serviceLinkedRole: true } as const;
    expect(isMade(SESSION, `iam:${name}`, RESERVED, { flags })).toBe(true);
  });

  test.each(['TagRole', 'UntagRole', 'UpdateRole', 'UpdateRoleDescription'])(
    'iam:%s describes a role of a service, and no reserved one',
    (name) => {
      expect(isMade(USER, `iam:${name}`, LINKED)).toBe(true);
      expect(isMade(USER, `iam:${name}`, RESERVED)).toBe(false);
    },
  );

  test.each([
    ['iam:GetRole', RESERVED],
    ['iam:GetPolicy', MANAGED],
    ['iam:DeletePolicy', 'arn:aws:iam::111122223333:policy/aws/own'],
    ['iam:DeleteServiceLinkedRole', LINKED],
  ])('%s on %s changes nothing of it', (action, resource) => {
    expect(isMade(USER, action, resource)).toBe(true);
  });

  const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k1';
  const ALIAS = 'arn:aws:kms:us-east-1:111122223333:alias';

  test.each(['CreateAlias', 'DeleteAlias', 'UpdateAlias'])('kms:%s changes no alias of AWS', (name) => {
    expect(isMade(USER, `kms:${name}`, `${ALIAS}/aws/s3`)).toBe(false);
    expect(isMade(USER, `kms:${name}`, `${ALIAS}/mine`)).toBe(true);
  });

  test.each(
    (
      'CancelKeyDeletion CreateAlias DeleteAlias DeleteImportedKeyMaterial DisableKey DisableKeyRotation EnableKey ' +
      'EnableKeyRotation ImportKeyMaterial PutKeyPolicy ReplicateKey RotateKeyOnDemand ScheduleKeyDeletion TagResource ' +
      'UntagResource UpdateAlias UpdateKeyDescription UpdatePrimaryRegion'
    ).split(' '),
  )('kms:%s changes a key of one’s own, and none that AWS manages', (name) => {
    expect(isMade(USER, `kms:${name}`, KEY)).toBe(true);
    expect(isMade(USER, `kms:${name}`, KEY, { flags: { awsManagedKey: true } })).toBe(false);
  });

  test('a key that AWS manages is used by its account alone', () => {
    const flags = { awsManagedKey: true } as const;
    expect(isMade(USER, 'kms:Decrypt', KEY, { flags })).toBe(true);
    expect(isMade(OUTSIDER, 'kms:Decrypt', KEY, { flags })).toBe(false);
    expect(isMade(OUTSIDER, 'kms:Decrypt', KEY)).toBe(true);
  });
});

describe('S197 to S200: what credentials do not reach', () => {
  const token = { flags: { credentials: 'session-token' } } as const;
  const withMfa = { flags: { credentials: 'session-token-mfa' } } as const;
  const inConsole = { flags: { credentials: 'console' } } as const;

  test.each<readonly [Principal, string, string, PolicySet, boolean]>([
    [ROOT, 'sts:AssumeRole', ROLE, {}, false],
    [USER, 'sts:AssumeRole', ROLE, {}, true],
    [SESSION, 'sts:GetSessionToken', '*', {}, false],
    [SESSION, 'sts:GetFederationToken', '*', {}, false],
    [SESSION, 'sts:GetCallerIdentity', '*', {}, true],
    [ROLE, 'sts:GetSessionToken', '*', {}, false],
    [USER, 'sts:GetSessionToken', '*', {}, true],
    [USER, 'iam:GetRole', ROLE, token, false],
    [ROOT, 'iam:GetRole', ROLE, token, false],
    [SESSION, 'iam:GetRole', ROLE, token, true],
    [USER, 'iam:GetRole', ROLE, withMfa, true],
    [USER, 'iam:GetRole', ROLE, inConsole, true],
    [USER, 'iam:PassRole', ROLE, token, true],
    [USER, 's3:GetObject', 'arn:aws:s3:::b/k', token, true],
    [USER, 'sts:AssumeRole', ROLE, token, true],
    [USER, 'sts:TagSession', ROLE, token, true],
    [USER, 'sts:GetCallerIdentity', '*', token, true],
    [USER, 'sts:GetSessionToken', '*', token, false],
    [USER, 'sts:GetFederationToken', '*', withMfa, false],
    [CAROL, 'sts:GetCallerIdentity', '*', {}, true],
    [CAROL, 'sts:AssumeRole', ROLE, {}, false],
    [CAROL, 'iam:GetRole', ROLE, {}, false],
    [CAROL, 'iam:GetRole', ROLE, inConsole, true],
    [CAROL, 's3:GetObject', 'arn:aws:s3:::b/k', {}, true],
  ])('%s calls %s on %s with %j: %s', (principal, action, resource, policies, expected) => {
    expect(isMade(principal, action, resource, policies)).toBe(expected);
  });
});

describe('S195: a bucket whose policy is public serves its own account alone', () => {
  const OBJECT = 'arn:aws:s3:::b/k';
  const POINT = 'arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/k';
  const blocked = (
    statement: object,
    {
      flags = {},
      resource = OBJECT,
      principal = OUTSIDER,
    }: {
      readonly flags?: PolicySetFlags;
      readonly resource?: string;
      readonly principal?: Principal;
    } = {},
  ): boolean => {
    // The caller is let in by a statement of its own, too.
    const policies = {
      resource: policy({ Principal: '*', ...statement }, { Principal: { AWS: '444455556666' } }),
      flags: { restrictPublicBuckets: true, ...flags } as const,
    };
    const request = { resourceAccount: '111122223333', context: {} };
    return !isMade(principal, 's3:GetObject', resource, { ...policies, request });
  };
  const under = (operator: string, key: string, value: unknown): boolean =>
    blocked({ Action: 's3:NoSuchAction', Condition: { [operator]: { [key]: value } } });

  test('and AWS services', () => {
    expect(blocked({})).toBe(true);
    expect(blocked({ Action: 's3:NoSuchAction' })).toBe(true);
    expect(blocked({ Effect: 'Deny', Action: 's3:NoSuchAction' })).toBe(false);
    expect(blocked({ Principal: { AWS: '444455556666' } })).toBe(false);
    expect(blocked({}, { principal: USER })).toBe(false);
    expect(blocked({}, { principal: { service: 's3.amazonaws.com' } })).toBe(false);
  });

  test.each(
    (
      'aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalOrgPaths aws:userid ' +
      'aws:PrincipalServiceName aws:SourceArn aws:SourceAccount aws:SourceOwner aws:SourceVpc aws:SourceVpce ' +
      's3:DataAccessPointAccount'
    ).split(' '),
  )('unless conditions hold it to fixed values of %s', (key) => {
    expect(under('StringEquals', key, ['a', 'b'])).toBe(false);
    for (const open of ['*', 'a*', 'a?', '${aws:username}'])
      expect(under('StringLike', key, ['a', open])).toBe(true);
    expect(under('StringNotEquals', key, 'a')).toBe(true);
    expect(under('StringEqualsIfExists', key, 'a')).toBe(true);
    expect(under('ForAllValues:StringEquals', key, 'a')).toBe(true);
  });

  test.each([
    ['StringEqualsIgnoreCase', 'aws:userid', false],
    ['StringLike', 'aws:userid', false],
    ['ArnEquals', 'aws:SourceArn', false],
    ['ArnLike', 'aws:SourceArn', false],
    ['ArnNotLike', 'aws:SourceArn', true],
    ['StringEquals', 'aws:UserAgent', true],
  ])('and %s on %s counts or not', (operator, key, expected) => {
    expect(under(operator, key, 'arn:aws:s3:::b')).toBe(expected);
  });

  test.each([
    ['10.0.0.0/8', false],
    ['10.0.0.0/7', true],
    ['10.0.0.1', false],
    ['2001:db8::/32', false],
    ['2001:db8::/31', true],
    ['2001:db8::1', false],
    ['0.0.0.0/0', true],
  ])('and a range of addresses is narrow enough or not: %s', (range, expected) => {
    expect(under('IpAddress', 'aws:SourceIp', range)).toBe(expected);
  });

  test.each([
    ['arn:aws:s3:us-east-1:111122223333:accesspoint/*', false],
    ['arn:aws:s3:us-east-1:*:accesspoint/ap', true],
    ['arn:aws:s3:*:111122223333:accesspoint/ap', true],
    ['arn:aws:s3:us-east-1:111122223333:bucket/ap', true],
  ])('and of an access point only the name may be open: %s', (arn, expected) => {
    expect(under('ArnLike', 's3:DataAccessPointArn', arn)).toBe(expected);
  });

  test.each([
    ['accounts.google.com', true],
    ['cognito-identity.amazonaws.com', true],
    ['www.amazon.com', true],
    ['graph.facebook.com', true],
    ['arn:aws:iam::111122223333:saml-provider/corp', false],
  ])('and providers that anyone may be known by are everyone: %s', (Federated, expected) => {
    expect(blocked({ Principal: { Federated }, Action: 's3:NoSuchAction' })).toBe(expected);
  });

  test('and access points too, but for those of a VPC', () => {
    expect(blocked({}, { resource: POINT })).toBe(true);
    expect(blocked({}, { resource: POINT, flags: { accessPointNetworkOrigin: 'Internet' } })).toBe(true);
    expect(blocked({}, { resource: POINT, flags: { accessPointNetworkOrigin: 'VPC' } })).toBe(false);
    expect(blocked({}, { flags: { accessPointNetworkOrigin: 'VPC' } })).toBe(true);
  });
});

describe('S201: what takes unsigned requests', () => {
  test.each([
    ['s3:GetObject', true],
    ['s3:CreateBucket', false],
    ['s3:ListAllMyBuckets', false],
    ['sqs:SendMessage', true],
    ['sns:Publish', true],
    ['vpc-lattice-svcs:Invoke', true],
    ['execute-api:Invoke', true],
    ['execute-api:ManageConnections', false],
    ['lambda:InvokeFunctionUrl', true],
    ['lambda:InvokeFunction', true],
    ['lambda:GetFunction', false],
    ['es:ESHttpGet', true],
    ['es:DescribeDomain', false],
    ['elasticfilesystem:ClientMount', true],
    ['elasticfilesystem:ClientWrite', true],
    ['elasticfilesystem:ClientRootAccess', true],
    ['elasticfilesystem:DescribeFileSystems', false],
    ['kms:Decrypt', false],
    ['ecs:RunTask', false],
  ])('%s: %s', (action, expected) => {
    const resource = `arn:aws:${action.slice(0, action.indexOf(':'))}:us-east-1:111122223333:thing/a`;
    expect(isMade('anonymous', action, resource)).toBe(expected);
  });
});

describe('S202: an identity of a provider makes two calls, with their parts, and nobody else does', () => {
  const provider: Principal = { federated: 'arn:aws:iam::111122223333:saml-provider/corp' };
  test.each([
    ['sts:AssumeRoleWithSAML', true, false],
    ['sts:AssumeRoleWithWebIdentity', true, false],
    ['sts:TagSession', true, true],
    ['sts:SetSourceIdentity', true, true],
    ['sts:SetContext', true, true],
    ['sts:AssumeRole', false, true],
  ])('%s: %s, and of a user %s', (action, byProvider, byUser) => {
    expect(isMade(provider, action, ROLE)).toBe(byProvider);
    expect(isMade(USER, action, ROLE)).toBe(byUser);
  });

  test('nor is it let in anywhere else', () => {
    expect(isMade(provider, 's3:GetObject', 'arn:aws:s3:::b/k')).toBe(false);
  });
});

describe('S204: AssumeRoot goes to the root user of a member account', () => {
  const OTHER_ROOT = 'arn:aws:iam::444455556666:root';
  const management: PolicySetFlags = { principalInManagementAccount: true };
  const delegated: PolicySetFlags = { delegatedAdministrator: true };
  test.each<readonly [Principal, string, PolicySetFlags, boolean]>([
    [USER, OTHER_ROOT, management, true],
    [USER, OTHER_ROOT, delegated, true],
    [SESSION, OTHER_ROOT, management, true],
    [USER, OTHER_ROOT, {}, false],
    [USER, ROOT, management, false],
    [ROOT, OTHER_ROOT, management, false],
    [USER, 'arn:aws:iam::444455556666:user/root', management, false],
    [USER, 'arn:aws:iam:us-east-1:444455556666:root', management, false],
    [USER, 'arn:aws:s3::444455556666:root', management, false],
    [USER, 'arn:aws:iam::4444:root', management, false],
    [USER, '*', management, false],
  ])('%s to %s with %j: %s', (principal, resource, flags, expected) => {
    expect(isMade(principal, 'sts:AssumeRoot', resource, { flags, resource: undefined })).toBe(expected);
  });
});
