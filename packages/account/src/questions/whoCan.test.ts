import { expect, test } from 'vitest';
import { ACCOUNT, arnOf, documentOf, OTHER, readGiven, type GivenAccounts } from '../_testing/given.ts';
import { AccountAudit } from '../index.ts';

const BUCKET = 'arn:aws:s3:::reports';
const ALLOW = [{ Action: 's3:ListBucket' }];
const PEOPLE: GivenAccounts = {
  users: {
    own: { allow: [{ Action: 'ec2:*' }] },
    stranger: { account: OTHER, allow: [{ Action: 'ec2:*' }] },
    guest: { account: OTHER, allow: ALLOW },
  },
  roles: { app: { allow: [{ Action: 'ec2:*' }] } },
};

/** Whom a bucket's policy of one Allow lets in, and how surely. */
function letIn(statement: object, account: string | undefined = ACCOUNT): readonly string[] {
  const policy = documentOf({ Action: 's3:ListBucket', ...statement });
  const resources = [{ arn: BUCKET, account, tags: {}, policy }];
  return new AccountAudit(readGiven({ ...PEOPLE, resources }).snapshot)
    .whoCan('s3:ListBucket', BUCKET)
    .principals.map(
      ({ principal, answer }) => `${answer} ${principal.slice(principal.lastIndexOf('/') + 1)}`,
    );
}

test('everyone is all of the own account, and of others those whose policies allow it too', () => {
  expect(letIn({ Principal: '*' })).toEqual(['certainly own', 'certainly app', 'certainly guest']);
  const Condition = { Bool: { 'aws:SecureTransport': 'true' } };
  expect(letIn({ Principal: '*', Condition })).toHaveLength(3);
});

test('policies name principals by ARN, by unique id, and by the ARN of a session', () => {
  expect(letIn({ Principal: { AWS: arnOf('user', 'own') } })).toEqual(['certainly own']);
  expect(letIn({ Principal: { AWS: 'AIDAOWN' } })).toEqual(['certainly own']);
  const session = `arn:aws:sts::${ACCOUNT}:assumed-role/app/audit`;
  expect(letIn({ Principal: { AWS: session } })).toEqual(['certainly app']);
  expect(letIn({ Principal: { AWS: session.replace('/app/', '/gone/') } })).toEqual([]);
});

test('statements are named by their places, though others of their policies say nothing of the action', () => {
  const Deny = { Effect: 'Deny', Action: 'sqs:*' };
  const allow = [{ Action: 'ec2:*' }, Deny, { Sid: 'List', ...ALLOW[0] }];
  const resources = [{ arn: BUCKET, account: ACCOUNT, tags: {} }];
  const audit = new AccountAudit(readGiven({ users: { ada: { allow } }, resources }).snapshot);
  const [reach] = audit.whoCan('s3:ListBucket', BUCKET).principals;
  expect(reach?.statements).toMatchObject([{ policy: 'own', sid: 'List', pointer: '/Statement/2' }]);
});

test('the tags of an object of Amazon S3 stand in the key that it has for them; without tags, nobody is let in by one', () => {
  const object = `${BUCKET}/a`;
  const statement = {
    Action: 's3:GetObject',
    Condition: { StringEquals: { 's3:ExistingObjectTag/team': 'red' } },
  };
  const readers = (tags: Readonly<Record<string, string>> | undefined): readonly string[] => {
    const given = {
      users: { ada: { allow: [statement] } },
      resources: [{ arn: object, account: ACCOUNT, tags }],
    };
    const { principals } = new AccountAudit(readGiven(given).snapshot).whoCan('s3:GetObject', object);
    return principals.map(({ answer, keys }) => [answer, ...keys].join(' '));
  };
  expect(readers({ team: 'red' })).toEqual(['certainly']);
  expect(readers({ team: 'blue' })).toEqual([]);
  expect(readers({})).toEqual([]);
  expect(readers(undefined)).toEqual(['perhaps s3:ExistingObjectTag/team']);
});
