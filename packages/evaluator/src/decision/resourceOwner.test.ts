import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, decideWith, requestOf, type Situation } from '../_testing/decideWith.ts';
import { ownerOfAll } from '../statement/patternOwner.ts';

const OWN = '111122223333';
const FOREIGN = '444455556666';
const queue = (account: string, name = 'jobs'): string => `arn:aws:sqs:us-east-1:${account}:${name}`;

describe('S45: whose a resource is', () => {
  type Row = readonly [pattern: string, resource: string, expected: 'Allow' | 'ImplicitDeny'];
  const rows: readonly Row[] = [
    // The pattern's head tells the account.
    [queue(OWN, '*'), queue(OWN), 'Allow'],
    [queue(FOREIGN, '*'), queue(FOREIGN), 'ImplicitDeny'],
    [queue(FOREIGN), queue(FOREIGN), 'ImplicitDeny'],
    [queue(FOREIGN, 'j?bs'), queue(FOREIGN), 'ImplicitDeny'],
    [queue(FOREIGN, '${aws:username}'), queue(FOREIGN, 'alice'), 'ImplicitDeny'],
    ['arn:aws:sqs:us-east-1:444455556666', queue(FOREIGN), 'ImplicitDeny'],
    // It has no account, or AWS's.
    ['arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/q1.csv', 'Allow'],
    ['arn:aws:iam::aws:policy/*', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'Allow'],
    // It ends before the account does.
    ['*', queue(FOREIGN), 'ImplicitDeny'],
    ['arn:aws:sqs:*:111122223333:jobs', queue(OWN), 'Allow'],
    ['arn:aws:sqs:*:444455556666:jobs', queue(FOREIGN), 'ImplicitDeny'],
    ['arn:aws:sqs:us-east-1:*:jobs', queue(OWN), 'Allow'],
    ['arn:aws:sqs:us-east-1:*:jobs', queue(FOREIGN), 'ImplicitDeny'],
    ['arn:aws:sqs:us-east-1:1111*', queue(OWN), 'Allow'],
    ['arn:aws:sqs:us-east-1:1111*', queue('111199998888'), 'ImplicitDeny'],
    ['arn:aws:sqs:us-east-1:111122223333*', queue('1111222233334'), 'ImplicitDeny'],
    ['arn:aws:sqs:us-east-1:?11122223333:jobs', queue('211122223333'), 'ImplicitDeny'],
    ['arn:aws:sqs', queue(FOREIGN), 'ImplicitDeny'],
    // S161: the partition.
    ['arn:aws-cn:s3:::reports/*', 'arn:aws-cn:s3:::reports/q1.csv', 'ImplicitDeny'],
    ['arn:*:s3:::reports/*', 'arn:aws-cn:s3:::reports/q1.csv', 'ImplicitDeny'],
    // No ARN, but colons where an ARN has them.
    ['urn:aws-cn:x:y::z', 'urn:aws-cn:x:y::z', 'Allow'],
    ['urn:aws:x:y:444455556666:*', 'urn:aws:x:y:444455556666:z', 'ImplicitDeny'],
  ];

  test.each(rows)('an Allow for `%s` on `%s`', (pattern, resource, expected) => {
    const request: Situation = { action: 'sqs:SendMessage', resource, context: { 'aws:username': 'alice' } };
    expect(decideWith({ ...request, identity: [{ Resource: pattern }] })).toBe(expected);
    expect(decideWith({ ...request, identity: [{ Resource: '*' }] })).toBe(expected);
  });

  test.each(rows)('an account that is given goes before the one of `%s`', (pattern, resource, expected) => {
    const ask = (resourceAccount: string | undefined): string =>
      decideWith({
        action: 'sqs:SendMessage',
        resource,
        resourceAccount,
        identity: [{ Resource: pattern }],
        context: { 'aws:username': 'alice' },
      });
    expect(ask(undefined)).toBe(expected);
    expect(ask(OWN)).toBe(resource.startsWith('arn:aws-cn:') ? 'ImplicitDeny' : 'Allow');
    expect(ask(FOREIGN)).toBe('ImplicitDeny');
    expect(ask('')).toBe('ImplicitDeny');
    expect(ask('aws')).toBe('ImplicitDeny');
  });

  test('is told by any pattern that covers the resource, also of a statement that does not apply', () => {
    const never = { StringEquals: { 'aws:username': 'nobody' } };
    const identity = [{}, { Effect: 'Deny', Resource: queue(FOREIGN), Condition: never }];
    expect(decideWith({ action: 'sqs:SendMessage', resource: queue(FOREIGN), identity })).toBe(
      'ImplicitDeny',
    );
    expect(decideWith({ action: 'sqs:SendMessage', resource: queue(OWN), identity })).toBe('Allow');
  });

  test('is asked anew for each request', () => {
    const resourcePolicy = [{ Resource: queue(FOREIGN, '*'), Principal: { AWS: ALICE } }];
    const { decide } = authorizerOf({ identity: [{}], resourcePolicy, boundary: [{ Resource: '*' }] });
    const ask = (resource: string, resourceAccount?: string): string =>
      decide({ ...requestOf({ action: 'sqs:SendMessage', resource }), resourceAccount });
    expect(ask(queue(FOREIGN))).toBe('Allow');
    expect(ask('arn:aws-cn:sqs:us-east-1:111122223333:jobs')).toBe('ImplicitDeny');
    expect(ask(queue('999988887777'))).toBe('ImplicitDeny');
    expect(ask(queue(OWN))).toBe('Allow');
    expect(ask('*')).toBe('Allow');
    expect(ask('*', FOREIGN)).toBe('ImplicitDeny');
  });
});

describe('ownerOfAll', () => {
  test('reads partition and account of a text that holds the whole account field', () => {
    expect(ownerOfAll('arn:aws:s3:::')).toEqual({ partition: 'aws', account: '' });
    expect(ownerOfAll('arn:aws-cn:sqs:r:111122223333:a:b')).toEqual({
      partition: 'aws-cn',
      account: '111122223333',
    });
  });

  test.each([
    '',
    'arn',
    'arn:aws:s3::',
    'arn:aws:sqs:r:111122223333',
    'urn:aws:sqs:r:111122223333:a',
    ' arn:a:b:c:d:e',
  ])('cannot tell from `%s`', (prefix) => {
    expect(ownerOfAll(prefix)).toBeUndefined();
  });
});
