import { describe, expect, test } from 'vitest';
import { AWS } from '../aws.ts';
import { allow, deny, policies } from './_testing/statements.ts';
import { diff } from './diff.ts';
import { effectivePermissions } from './effectivePermissions.ts';

const BUCKET = 'arn:aws:s3:::reports/*';
const [A, B] = ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'];

describe('resources', () => {
  test('are the patterns of the statement for which something is new', () => {
    const before = policies(allow('s3:GetObject', A));
    const after = policies(allow('s3:GetObject', [A, B]));
    expect(diff(before, after).findings).toMatchObject([{ resources: [B], exceptResources: [] }]);
  });

  test('are what a Deny took back, where only that is new', () => {
    const before = policies(allow('s3:*'), deny('s3:PutObject', [A, B]));
    const after = policies(allow('s3:*'), deny('s3:PutObject', A));
    expect(diff(before, after).findings).toMatchObject([
      { resources: [B], because: { ref: '/identity/0/Statement/1' } },
    ]);
  });

  test('stay the statement’s where a Deny that is gone is not all', () => {
    const before = policies(allow('s3:PutObject', A), deny('s3:PutObject', 'arn:aws:s3:::a/secret/*'));
    const after = policies(allow('s3:PutObject', 'arn:aws:s3:::*'));
    expect(diff(before, after).findings).toMatchObject([{ resources: ['arn:aws:s3:::*'] }]);
  });

  test('are told pattern by pattern: of one all, of the other what a Deny took back', () => {
    const before = policies(allow('s3:PutObject', A), deny('s3:PutObject', 'arn:aws:s3:::a/closed/*'));
    const after = policies(allow('s3:PutObject', [A, B]));
    expect(diff(before, after).findings).toMatchObject([{ resources: ['arn:aws:s3:::a/closed/*', B] }]);
  });

  test('of `NotResource` are all but its patterns', () => {
    const after = policies({ Effect: 'Allow', Action: 's3:GetObject', NotResource: A });
    expect(diff([], after).findings).toMatchObject([{ resources: ['*'], exceptResources: [A] }]);
  });

  test('that no action has are left out where the catalog knows them', () => {
    const after = policies(allow('s3:GetObject', ['arn:aws:s3:::a', A]));
    expect(diff([], after, { universe: AWS }).findings).toMatchObject([{ resources: [A] }]);
  });
});

test('conditions are those of the statement', () => {
  const after = policies(allow('s3:GetObject', BUCKET, { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }));
  expect(diff([], after).findings).toMatchObject([
    { conditions: [{ operator: 'IpAddress', key: 'aws:SourceIp', values: ['10.0.0.0/8'] }] },
  ]);
});

describe('partly', () => {
  test('names the old statement that allows some of it already, and no other', () => {
    const before = policies(allow('s3:GetObject', A), allow('s3:GetObject', B), allow('s3:PutObject'));
    const after = policies(allow('s3:GetObject', 'arn:aws:s3:::a*'));
    const [finding] = diff(before, after).findings;
    expect(finding?.partly.map(({ ref }) => ref)).toEqual(['/identity/0/Statement/0']);
  });

  test('names the old statement of a resource policy that allows some of it already', () => {
    const principal = 'arn:aws:iam::111122223333:user/ada';
    const [resource] = policies({ ...allow('s3:GetObject', A), Principal: { AWS: principal } });
    const scps = [policies(allow('*'))];
    const before = { identity: policies(allow('s3:PutObject')), resource, scps };
    const after = { identity: policies(allow('s3:GetObject', 'arn:aws:s3:::*')), resource, scps };
    const options = { principal, resourceAccount: '111122223333' };
    const finding = diff(before, after, options).findings.find(({ change }) => change === 'allowed');
    expect(finding?.partly.map(({ ref }) => ref)).toEqual(['/resource/Statement/0']);
  });

  test('names the old Deny of some of it', () => {
    const before = policies(deny('s3:GetObject', A), deny('s3:PutObject', A));
    const after = policies(allow('s3:GetObject'));
    const [finding] = diff(before, after).findings;
    expect(finding?.partly.map(({ ref }) => ref)).toEqual(['/identity/0/Statement/0']);
  });

  test('names statements of the new version where access is gone', () => {
    const before = policies(allow('s3:GetObject'));
    const after = policies(allow('s3:GetObject', A));
    expect(diff(before, after).findings).toMatchObject([
      { change: 'denied', because: 'not allowed after', partly: [{ ref: '/identity/0/Statement/0' }] },
    ]);
  });
});

describe('actions', () => {
  test('are few patterns in AWS’s spelling where the catalog knows them', () => {
    const [finding] = diff([], policies(allow('ecs:*')), { universe: AWS }).findings;
    expect(finding).toMatchObject({ actions: ['ecs:*'], futureActions: ['ecs:*'] });
  });

  test('are told by name where they are few', () => {
    const [finding] = diff([], policies(allow(['s3:GetObject', 's3:PutObject'])), { universe: AWS }).findings;
    expect(finding?.actions).toEqual(['s3:GetObject', 's3:PutObject']);
  });

  test('yet to come are told by the patterns that cover them, apart from those of today', () => {
    const before = policies(allow('sqs:SendMessage'));
    const after = policies(allow(['sqs:SendMessage', 'sqs:SendM*', 'sqs:GetQueueUrl']));
    expect(diff(before, after, { universe: AWS }).findings).toMatchObject([
      { actions: ['sqs:GetQueueUrl'], futureActions: ['sqs:SendM*'] },
    ]);
  });
});

test('what policies allow is told in the same parts, without another version', () => {
  const { permissions } = effectivePermissions(policies(allow('s3:GetObject', [A, B]), deny('s3:*', B)));
  expect(permissions).toMatchObject([
    { actions: ['s3:getobject'], resources: [A], witness: { after: 'Allow' } },
  ]);
  expect(permissions[0]).not.toHaveProperty('partly');
  expect(permissions[0]?.witness).not.toHaveProperty('before');
});
