import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  arnOf,
  documentOf,
  MANAGEMENT,
  OTHER,
  readGiven,
  trusting,
  type GivenAccounts,
} from '../_testing/given.ts';
import { AccountAudit, type ExternalParty } from '../index.ts';

const BUCKET = 'arn:aws:s3:::reports';
const OUTSIDE = '999988887777';
const GET = { Action: 's3:GetObject', Resource: `${BUCKET}/*` };

function partyText(party: ExternalParty): string {
  switch (party.kind) {
    case 'everyone':
      return 'everyone';
    case 'account':
      return `account ${party.account}`;
    case 'principals':
      return party.principals.join('+');
    case 'provider':
      return party.provider;
    case 'canonicalUser':
      return party.id;
    case 'service':
      return `${party.service} ${party.source ?? 'for whoever passed'}`;
  }
}

/** Who gets in: `party answer keys`. */
function outside(given: GivenAccounts, zone?: Parameters<AccountAudit['external']>[0]): readonly string[] {
  const { reach } = new AccountAudit(readGiven(given).snapshot).external(zone);
  return reach.map(({ party, answer, keys }) =>
    [partyText(party), answer, ...keys.map(({ key, control }) => `${key}=${control}`)].join(' '),
  );
}

const bucket = (...statements: readonly object[]): object => ({
  arn: BUCKET,
  account: ACCOUNT,
  tags: {},
  policy: documentOf(...statements),
});
const full = documentOf({});
const fullRcp = documentOf({ Principal: '*' });
const organization = (rcps: readonly object[] = [fullRcp]): object => ({
  id: 'o-a1b2c3d4e5',
  managementAccount: MANAGEMENT,
  root: {
    id: 'r-1',
    scps: [full],
    rcps,
    children: [ACCOUNT, OTHER, MANAGEMENT].map((id) => ({
      id,
      type: 'account',
      scps: [full],
      rcps: [fullRcp],
    })),
  },
});

describe('external', () => {
  test('tells of accounts, everyone and single principals, by which statement and for which actions', () => {
    const { snapshot } = readGiven({
      resources: [
        bucket(
          { Sid: 'Own', ...GET, Principal: { AWS: ACCOUNT } },
          { Sid: 'Share', ...GET, Principal: { AWS: OUTSIDE } },
        ),
      ],
    });
    const { reach, unknown } = new AccountAudit(snapshot).external();
    expect(unknown).toEqual([]);
    expect(reach).toEqual([
      {
        resource: BUCKET,
        party: { kind: 'account', account: OUTSIDE },
        example: `arn:aws:iam::${OUTSIDE}:user/someone`,
        actions: ['s3:GetObject'],
        answer: 'certainly',
        keys: [],
        gaps: [],
        statements: [
          {
            effect: 'Allow',
            layer: 'resource',
            policy: BUCKET,
            group: undefined,
            sid: 'Share',
            pointer: '/Statement/1',
          },
        ],
        isPublic: undefined,
      },
    ]);
    const names = [`arn:aws:iam::${OUTSIDE}:user/a`, `arn:aws:iam::${OUTSIDE}:user/b`];
    expect(outside({ resources: [bucket({ ...GET, Principal: { AWS: names } })] })[0]).toBe(
      `${names.join('+')} certainly`,
    );
  });

  test('S195: everyone is public, unless the policy asks for a fixed value of where they come from', () => {
    const publicOf = (more: object): readonly unknown[] =>
      new AccountAudit(readGiven({ resources: [bucket({ ...GET, Principal: '*', ...more })] }).snapshot)
        .external()
        .reach.map(({ party, answer, isPublic }) => [partyText(party), answer, isPublic]);
    expect(publicOf({})).toEqual([['everyone', 'certainly', true]]);
    const other = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-other12345' } } };
    expect(publicOf(other)).toEqual([['everyone', 'perhaps', false]]);
  });

  test('the organization is trusted, or those alone whom the zone names', () => {
    const given = {
      organization: organization(),
      resources: [bucket({ ...GET, Principal: { AWS: OTHER } })],
    };
    expect(outside(given)).toEqual([]);
    expect(outside(given, {})).toEqual([`account ${OTHER} certainly`]);
    expect(outside(given, { accounts: [OTHER] })).toEqual([]);
    expect(outside(given, { organization: 'o-a1b2c3d4e5' })).toEqual([]);
    const own = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } };
    expect(outside({ ...given, resources: [bucket({ ...GET, Principal: '*', ...own })] })).toEqual([]);
  });

  test('S169: resource control policies keep outsiders out, but for roles that are linked to services', () => {
    const deny = documentOf({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    });
    const resources = [bucket({ ...GET, Principal: { AWS: `arn:aws:iam::${OUTSIDE}:user/a` } })];
    const given = { organization: organization(), resources };
    expect(outside(given)).toEqual([`arn:aws:iam::${OUTSIDE}:user/a certainly`]);
    expect(outside({ ...given, organization: organization([fullRcp, deny]) })).toEqual([]);
  });

  test('conditions make it depend on keys, and it is said who has them in hand', () => {
    const given = (Condition: object): GivenAccounts => ({
      roles: { ci: { trust: trusting({ Principal: { AWS: OUTSIDE }, Condition }) } },
    });
    expect(outside(given({ StringEquals: { 'sts:ExternalId': 'x' } }))).toEqual([
      `account ${OUTSIDE} perhaps sts:ExternalId=caller`,
    ]);
    expect(outside(given({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }))).toEqual([
      `account ${OUTSIDE} perhaps aws:SourceIp=aws`,
    ]);
  });

  test('identity providers are told of, those of the own account, too', () => {
    const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
    const saml = `arn:aws:iam::${ACCOUNT}:saml-provider/corp`;
    const trust = trusting(
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: provider },
        Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example/*' } },
      },
      { Action: 'sts:AssumeRoleWithSAML', Principal: { Federated: saml } },
    );
    expect(outside({ roles: { ci: { trust } } })).toEqual([
      `${provider} perhaps token.actions.githubusercontent.com:sub=provider`,
      `${saml} certainly`,
    ]);
  });

  test('S181: services are told apart, with whether they may call for outsiders', () => {
    const of = (Condition?: object): readonly string[] =>
      outside({
        resources: [
          bucket({
            ...GET,
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            ...(Condition && { Condition }),
          }),
        ],
      });
    expect(of()).toEqual(['cloudtrail.amazonaws.com open certainly']);
    expect(of({ StringEquals: { 'aws:SourceAccount': ACCOUNT } })).toEqual([
      'cloudtrail.amazonaws.com held perhaps aws:SourceAccount=aws',
    ]);
    const trail = (account: string): object => ({
      ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:*:${account}:trail/t` },
    });
    expect(of(trail(ACCOUNT))).toEqual(['cloudtrail.amazonaws.com held perhaps aws:SourceArn=aws']);
    expect(of(trail('*'))).toEqual(['cloudtrail.amazonaws.com open perhaps aws:SourceArn=aws']);
    const trust = trusting({ Principal: { Service: 'lambda.amazonaws.com' } });
    expect(outside({ roles: { a: { trust } } })).toEqual([
      'lambda.amazonaws.com for whoever passed certainly',
    ]);
  });

  test('S195: Block Public Access keeps everyone out whom the policy lets in', () => {
    const open = bucket({ ...GET, Principal: '*' });
    expect(outside({ resources: [{ ...open, restrictPublicBuckets: true }] })).not.toContain(
      'everyone certainly',
    );
  });

  test('S208: grants of keys let principals of other accounts in', () => {
    const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
    const policy = documentOf({ Action: 'kms:*', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
    const grantee = `arn:aws:iam::${OUTSIDE}:role/app`;
    const grants = [{ grantee, operations: ['Decrypt'] }];
    expect(outside({ resources: [{ arn: key, account: ACCOUNT, tags: {}, policy, grants }] })).toEqual([
      `${grantee} certainly`,
    ]);
  });

  test('what is not known is named, and nobody is said to be kept out', () => {
    const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
    const { reach, unknown } = new AccountAudit(
      readGiven({ users: { ada: {} }, resources: [{ arn: key, account: ACCOUNT }] }).snapshot,
    ).external();
    expect(reach).toEqual([]);
    expect(unknown).toEqual([{ resource: key, why: `policy of ${key} is not known` }]);
  });

  test('roles of one trust policy are each told of', () => {
    const trust = trusting({ Principal: { AWS: OUTSIDE } });
    const { reach } = new AccountAudit(
      readGiven({ roles: { a: { trust }, b: { trust } } }).snapshot,
    ).external();
    expect(reach.map(({ resource, statements }) => [resource, statements[0]?.policy])).toEqual(
      ['a', 'b'].map((name) => [arnOf('role', name), arnOf('role', name)]),
    );
  });

  test('roles of one trust policy that asks for their tags in one statement are looked at each', () => {
    const trust = trusting(
      { Principal: { Service: 'ec2.amazonaws.com' } },
      { Principal: { AWS: OUTSIDE }, Condition: { StringEquals: { 'aws:ResourceTag/open': 'yes' } } },
    );
    const roles = { a: { trust, tags: { open: 'no' } }, b: { trust, tags: { open: 'yes' } } };
    const { reach } = new AccountAudit(readGiven({ roles }).snapshot).external();
    const ofAccounts = reach.filter(({ party }) => party.kind === 'account');
    expect(ofAccounts.map(({ resource, answer }) => [resource, answer])).toEqual([
      [arnOf('role', 'b'), 'certainly'],
    ]);
  });
});
