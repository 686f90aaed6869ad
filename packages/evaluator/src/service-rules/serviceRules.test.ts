import { describe, expect, test } from 'vitest';
import { ALICE, decideWith, type Situation } from '../_testing/decideWith.ts';

const ACCOUNT = '111122223333';
const OTHER = 'arn:aws:iam::444455556666:user/dave';

describe('S195: S3 Block Public Access, RestrictPublicBuckets', () => {
  const flags = { restrictPublicBuckets: true };
  const open = { resourcePolicy: [{}], resourceAccount: ACCOUNT, flags };
  const anonymous = (Condition: unknown): string =>
    decideWith({
      ...open,
      principal: 'anonymous',
      resourcePolicy: [{ Condition }],
      context: { 'aws:SourceIp': '203.0.113.7', 'aws:SourceVpce': 'vpce-1' },
    });

  test('keeps anonymous callers and other accounts out of a bucket with a public policy', () => {
    expect(decideWith({ ...open, principal: 'anonymous' })).toBe('ImplicitDeny');
    expect(decideWith({ ...open, principal: 'anonymous', flags: {} })).toBe('Allow');
    expect(decideWith({ ...open, principal: OTHER, identity: [{}] })).toBe('ImplicitDeny');
    expect(decideWith({ ...open, principal: OTHER, identity: [{}], flags: {} })).toBe('Allow');
  });

  test("lets the owner's account and AWS services in", () => {
    expect(decideWith({ ...open, principal: ALICE })).toBe('Allow');
    expect(decideWith({ ...open, principal: { service: 'logging.s3.amazonaws.com' } })).toBe('Allow');
  });

  test('does not bind other services', () => {
    expect(decideWith({ ...open, principal: 'anonymous', action: 'sqs:SendMessage' })).toBe('Allow');
  });

  test('takes a policy for public unless a condition fixes who or where the caller is', () => {
    expect(anonymous({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })).toBe('Allow');
    expect(anonymous({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } })).toBe('Allow');
    expect(anonymous({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })).toBe('ImplicitDeny');
    expect(anonymous({ StringLike: { 'aws:SourceVpce': 'vpce-*' } })).toBe('ImplicitDeny');
    expect(anonymous({ StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } })).toBe('ImplicitDeny');
    expect(anonymous({ StringNotEquals: { 'aws:SourceVpce': 'vpce-2' } })).toBe('ImplicitDeny');
    expect(anonymous({ Null: { 'aws:SourceVpce': 'false' } })).toBe('ImplicitDeny');
  });

  test('lets a bucket policy leave the name of access points open, but no policy of an access point', () => {
    const point = `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/ap`;
    const named = (pattern: string): Situation => ({
      ...open,
      principal: OTHER,
      identity: [{}],
      resourcePolicy: [{ Condition: { StringLike: { 's3:DataAccessPointArn': pattern } } }],
      context: { 's3:DataAccessPointArn': point },
    });
    const ofAccount = `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/*`;
    expect(decideWith(named(ofAccount))).toBe('Allow');
    expect(decideWith(named('arn:aws:s3:us-east-1:*:accesspoint/ap'))).toBe('ImplicitDeny');
    const through = { ...named(ofAccount), resource: `${point}/object/q1.csv` };
    expect(decideWith(through)).toBe('ImplicitDeny');
    expect(decideWith({ ...through, flags: { ...flags, accessPointNetworkOrigin: 'VPC' } })).toBe('Allow');
  });

  test('takes a statement for a web identity provider, where anybody can be, for one for everyone', () => {
    const named = { Principal: { AWS: OTHER } };
    const withProvider = (Federated: string): string =>
      decideWith({
        ...open,
        principal: OTHER,
        identity: [{}],
        resourcePolicy: [named, { Principal: { Federated } }],
      });
    expect(withProvider('accounts.google.com')).toBe('ImplicitDeny');
    expect(withProvider(`arn:aws:iam::${ACCOUNT}:saml-provider/corp`)).toBe('Allow');
  });

  test('takes one statement for everyone as enough', () => {
    const named = { Principal: { AWS: OTHER } };
    const across: Situation = { ...open, principal: OTHER, identity: [{}] };
    expect(decideWith({ ...across, resourcePolicy: [named] })).toBe('Allow');
    expect(decideWith({ ...across, resourcePolicy: [named, { Action: 's3:ListBucket' }] })).toBe(
      'ImplicitDeny',
    );
  });
});

describe('S196: what AWS reserves for itself in IAM', () => {
  const change = (action: string, resource: string, more: Situation = {}): string =>
    decideWith({ identity: [{}], action, resource, ...more });
  const LINKED = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;

  test.each([
    ['iam:DeletePolicyVersion', 'arn:aws:iam::aws:policy/AdministratorAccess'],
    ['iam:PutRolePolicy', LINKED],
    [
      'iam:AttachRolePolicy',
      `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1`,
    ],
  ])('%s on %s is refused', (action, resource) => {
    expect(change(action, resource)).toBe('ImplicitDeny');
    expect(change(action.toUpperCase(), resource)).toBe('ImplicitDeny');
  });

  test('may be read, created and used', () => {
    expect(change('iam:GetRole', LINKED)).toBe('Allow');
    expect(change('iam:CreateServiceLinkedRole', LINKED)).toBe('Allow');
    expect(change('iam:PutRolePolicy', `arn:aws:iam::${ACCOUNT}:role/deploy`)).toBe('Allow');
  });

  test('does not bind the service itself', () => {
    const principal = `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForECS/ecs`;
    expect(change('iam:DeleteRole', LINKED, { principal, flags: { serviceLinkedRole: true } })).toBe('Allow');
  });
});

describe('S197: the root user assumes no role', () => {
  const trust = {
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${ACCOUNT}:role/admin`,
    resourcePolicy: [{ Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }],
    identity: [{}],
    flags: { resourcePolicyKind: 'trust' },
  } as const;

  test('whatever the trust policy allows', () => {
    expect(decideWith({ ...trust, principal: `arn:aws:iam::${ACCOUNT}:root` })).toBe('ImplicitDeny');
    expect(decideWith({ ...trust, principal: ALICE })).toBe('Allow');
  });

  test('and does everything else in its account', () => {
    expect(
      decideWith({
        principal: `arn:aws:iam::${ACCOUNT}:root`,
        action: 'iam:TagRole',
        resource: trust.resource,
      }),
    ).toBe('Allow');
  });
});

describe('S176: what a resource policy has no say in', () => {
  test('leaves actions of IAM to identity policies, whatever the kind of the policy that is given', () => {
    const pass = { action: 'iam:PassRole', resource: `arn:aws:iam::${ACCOUNT}:role/deploy` };
    const trust = { ...pass, resourcePolicy: [{}], flags: { resourcePolicyKind: 'trust' } } as const;
    expect(decideWith({ ...trust, identity: [{}] })).toBe('Allow');
    expect(decideWith(trust)).toBe('ImplicitDeny');
    expect(decideWith({ ...trust, principal: `arn:aws:iam::${ACCOUNT}:root` })).toBe('Allow');
  });
});

describe('S204: sts:AssumeRoot', () => {
  const assume = (resource: string, more: Situation = {}): string =>
    decideWith({
      identity: [{}],
      action: 'sts:AssumeRoot',
      resource,
      flags: { principalInManagementAccount: true },
      ...more,
    });

  test('goes to the root user of a member account, and to nothing else', () => {
    expect(assume('arn:aws:iam::444455556666:root')).toBe('Allow');
    expect(assume('arn:aws:iam::444455556666:role/deploy')).toBe('ImplicitDeny');
    expect(assume('*')).toBe('ImplicitDeny');
  });

  test('does not go to the management account itself, which is no member', () => {
    expect(assume(`arn:aws:iam::${ACCOUNT}:root`)).toBe('ImplicitDeny');
    expect(assume(`arn:aws:iam::${ACCOUNT}:root`, { flags: { delegatedAdministrator: true } })).toBe('Allow');
  });
});

describe('S200: a federated session that root made', () => {
  const session: Situation = {
    principal: `arn:aws:sts::${ACCOUNT}:federated-user/alice`,
    session: [[{}]],
    flags: { federatedByRoot: true },
  };

  test('is not a session of the user of its name', () => {
    const resourcePolicy = [{ Principal: { AWS: ALICE } }];
    const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/k`, resourcePolicy };
    expect(decideWith({ ...session, ...key, flags: {} })).toBe('Allow');
    expect(decideWith({ ...session, ...key })).toBe('ImplicitDeny');
  });

  test('has no boundary that would undo an exemption from Deny (S143)', () => {
    const NotPrincipal = { AWS: [`arn:aws:sts::${ACCOUNT}:federated-user/alice`, ACCOUNT] };
    const resourcePolicy = [{ Effect: 'Deny', NotPrincipal }];
    expect(decideWith({ ...session, resourcePolicy, boundary: [{}] })).toBe('Allow');
    expect(decideWith({ ...session, resourcePolicy, boundary: [{}], identity: [{}], flags: {} })).toBe(
      'ExplicitDeny',
    );
  });
});

test('S33: in the policy of a gateway endpoint an Allow with NotPrincipal names nobody', () => {
  const root = { principal: `arn:aws:iam::${ACCOUNT}:root` };
  const vpcEndpoint = [{ NotPrincipal: { AWS: '444455556666' } }];
  expect(decideWith({ ...root, vpcEndpoint })).toBe('ImplicitDeny');
  expect(decideWith({ ...root, vpcEndpoint, flags: { endpointType: 'interface' } })).toBe('Allow');
  expect(decideWith({ ...root, vpcEndpoint: [{ Principal: { AWS: ACCOUNT } }] })).toBe('Allow');
});
