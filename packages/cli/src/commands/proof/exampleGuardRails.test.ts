import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runInMemory, type Outcome } from '../../_testing/runInMemory.ts';

const FILE = join(import.meta.dirname, '../../../../../examples/guard-rails.yaml');
const RAILS = parse(readFileSync(FILE, 'utf8')) as readonly { readonly id: string }[];

type Statement = Readonly<Record<string, unknown>>;
const allow = (
  Action: string | readonly string[],
  Condition?: object,
  Resource: unknown = '*',
): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: string | readonly string[], Condition?: object): Statement => ({
  ...allow(Action, Condition),
  Effect: 'Deny',
});
const tagged = (team: string): object => ({ StringEquals: { 'aws:PrincipalTag/team': team } });
const inOrganization = (key: string): object => ({ StringEquals: { [key]: 'o-exampleorgid' } });

/** Of each guard rail a policy that breaks it and one that keeps it. */
const CASES: Readonly<Record<string, readonly [breaks: readonly Statement[], keeps: readonly Statement[]]>> =
  {
    'only-platform-changes-roles': [
      [allow('iam:*', { StringEqualsIfExists: { 'aws:PrincipalTag/team': 'platform' } })],
      [allow('iam:*', tagged('platform')), allow('iam:Get*')],
    ],
    'only-containers-get-roles': [
      [allow('iam:PassRole', { StringLike: { 'iam:PassedToService': 'ecs*.amazonaws.com' } })],
      [allow('iam:PassRole', { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })],
    ],
    'no-lasting-credentials': [
      [allow('iam:*AccessKey*', undefined, 'arn:aws:iam::*:user/${aws:username}')],
      [allow('iam:*'), deny(['iam:Create*', 'iam:UpdateLogin*'])],
    ],
    'the-trail-stays-on': [
      [
        allow('*'),
        deny('cloudtrail:*', { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/audit' } }),
      ],
      [allow('*'), deny('cloudtrail:*')],
    ],
    'the-organization-stays': [
      [{ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }],
      [{ Effect: 'Allow', NotAction: ['organizations:*', 'account:*'], Resource: '*' }],
    ],
    'only-security-retires-keys': [
      [allow('kms:*', { StringLike: { 'aws:PrincipalTag/team': 'security*' } })],
      [allow('kms:*', tagged('security'))],
    ],
    'deletion-needs-mfa': [
      [
        allow('*'),
        deny(['s3:Delete*', 'dynamodb:Delete*', 'rds:Delete*'], {
          Bool: { 'aws:MultiFactorAuthPresent': 'false' },
        }),
      ],
      [
        allow('*'),
        deny(['s3:Delete*', 'dynamodb:Delete*', 'rds:Delete*'], {
          BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
        }),
      ],
    ],
    'trusted-identities': [
      [allow('s3:Get*', undefined, 'arn:aws:s3:::shop-*')],
      [
        allow('s3:Get*', inOrganization('aws:PrincipalOrgID')),
        allow('s3:Get*', undefined, 'arn:aws:s3:::web-*'),
      ],
    ],
    'trusted-resources': [
      [allow('s3:*', { StringEquals: { 'aws:ResourceAccount': '444455556666' } })],
      [allow(['s3:*', 'sqs:*'], inOrganization('aws:ResourceOrgID')), allow('sqs:ReceiveMessage')],
    ],
    'expected-networks': [
      [allow('secretsmanager:*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })],
      [allow('secretsmanager:*', { StringEquals: { 'aws:SourceVpc': 'vpc-1234567890abcdef0' } })],
    ],
  };

function prove(id: string, statements: readonly Statement[]): Promise<Outcome> {
  const rail = RAILS.filter((one) => one.id === id);
  const files = {
    'guard-rails.json': JSON.stringify(rail),
    'policy.json': JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  };
  return runInMemory(['prove', 'guard-rails.json', 'policy.json'], { files });
}

test('there is a policy that breaks and one that keeps each guard rail', () => {
  expect(RAILS).toHaveLength(10);
  expect(Object.keys(CASES)).toEqual(RAILS.map(({ id }) => id));
});

describe.each(Object.entries(CASES))('%s', (id, [breaks, keeps]) => {
  test('is broken, which a request shows', async () => {
    const { exitCode, stdout } = await prove(id, breaks);
    expect(stdout).toContain(`  why: ${id}\n`);
    expect(stdout).toContain('  for example: ');
    expect(exitCode).toBe(1);
  });

  test('is kept, which is proved', async () => {
    const { exitCode, stdout } = await prove(id, keeps);
    expect(stdout).toContain('the guard rail holds (1 policy read)\n');
    expect(exitCode).toBe(0);
  });
});
