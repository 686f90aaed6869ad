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
} from './_testing/given.ts';
import { AccountAudit, AccountError } from './index.ts';

const BUCKET = 'arn:aws:s3:::reports';
const OBJECT = `${BUCKET}/a`;
const bucket = { arn: BUCKET, account: ACCOUNT, tags: {} };
const GET = { Action: 's3:GetObject' };

/** Who can read the object: `name answer keys gaps`. */
function readers(given: GivenAccounts, resource = OBJECT, action = 's3:GetObject'): readonly string[] {
  const audit = new AccountAudit(readGiven({ resources: [bucket], ...given }).snapshot);
  return audit
    .whoCan(action, resource)
    .principals.map(({ principal, answer, keys, gaps }) =>
      [principal.slice(principal.lastIndexOf('/') + 1), answer, ...keys, ...gaps].join(' '),
    );
}

const full = documentOf({});
const fullRcp = documentOf({ Principal: '*' });
const tree = (account: string, level: object, others: readonly object[] = []): object => ({
  id: 'o-a1',
  managementAccount: MANAGEMENT,
  root: {
    id: 'r-1',
    scps: [full],
    rcps: [fullRcp],
    children: [{ id: account, type: 'account', scps: [full], rcps: [fullRcp], ...level }, ...others],
  },
});

describe('whoCan', () => {
  test('names the statement, its policy and the group that brings it', () => {
    const { snapshot } = readGiven({
      users: { ada: { groups: ['ops'] }, bob: {} },
      groups: { ops: [{ Sid: 'Read', ...GET }] },
      resources: [bucket],
    });
    const { principals, assumed } = new AccountAudit(snapshot).whoCan('s3:GetObject', OBJECT);
    expect(assumed).toEqual([]);
    expect(principals).toEqual([
      {
        principal: arnOf('user', 'ada'),
        answer: 'certainly',
        keys: [],
        gaps: [],
        statements: [
          {
            effect: 'Allow',
            layer: 'identity',
            policy: 'team',
            group: `arn:aws:iam::${ACCOUNT}:group/ops`,
            sid: 'Read',
            pointer: '/Statement/0',
          },
        ],
      },
    ]);
  });

  test('says on which keys it depends, without those that no request for the action has', () => {
    const on = (key: string): object => ({ ...GET, Condition: { StringEquals: { [key]: 'x' } } });
    const users = {
      vpc: { allow: [on('aws:SourceVpc')] },
      cluster: { allow: [on('ecs:cluster')] },
      name: { allow: [on('aws:username')] },
    };
    expect(readers({ users })).toEqual(['vpc perhaps aws:SourceVpc']);
    const deny = { Effect: 'Deny', ...on('ecs:cluster') };
    expect(readers({ users: { ada: { allow: [GET, deny] } } })).toEqual(['ada certainly']);
  });

  test('what an identity provider told stays with the session, so that it may decide', () => {
    const sub = { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:example/app' } };
    const roles = { ci: { allow: [GET, { Effect: 'Deny', ...GET, Condition: sub }] } };
    expect(readers({ roles })).toEqual(['ci perhaps token.actions.githubusercontent.com:sub']);
  });

  test('S165: every level of service control policies must allow, but not for the management account', () => {
    const users = { ada: { allow: [GET] }, root: { account: MANAGEMENT, allow: [GET] } };
    const blocked = [documentOf({ Action: 'ec2:*' })];
    const management = { id: MANAGEMENT, type: 'account', scps: blocked };
    const mine = { ...bucket, policy: documentOf({ ...GET, Principal: { AWS: MANAGEMENT } }) };
    const given = { users, resources: [mine], organization: tree(ACCOUNT, { scps: blocked }, [management]) };
    expect(readers(given)).toEqual(['root certainly']);
    expect(readers({ ...given, organization: tree(ACCOUNT, {}, [management]) })).toEqual([
      'ada certainly',
      'root certainly',
    ]);
  });

  test('S167: service control policies do not bind service-linked roles', () => {
    const roles = {
      AWSServiceRoleForX: { path: 'aws-service-role/x.amazonaws.com/', allow: [GET] },
      plain: { allow: [GET] },
    };
    expect(readers({ roles, organization: tree(ACCOUNT, { scps: [] }) })).toEqual([
      'AWSServiceRoleForX certainly',
    ]);
  });

  test('S169: resource control policies of the account of the resource deny', () => {
    const users = { ada: { allow: [GET] } };
    const rcps = [
      fullRcp,
      documentOf({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-b2' } },
      }),
    ];
    expect(readers({ users, organization: tree(ACCOUNT, { rcps }) })).toEqual([]);
    const own = [
      fullRcp,
      documentOf({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1' } },
      }),
    ];
    expect(readers({ users, organization: tree(ACCOUNT, { rcps: own }) })).toEqual(['ada certainly']);
  });

  test('another account needs both sides', () => {
    const users = {
      ada: { account: OTHER, allow: [GET] },
      bob: { account: OTHER },
      eve: { account: OTHER, allow: [GET] },
    };
    const letIn = (AWS: string): GivenAccounts => ({
      users,
      resources: [{ ...bucket, policy: documentOf({ ...GET, Principal: { AWS } }) }],
    });
    expect(readers({ users })).toEqual([]);
    expect(readers(letIn(OTHER))).toEqual(['ada certainly', 'eve certainly']);
    expect(readers(letIn(arnOf('user', 'ada', OTHER)))).toEqual(['ada certainly']);
  });

  test('a resource policy lets a role of the account in by itself', () => {
    const { snapshot } = readGiven({
      roles: { web: {}, other: {} },
      resources: [
        { ...bucket, policy: documentOf({ Sid: 'Web', ...GET, Principal: { AWS: arnOf('role', 'web') } }) },
      ],
    });
    const { principals } = new AccountAudit(snapshot).whoCan('s3:GetObject', OBJECT);
    expect(principals.map(({ principal, statements }) => [principal, statements])).toEqual([
      [
        arnOf('role', 'web'),
        [
          {
            effect: 'Allow',
            layer: 'resource',
            policy: OBJECT,
            group: undefined,
            sid: 'Web',
            pointer: '/Statement/0',
          },
        ],
      ],
    ]);
  });

  test('what no file has leaves an answer open, and names it', () => {
    const limit = 'arn:aws:iam::aws:policy/Limit';
    const users = {
      ada: { allow: [GET], boundary: limit },
      bob: { boundary: limit },
      eve: { attached: [limit] },
      denied: { attached: [limit], allow: [{ Effect: 'Deny', ...GET }] },
    };
    expect(readers({ users })).toEqual([
      `ada perhaps permissions boundary ${limit}`,
      `eve perhaps policy ${limit}`,
    ]);
  });

  test('an account that is not in the organization may be under policies of another', () => {
    expect(readers({ users: { ada: { allow: [GET] } }, organization: tree(OTHER, {}) })).toEqual([
      `ada perhaps place in the organization of account ${ACCOUNT}`,
    ]);
  });

  test('keys and roles whose policies are unknown leave answers open', () => {
    const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;
    const users = { ada: { allow: [{ Action: 'kms:*' }] } };
    expect(readers({ users }, key, 'kms:Decrypt')).toEqual([`ada perhaps policy of ${key}`]);
    const open = { arn: key, policy: documentOf({ Action: 'kms:*', Principal: { AWS: ACCOUNT } }) };
    expect(readers({ users, resources: [open] }, key, 'kms:Decrypt')).toEqual(['ada certainly']);
  });

  test('another resource of which no file tells has no policy, which is said', () => {
    const { snapshot } = readGiven({ users: { ada: { allow: [GET] } } });
    const { principals, assumed } = new AccountAudit(snapshot).whoCan('s3:GetObject', OBJECT);
    expect(principals).toHaveLength(1);
    expect(assumed).toEqual([`policy of ${OBJECT}`]);
  });

  test('S203: sessions may have tags of their own only where the trust policy allows to pass some', () => {
    const allow = [{ ...GET, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } }];
    const taggable = trusting({ Principal: { AWS: ACCOUNT }, Action: ['sts:AssumeRole', 'sts:TagSession'] });
    const roles = {
      red: { allow, tags: { team: 'red' } },
      blue: { allow, tags: { team: 'blue' } },
      none: { allow },
      any: { allow, tags: { team: 'blue' }, trust: taggable },
    };
    expect(readers({ roles })).toEqual(['red certainly', 'any perhaps aws:PrincipalTag/team']);
  });

  test('tags of resources are all there are, where a file has them', () => {
    const allow = [{ Action: 'sqs:*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } } }];
    const arn = `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`;
    const ask = (more: object): readonly string[] =>
      readers({ users: { ada: { allow } }, resources: [{ arn, ...more }] }, arn, 'sqs:SendMessage');
    expect(ask({ tags: { team: 'red' } })).toEqual(['ada certainly']);
    expect(ask({ tags: {} })).toEqual([]);
    expect(ask({})).toEqual(['ada perhaps aws:ResourceTag/team']);
  });

  test('grants of a key count', () => {
    const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;
    const resources = [
      {
        arn: key,
        policy: documentOf({ Action: 'kms:*', Principal: { AWS: ACCOUNT } }),
        grants: [{ grantee: arnOf('role', 'web'), operations: ['Decrypt'] }],
      },
    ];
    expect(readers({ roles: { web: {}, other: {} }, resources }, key, 'kms:Decrypt')).toEqual([
      'web certainly',
    ]);
  });

  test('S174: what nobody can be refused, everyone can do', () => {
    expect(readers({ users: { ada: {} } }, '*', 'sts:GetCallerIdentity')).toEqual(['ada certainly']);
  });
});

describe('whatCan', () => {
  test('tells first what is allowed on every resource, then what goes beyond it', () => {
    const { snapshot } = readGiven({
      users: {
        ada: {
          allow: [
            { Action: ['sqs:Get*', 'sqs:ReceiveMessage'] },
            { Action: 's3:PutObject', Resource: `${BUCKET}/*` },
            { Effect: 'Deny', Action: 'sqs:ReceiveMessage', Resource: '*:secret' },
            { Action: 'sns:Publish', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
          ],
        },
      },
      resources: [{ arn: `arn:aws:sqs:eu-west-1:${ACCOUNT}:secret`, tags: {} }],
    });
    const { reach, gaps } = new AccountAudit(snapshot).whatCan(arnOf('user', 'ada'));
    expect(gaps).toEqual([]);
    expect(reach).toEqual([
      {
        resources: ['*'],
        certainly: ['sqs:Get*', 'sqs:ReceiveMessage', 'sts:GetCallerIdentity', 'sts:GetSessionToken'],
        perhaps: ['sns:Publish'],
        except: [],
      },
      {
        resources: [`arn:aws:sqs:eu-west-1:${ACCOUNT}:secret`],
        certainly: [],
        perhaps: [],
        except: ['sqs:ReceiveMessage'],
      },
      { resources: [`${BUCKET}/*`], certainly: ['s3:PutObject'], perhaps: [], except: [] },
    ]);
  });

  test('a principal that there is not is the fault of who asks', () => {
    const audit = new AccountAudit({ accounts: [] });
    expect(() => audit.whatCan('arn:aws:iam::111122223333:user/x')).toThrow(AccountError);
  });
});
