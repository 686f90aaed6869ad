import { extractPolicies, parseJson, type PolicyType } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { inlineUses, lintNode, lintText, type Finding, type Settings } from '../../index.ts';

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

/** What is said of sizes in a file. */
function sizesIn(file: unknown, indent = 0): readonly Pick<Finding, 'path' | 'message' | 'help'>[] {
  const text = JSON.stringify(file, undefined, indent);
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('no JSON');
  const policies = extractPolicies(node, { text });
  const inline = inlineUses(policies);
  return policies.flatMap((policy) =>
    lintNode(policy.node, {
      text,
      basePointer: policy.pointer,
      type: policy.type,
      isUnknown: policy.isUnknown,
      inline: inline.get(policy),
      source: policy.source,
      fixable: policy.exact && !policy.embedded,
    })
      .findings.filter(({ code }) => SIZE.test(code))
      .map(({ path, message, help }) => ({ path, message, ...(help !== undefined && { help }) })),
  );
}

describe('S36: inline policies are measured with all others of their holder', () => {
  const inline = (length: number): object => ({
    PolicyName: 'a',
    PolicyDocument: JSON.parse(documentOfLength(length, { spaces: 40 })),
  });
  const holder = (Type: string, ...lengths: readonly number[]): object => ({
    Type,
    Properties: { Policies: lengths.map(inline) },
  });
  const help = 'make managed policies of them, or shorten lists with wildcards';

  test.each([
    ['AWS::IAM::Role', 'role', 10_240],
    ['AWS::IAM::Group', 'group', 5120],
    ['AWS::IAM::User', 'user', 2048],
  ])('%s', (type, kind, limit) => {
    expect(sizesIn({ Resources: { H: holder(type, limit) } })).toEqual([]);
    expect(sizesIn({ Resources: { H: holder(type, limit + 1) } })).toEqual([
      {
        path: '/Resources/H/Properties/Policies/0/PolicyDocument',
        message: `found ${limit + 1} characters without white space, more than the ${limit} of all inline policies of a ${kind}`,
        help,
      },
    ]);
    expect(sizesIn({ Resources: { H: holder(type, limit - 500, 500) } })).toEqual([]);
    // Reported once, at the one that is too many.
    expect(sizesIn({ Resources: { H: holder(type, limit - 500, 501, 400) } })).toEqual([
      {
        path: '/Resources/H/Properties/Policies/1/PolicyDocument',
        message: `found ${limit + 401} characters without white space in the 3 inline policies of the ${kind} \`H\`, more than the ${limit} of all inline policies of a ${kind}`,
        help,
      },
    ]);
    // Each holder has room of its own.
    expect(sizesIn({ Resources: { H: holder(type, limit), I: holder(type, limit) } })).toEqual([]);
  });

  test('those that stand elsewhere in the file count too, whether they name it by its logical id or its name', () => {
    const PolicyDocument = JSON.parse(documentOfLength(6000));
    const attached = (Roles: readonly unknown[]): object => ({
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'p', PolicyDocument, Roles },
    });
    const R = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'app' } };
    const role = (name: string, lengths: readonly number[]): object => ({
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: name, Policies: lengths.map(inline) },
    });
    expect(sizesIn({ Resources: { A: attached([{ Ref: 'R' }]), R } })).toEqual([]);
    const Resources = { A: attached([{ Ref: 'R' }]), B: attached(['app']), R: role('app', [300]) };
    expect(sizesIn({ Resources }).map(({ path, message }) => [path, message])).toEqual([
      [
        '/Resources/B/Properties/PolicyDocument',
        'found 12300 characters without white space in the 3 inline policies of the role `R`, more than the 10240 of all inline policies of a role',
      ],
    ]);
    expect(sizesIn({ Resources: { A: attached(['a']), B: attached(['b']) } })).toEqual([]);
  });

  test('a managed policy has the quota of one, and one whose holder has no name stands alone', () => {
    const PolicyDocument = JSON.parse(documentOfLength(6145));
    const managed = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument, Roles: ['app'] } };
    expect(sizesIn({ Resources: { M: managed } })[0]?.message).toBe(
      'found 6145 characters without white space, more than the 6144 of a managed policy',
    );
    const unnamed = {
      Type: 'AWS::IAM::RolePolicy',
      Properties: { PolicyDocument, RoleName: { 'Fn::ImportValue': 'x' } },
    };
    expect(sizesIn({ Resources: { A: unnamed, B: unnamed } })).toEqual([]);
  });

  test('that of a permission set has two quotas', () => {
    const set = (length: number, spaces = 0): object => ({
      InlinePolicy: documentOfLength(length, { spaces }),
    });
    expect(sizesIn(set(10_240))).toEqual([]);
    expect(sizesIn(set(10_241))[0]?.message).toBe(
      'found 10241 bytes without white space, more than the 10240 of the inline policy of a permission set',
    );
  });
});

test('S39: white space counts where it is saved: in a file and in a string, not around a value of a template', () => {
  const spaced = documentOfLength(5100, { spaces: 6000 });
  expect(sizeOf(spaced, 'scp')).toMatchObject({
    message: expect.stringContaining('11100 characters, 6000 of them'),
  });
  const plan = (content: string): object => ({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [{ address: 'a.b', type: 'aws_organizations_policy', name: 'b', values: { content } }],
      },
    },
  });
  expect(sizesIn(plan(documentOfLength(5100)))).toEqual([]);
  expect(sizesIn(plan(spaced))[0]?.message).toBe(
    'found 11100 characters, 6000 of them white space that the console would strip, more than the 10240 of a service control policy',
  );
  const Content = JSON.parse(documentOfLength(10_000));
  const Policy = { Type: 'SERVICE_CONTROL_POLICY', Content };
  expect(sizesIn({ Policy }, 8)).toEqual([]);
});
