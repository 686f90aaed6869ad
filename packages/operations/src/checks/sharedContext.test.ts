import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, REGION, roleArn } from '../_testing/given.ts';
import { listChecks } from './listChecks.ts';

describe('what the checks of one call share', () => {
  const task = (account: string, id: string): string => `arn:aws:ecs:${REGION}:${account}:task/shop/${id}`;
  const call = callTo('ecs:DescribeTasks', {
    cluster: 'shop',
    tasks: [task(ACCOUNT, 'a'), task('444455556666', 'b'), task(ACCOUNT, 'c')],
  });

  test('is not the account that owns the resource', () => {
    expect(listChecks(call).map(({ context }) => context['aws:ResourceAccount'])).toEqual([
      ACCOUNT,
      '444455556666',
      ACCOUNT,
    ]);
  });

  test('is neither its tags, nor whether they are known', () => {
    const tags: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      [task(ACCOUNT, 'a')]: { team: 'blue' },
      [task(ACCOUNT, 'c')]: {},
    };
    const checks = listChecks(call, { tagsOf: (arn) => tags[arn] });
    expect(
      checks.map(({ context, absent }) => [
        context['aws:ResourceTag/team'],
        absent.includes('aws:ResourceTag/*'),
      ]),
    ).toEqual([
      ['blue', true],
      [undefined, false],
      [undefined, true],
    ]);
  });
});

test('what only some entries of a list say is no key that is known', () => {
  const sources = (...Entries: readonly object[]) =>
    listChecks(callTo('events:PutEvents', { Entries })).map(({ context, absent }) => [
      context['events:source'],
      absent.includes('events:source'),
    ]);
  expect(sources({ Source: 'shop' }, { Source: 'cart' })).toEqual([[['shop', 'cart'], false]]);
  expect(sources({ Source: 'shop' }, {})).toEqual([[undefined, false]]);
});

test('a key of an object that another service reads is used through Amazon S3, by a chain that no page tells', () => {
  const Code = { S3Bucket: 'code', S3Key: 'f.zip' };
  const checks = listChecks(
    callTo('lambda:CreateFunction', { FunctionName: 'f', Role: roleArn('fn'), Code }),
  );
  const context = checks.find(({ action }) => action === 'kms:Decrypt')?.context ?? {};
  expect(context).toMatchObject({
    'kms:ViaService': `s3.${REGION}.amazonaws.com`,
    'aws:ViaAWSService': 'true',
  });
  expect(Object.keys(context).filter((key) => key.startsWith('aws:CalledVia'))).toEqual([]);
});

test('the tags of an object stand in the key that Amazon S3 has for them; of one without tags, it is known to be absent', () => {
  const [check] = listChecks(callTo('s3:GetObject', { Bucket: 'docs', Key: 'a' }), {
    tagsOf: (arn) => (arn === 'arn:aws:s3:::docs/a' ? { team: 'red' } : undefined),
  });
  expect(check?.context['s3:ExistingObjectTag/team']).toBe('red');
  expect(check?.absent).toContain('s3:ExistingObjectTag/*');
  expect(listChecks(callTo('s3:GetObject', { Bucket: 'docs', Key: 'a' }))[0]?.absent).not.toContain(
    's3:ExistingObjectTag/*',
  );
});

test('the tags that are sent for an object stand in the keys that Amazon S3 has for them', () => {
  const sent = (operation: `${string}:${string}`, input: object): unknown => {
    const { context, absent } =
      listChecks(callTo(operation, { Bucket: 'docs', Key: 'a', ...input }))[0] ?? {};
    const names = ['s3:RequestObjectTag/team', 's3:RequestObjectTag/v', 's3:RequestObjectTagKeys'];
    return [...names.map((name) => context?.[name]), absent?.includes('s3:RequestObjectTag/*')];
  };
  expect(sent('s3:PutObject', { Tagging: 'team=red&b=1' })).toEqual(['red', undefined, ['team', 'b'], true]);
  expect(sent('s3:PutObject', {})).toEqual([undefined, undefined, undefined, true]);
  const Tagging = { TagSet: [{ Key: 'team', Value: 'red' }] };
  expect(sent('s3:PutObjectTagging', { Tagging })).toEqual(['red', undefined, ['team'], true]);
  expect(sent('s3:PutObjectTagging', { Tagging, VersionId: 'v' })).toEqual([
    'red',
    undefined,
    ['team'],
    true,
  ]);
});
