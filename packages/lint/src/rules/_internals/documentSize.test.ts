import { expect, test } from 'vitest';
import { lintText } from '../../index.ts';
import type { Finding, Settings } from '../../index.ts';
import type { PolicyType } from '@policywright/policy';

const SIZE = /^policy-size-exceeds-/;

function sizeOf(text: string, type: PolicyType, settings: Settings = {}): Finding | undefined {
  return lintText(text, { type, settings }).findings.find(({ code }) => SIZE.test(code));
}

/** A document of one line with so many characters, and spaces before its first member. */
function documentOfLength(length: number, { spaces = 0, members = {} } = {}): string {
  const textOf = (name: string): string => {
    const Resource = `arn:aws:s3:::${name}`;
    const Statement = [{ Effect: 'Deny', ...members, Action: 's3:PutObject', Resource }];
    return JSON.stringify({ Version: '2012-10-17', Statement });
  };
  return textOf('b'.repeat(length - textOf('').length)).replace('{', `{${' '.repeat(spaces)}`);
}

const RCP = { members: { Principal: '*' } };

test('S39: an RCP is measured with its white space, and the message says what the console would strip', () => {
  expect(sizeOf(documentOfLength(5120, RCP), 'rcp')).toBeUndefined();
  expect(sizeOf(documentOfLength(5100, { ...RCP, spaces: 21 }), 'rcp')).toMatchObject({
    code: 'policy-size-exceeds-rcp-quota',
    severity: 'error',
    aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA' },
    path: '',
    message:
      'found 5121 characters, 21 of them white space that the console would strip, more than the 5120 of a resource control policy',
    help: 'save the document without white space between its values',
  });
});

test('where stripping white space would not do, the help is another', () => {
  const help = 'split the document, or shorten lists with wildcards';
  expect(sizeOf(documentOfLength(5121, { ...RCP, spaces: 9 }), 'rcp')?.help).toBe(help);
  expect(sizeOf(documentOfLength(5121, RCP), 'rcp')).toMatchObject({
    message: 'found 5121 characters, more than the 5120 of a resource control policy',
    help,
  });
});

test('S39: an SCP of 8,718 characters is accepted, one of 10,241 is not, and either number is a setting', () => {
  expect(sizeOf(documentOfLength(8718), 'scp')).toBeUndefined();
  expect(sizeOf(documentOfLength(10_240), 'scp')).toBeUndefined();
  expect(sizeOf(documentOfLength(10_241), 'scp')).toMatchObject({
    code: 'policy-size-exceeds-scp-quota',
    severity: 'error',
  });
  expect(sizeOf(documentOfLength(8718), 'scp', { scpQuota: 5120 })?.message).toContain('more than the 5120');
  expect(sizeOf(documentOfLength(8718, RCP), 'rcp', { scpQuota: 10_240 })?.message).toContain('the 5120');
  expect(sizeOf(documentOfLength(8718, RCP), 'rcp', { rcpQuota: 9000 })).toBeUndefined();
});

test('S38: a session policy is measured with its white space, which no console strips', () => {
  expect(sizeOf(documentOfLength(2040, { spaces: 9 }), 'session')?.message).toBe(
    'found 2049 characters, 9 of them white space, more than the 2048 of a session policy',
  );
});

test('S35, S36: white space of an identity policy does not count, a character outside the basic plane is one', () => {
  const Resource = `arn:aws:s3:::${'b'.repeat(6144)}`;
  const text = JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource }] },
    null,
    4,
  );
  const size = text.replace(/\s/g, '').length;
  expect(sizeOf(text, 'identity')?.message).toBe(
    `found ${size} characters without white space, more than the 6144 of a managed policy`,
  );
  expect(sizeOf(text.replace('bbbb', '\u{1F600}'), 'identity')?.message).toContain(
    `found ${size - 3} characters`,
  );
});

test('S37: the quota of a trust policy can be raised to 8,192 characters', () => {
  const trust = (length: number): string => {
    const Principal = { AWS: `arn:aws:iam::111122223333:role/${'r'.repeat(length)}` };
    const Statement = [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }];
    return JSON.stringify({ Version: '2012-10-17', Statement });
  };
  expect(sizeOf(trust(2048), 'trust')).toMatchObject({
    severity: 'warning',
    message: expect.stringMatching(
      /^found 21\d\d characters without white space, more than the 2048 of a role trust policy$/,
    ),
    help: 'shorten lists with wildcards, or have the quota raised, to 8192 at most, and tell the settings',
  });
  expect(sizeOf(trust(8192), 'trust')?.help).toBe('split the document, or shorten lists with wildcards');
  expect(sizeOf(trust(4096), 'trust', { trustQuota: 8192 })).toBeUndefined();
});

test('S40: the policy of a queue is measured in bytes', () => {
  const Resource = `arn:aws:sqs:eu-west-1:111122223333:${'q'.repeat(8192)}`;
  const Statement = [
    { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sqs:SendMessage', Resource },
  ];
  expect(sizeOf(JSON.stringify({ Version: '2012-10-17', Statement }), 'resource')?.message).toMatch(
    /^found 83\d\d bytes, more than the 8192 of a queue policy$/,
  );
});
