import { describe, expect, test } from 'vitest';
import { isServiceLinkedRole, mayBeServiceLinked, readCaller, roleArnOf } from './caller.ts';

const IAM = 'arn:aws:iam::111122223333';
const STS = 'arn:aws:sts::111122223333';

describe('readCaller', () => {
  test.each([
    [`${IAM}:user/alice`, 'user'],
    [`${IAM}:user/ops/alice`, 'user'],
    [`${IAM}:role/deploy`, 'role'],
    [`${IAM}:root`, 'root'],
    [`${STS}:assumed-role/deploy/run1`, 'roleSession'],
    [`${STS}:federated-user/carol`, 'federatedSession'],
    ['anonymous', 'anonymous'],
  ])('%s is of kind %s', (text, kind) => {
    expect(readCaller(text)).toMatchObject({ kind, name: text });
  });

  test.each([
    // A type without a name.
    `${IAM}:user`,
    `${IAM}:user/`,
    `${IAM}:role`,
    `${IAM}:role/`,
    `${STS}:federated-user`,
    `${STS}:federated-user/`,
    `${STS}:assumed-role`,
    `${STS}:assumed-role/deploy`,
    `${STS}:assumed-role/deploy/`,
    `${STS}:assumed-role//run1`,
    // A type of another service, or none that acts.
    `${STS}:user/alice`,
    `${STS}:root`,
    `${IAM}:assumed-role/deploy/run1`,
    `${IAM}:group/ops`,
    `${IAM}:/user/alice`,
    // No account, or a Region.
    'arn:aws:iam::1:user/alice',
    'arn:aws:iam:eu-west-1:111122223333:user/alice',
    'alice',
    '',
  ])('%j is nobody', (text) => {
    expect(readCaller(text)).toMatchObject({ kind: 'invalid', name: text, account: '' });
  });

  test('knows the account, and who stands behind a session', () => {
    expect(readCaller('arn:aws-cn:sts::111122223333:assumed-role/deploy/run1')).toEqual({
      kind: 'roleSession',
      name: 'arn:aws-cn:sts::111122223333:assumed-role/deploy/run1',
      partition: 'aws-cn',
      account: '111122223333',
      accountArn: 'arn:aws-cn:iam::111122223333:root',
      roleArn: 'arn:aws-cn:iam::111122223333:role/deploy',
      userArn: undefined,
    });
    expect(readCaller(`${STS}:federated-user/carol`)).toMatchObject({
      roleArn: undefined,
      userArn: `${IAM}:user/carol`,
    });
    expect(readCaller(`${IAM}:role/ops/deploy`).roleArn).toBe(`${IAM}:role/ops/deploy`);
  });
});

test('S135: a session has the role of the context where that can be its own', () => {
  const session = readCaller(`${STS}:assumed-role/deploy/run1`);
  const given = (principalArn: string | undefined): string | undefined => roleArnOf(session, principalArn);
  expect(given(`${IAM}:role/ops/deploy`)).toBe(`${IAM}:role/ops/deploy`);
  for (const other of [
    undefined,
    `${IAM}:role/ops/mydeploy`,
    `${IAM}:role/deploy/ops`,
    `${IAM}:user/ops/deploy`,
    'arn:aws:iam::444455556666:role/ops/deploy',
  ])
    expect(given(other)).toBe(`${IAM}:role/deploy`);
  const role = readCaller(`${IAM}:role/ops/deploy`);
  expect(roleArnOf(role, `${IAM}:role/web/deploy`)).toBe(`${IAM}:role/ops/deploy`);
});

test('S167: a service-linked role is told by its path, a session that may be of one by its name', () => {
  const linked = `${IAM}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;
  expect(isServiceLinkedRole(linked)).toBe(true);
  expect(isServiceLinkedRole(`${IAM}:role/AWSServiceRoleForECS`)).toBe(false);
  expect(isServiceLinkedRole(`${IAM}:role/x/role/aws-service-role/AWSServiceRoleForECS`)).toBe(false);
  expect(isServiceLinkedRole(linked.replace(':iam:', ':sts:'))).toBe(false);
  expect(isServiceLinkedRole(undefined)).toBe(false);
  expect(mayBeServiceLinked(readCaller(linked))).toBe(true);
  expect(mayBeServiceLinked(readCaller(`${IAM}:role/AWSServiceRoleForECS`))).toBe(false);
  expect(mayBeServiceLinked(readCaller(`${STS}:assumed-role/AWSServiceRoleForECS/run1`))).toBe(true);
  expect(mayBeServiceLinked(readCaller(`${STS}:assumed-role/deploy/AWSServiceRoleForECS`))).toBe(false);
  expect(mayBeServiceLinked(readCaller(`${IAM}:user/AWSServiceRoleForECS`))).toBe(false);
});
