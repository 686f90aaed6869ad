import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, decideWith, requestOf } from '../_testing/decideWith.ts';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const HUB = `arn:aws:sts::${ACCOUNT}:assumed-role/hub/s`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;

describe('S171, S172: a key or role whose own policy is not given', () => {
  test.each([
    ['kms:Decrypt', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k`, 'key-policy-unknown'],
    ['sts:AssumeRole', ROLE, 'trust-policy-unknown'],
    ['sts:TagSession', ROLE, 'trust-policy-unknown'],
  ])('is out of reach by %s', (action, resource, code) => {
    for (const principal of [ALICE, HUB, `arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${OTHER}:user/dave`]) {
      const { decision, ...rest } = authorizerOf({ identity: [{}] }).explain(
        requestOf({ principal, action, resource }),
      );
      expect([decision, rest.code]).toEqual(['ImplicitDeny', code]);
    }
    const { summary } = authorizerOf({ identity: [{}] }).explain(requestOf({ action, resource }));
    expect(summary).toContain('is not given');
  });

  test('leaves what names no key or role to the identity-based policies', () => {
    expect(decideWith({ identity: [{}], action: 'kms:ListKeys', resource: '*' })).toBe('Allow');
    expect(
      decideWith({
        identity: [{}],
        action: 'kms:CreateAlias',
        resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/a`,
      }),
    ).toBe('Allow');
    expect(
      decideWith({
        identity: [{}],
        action: 'sts:GetFederationToken',
        resource: `arn:aws:sts::${ACCOUNT}:federated-user/b`,
      }),
    ).toBe('Allow');
  });
});

describe('S203: tags, source identity and context of a session', () => {
  const assumeOnly = [{ Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }];
  const both = [
    {
      Principal: { AWS: ACCOUNT },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession', 'sts:SetContext'],
    },
  ];

  test.each(['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'])(
    '%s is for the trust policy to allow',
    (action) => {
      const request = { action, resource: ROLE, identity: [{}] };
      expect(decideWith({ ...request, resourcePolicy: assumeOnly })).toBe('ImplicitDeny');
      expect(decideWith({ ...request, resourcePolicy: both })).toBe('Allow');
      expect(decideWith({ ...request, identity: [], resourcePolicy: both })).toBe('ImplicitDeny');
    },
  );

  test('a source identity needs both sides where a role assumes a role', () => {
    const named = [{ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/hub` }, Action: 'sts:*' }];
    const request = { action: 'sts:SetSourceIdentity', resource: ROLE, resourcePolicy: named };
    expect(decideWith({ ...request, principal: HUB })).toBe('ImplicitDeny');
    expect(decideWith({ ...request, principal: HUB, identity: [{ Action: 'sts:SetSourceIdentity' }] })).toBe(
      'Allow',
    );
    expect(decideWith({ ...request, principal: HUB, action: 'sts:TagSession' })).toBe('Allow');
    const user = [{ Principal: { AWS: ALICE }, Action: 'sts:*' }];
    expect(decideWith({ ...request, resourcePolicy: user })).toBe('Allow');
    const session = [{ Principal: { AWS: HUB }, Action: 'sts:*' }];
    expect(decideWith({ ...request, principal: HUB, resourcePolicy: session })).toBe('ImplicitDeny');
  });

  test('sts:SetContext on the caller itself is for its own policies', () => {
    const self = { action: 'sts:SetContext', resource: `arn:aws:sts::${ACCOUNT}:self` };
    expect(decideWith({ ...self, identity: [{}] })).toBe('Allow');
  });
});

describe('S204: sts:AssumeRoot', () => {
  const call = { action: 'sts:AssumeRoot', resource: `arn:aws:iam::${OTHER}:root`, identity: [{}] };
  const flags = { principalInManagementAccount: true };

  test('goes from the management account or the delegated administrator to a member account', () => {
    expect(decideWith({ ...call, flags })).toBe('Allow');
    expect(decideWith({ ...call, principal: HUB, flags: { delegatedAdministrator: true } })).toBe('Allow');
    expect(decideWith(call)).toBe('ImplicitDeny');
  });

  test('is for the policies of the caller to allow', () => {
    expect(decideWith({ ...call, identity: [{ Action: 's3:*' }], flags })).toBe('ImplicitDeny');
    expect(decideWith({ ...call, identity: [], resourcePolicy: [{}], flags })).toBe('ImplicitDeny');
    const scps = [[{ Action: 's3:*' }]];
    expect(decideWith({ ...call, scps, flags: { delegatedAdministrator: true } })).toBe('ImplicitDeny');
    expect(decideWith({ ...call, boundary: [{ Action: 's3:*' }], flags })).toBe('ImplicitDeny');
  });

  test('is not for root', () => {
    expect(decideWith({ ...call, principal: `arn:aws:iam::${ACCOUNT}:root`, flags })).toBe('ImplicitDeny');
  });
});

describe('S167, S169, S211: service-linked roles', () => {
  const LINKED = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS`;
  const session = {
    principal: `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForRDS/rds`,
    identity: [{}],
    scps: [[{}, { Effect: 'Deny' }]],
    rcps: [[{ Effect: 'Deny' }]],
  };

  test('are known by the path that aws:PrincipalArn has', () => {
    expect(decideWith({ ...session, context: { 'aws:PrincipalArn': LINKED } })).toBe('Allow');
    expect(decideWith({ ...session, principal: LINKED })).toBe('Allow');
    expect(decideWith({ ...session, flags: { serviceLinkedRole: true } })).toBe('Allow');
    expect(decideWith(session)).toBe('ExplicitDeny');
  });

  test('are not known by a path that is not of the session', () => {
    const other = LINKED.replace('AWSServiceRoleForRDS', 'AWSServiceRoleForECS');
    expect(decideWith({ ...session, context: { 'aws:PrincipalArn': other } })).toBe('ExplicitDeny');
    const foreign = LINKED.replace(ACCOUNT, OTHER);
    expect(decideWith({ ...session, context: { 'aws:PrincipalArn': foreign } })).toBe('ExplicitDeny');
    const own = { ...session, principal: `arn:aws:sts::${ACCOUNT}:assumed-role/rds/s` };
    const mine = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/rds`;
    expect(decideWith({ ...own, context: { 'aws:PrincipalArn': mine } })).toBe('ExplicitDeny');
  });

  test('S211: are assumed by their service whatever an RCP says', () => {
    const service = { service: 'ecs.amazonaws.com' };
    const request = {
      principal: service,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
      resourcePolicy: [{ Principal: { Service: service.service } }],
      rcps: [[{ Effect: 'Deny' }]],
    };
    expect(decideWith(request)).toBe('Allow');
    expect(decideWith({ ...request, resource: ROLE })).toBe('ExplicitDeny');
    expect(decideWith({ ...request, principal: ALICE })).toBe('ExplicitDeny');
  });

  test('S211: are roles of IAM, whatever else an ARN has that path', () => {
    const service = { service: 'ecs.amazonaws.com' };
    const request = {
      principal: service,
      action: 'sts:AssumeRole',
      resource: `arn:aws:sqs::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
      resourcePolicy: [{ Principal: { Service: service.service } }],
      rcps: [[{ Effect: 'Deny' }]],
    };
    expect(decideWith(request)).toBe('ExplicitDeny');
  });
});

describe('S176: passing roles', () => {
  const pass = { action: 'iam:PassRole', resource: ROLE };

  test('is for identity-based policies, not for the trust policy', () => {
    expect(decideWith({ ...pass, identity: [{}] })).toBe('Allow');
    expect(decideWith({ ...pass, resourcePolicy: [{ Principal: { AWS: ALICE } }] })).toBe('ImplicitDeny');
    expect(decideWith({ ...pass, identity: [{}], resourcePolicy: [{ Effect: 'Deny' }] })).toBe(
      'ExplicitDeny',
    );
  });

  test('does not cross accounts', () => {
    const resource = `arn:aws:iam::${OTHER}:role/ops`;
    expect(decideWith({ ...pass, resource, identity: [{}], resourcePolicy: [{}] })).toBe('ImplicitDeny');
  });
});
