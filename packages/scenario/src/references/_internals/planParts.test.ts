import { parseJson, type JsonNode } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { choosePolicies } from './choosePolicies.ts';

const allowing = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: action, Resource: '*' } });
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
});

interface Planned {
  readonly address: string;
  readonly values: object;
  /** References of arguments that are not known yet. */
  readonly refers?: Readonly<Record<string, readonly string[]>>;
}

const typeOf = (address: string): string => /(?:^|\.)(aws_\w+)\./.exec(address)?.[1] ?? '';
const role = (name: string, values: object = {}): Planned => ({
  address: `aws_iam_role.${name}`,
  values: { name, assume_role_policy: TRUST, ...values },
});

function planOf(planned: readonly Planned[]): { readonly root: JsonNode; readonly text: string } {
  const resources = planned.map(({ address, values }) => ({
    address,
    mode: 'managed',
    type: typeOf(address),
    values,
  }));
  const configured = new Map(
    planned.map(({ address, refers = {} }) => [
      address.replace(/\[.*\]$/, ''),
      Object.fromEntries(Object.entries(refers).map(([name, references]) => [name, { references }])),
    ]),
  );
  const text = JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources } },
    configuration: {
      root_module: {
        resources: [...configured].map(([address, expressions]) => ({
          address,
          type: typeOf(address),
          expressions,
        })),
      },
    },
  });
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('expected JSON');
  return { root: node, text };
}

/** What is chosen for a holder: actions of policies and names of managed ones, or the problem. */
function chosen(
  planned: readonly Planned[],
  resource: string,
  layer: 'identity' | 'boundary' = 'identity',
): readonly string[] | string {
  const { root, text } = planOf(planned);
  const found = choosePolicies(root, text, { layer, resource });
  if (!found.ok) return found.message;
  const names = found.policies.map(({ name = '' }) => name);
  return [...names, ...found.managed].sort();
}

describe('what resources of their own attach to a role', () => {
  const inline = (roleName: string): Planned => ({
    address: 'aws_iam_role_policy.p',
    values: { name: 'p', role: roleName, policy: allowing('s3:*') },
  });

  test('is found by its name', () => {
    expect(chosen([role('deploy'), role('other'), inline('deploy')], 'aws_iam_role.deploy')).toEqual([
      'aws_iam_role_policy.p',
    ]);
    expect(chosen([role('deploy'), role('other'), inline('deploy')], 'aws_iam_role.other')).toMatch(
      /holds no policy of `aws_iam_role.other`/,
    );
  });

  test('is found by what the configuration refers to, where the name is not known yet', () => {
    const planned: Planned[] = [
      role('deploy', { name: undefined }),
      role('other', { name: undefined }),
      {
        address: 'aws_iam_role_policy.p',
        values: { policy: allowing('s3:*') },
        refers: { role: ['aws_iam_role.deploy.name', 'aws_iam_role.deploy'] },
      },
    ];
    expect(chosen(planned, 'aws_iam_role.deploy')).toEqual(['aws_iam_role_policy.p']);
    expect(chosen(planned, 'aws_iam_role.other')).toMatch(/holds no policy of/);
  });

  test('that may be attached to it is not left out in silence', () => {
    const planned: Planned[] = [
      role('deploy', { name: undefined, inline_policy: [{ name: 'i', policy: allowing('s3:*') }] }),
      {
        address: 'aws_iam_role_policy.p',
        values: { policy: allowing('ec2:*') },
        refers: { role: ['var.role'] },
      },
    ];
    expect(chosen(planned, 'aws_iam_role.deploy')).toBe('a policy is attached that the file does not tell');
  });

  test('are managed policies, of AWS, of the plan, and unknown', () => {
    const attachment = (values: object, refers: Planned['refers'] = {}): Planned => ({
      address: 'aws_iam_role_policy_attachment.a',
      values: { role: 'deploy', ...values },
      refers,
    });
    const own: Planned = {
      address: 'aws_iam_policy.own',
      values: { name: 'own', policy: allowing('sqs:*') },
    };
    const of = (planned: Planned): readonly string[] | string =>
      chosen([role('deploy'), own, planned], 'aws_iam_role.deploy');
    expect(of(attachment({ policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }))).toEqual([
      'ReadOnlyAccess',
    ]);
    expect(of(attachment({}, { policy_arn: ['aws_iam_policy.own.arn', 'aws_iam_policy.own'] }))).toEqual([
      'aws_iam_policy.own',
    ]);
    expect(of(attachment({ policy_arn: 'arn:aws:iam::111122223333:policy/own' }))).toEqual([
      'aws_iam_policy.own',
    ]);
    const untold = 'a policy is attached that the file does not tell';
    expect(of(attachment({ policy_arn: 'arn:aws:iam::111122223333:policy/elsewhere' }))).toBe(untold);
    expect(of(attachment({}, { policy_arn: ['module.other.arn', 'module.other'] }))).toBe(untold);
  });

  test('of roles that are counted goes by their keys', () => {
    const counted = (key: string): readonly Planned[] => [
      { ...role(`r`, { name: undefined }), address: `aws_iam_role.r[${key}]` },
      {
        address: `aws_iam_role_policy.p[${key}]`,
        values: { policy: allowing('s3:*') },
        refers: { role: ['aws_iam_role.r', 'count.index'] },
      },
    ];
    const both = [...counted('0'), ...counted('1')];
    expect(chosen(both, 'aws_iam_role.r[1]')).toEqual(['aws_iam_role_policy.p[1]']);
    const one: Planned = {
      address: 'aws_iam_role_policy.q',
      values: { policy: allowing('ec2:*') },
      refers: { role: ['aws_iam_role.r'] },
    };
    expect(chosen([...both, one], 'aws_iam_role.r[1]')).toBe(
      'a policy is attached that the file does not tell',
    );
  });

  test('is a boundary of its own layer', () => {
    const limit: Planned = {
      address: 'aws_iam_policy.limit',
      values: { name: 'limit', policy: allowing('*') },
    };
    const limited = { ...role('deploy'), refers: { permissions_boundary: ['aws_iam_policy.limit.arn'] } };
    expect(chosen([limited, limit], 'aws_iam_role.deploy', 'boundary')).toEqual(['aws_iam_policy.limit']);
    const elsewhere = {
      ...role('deploy'),
      refers: { permissions_boundary: ['module.other.arn', 'module.other'] },
    };
    expect(chosen([elsewhere, limit], 'aws_iam_role.deploy', 'boundary')).toBe(
      'a policy is attached that the file does not tell',
    );
    expect(chosen([role('deploy'), limit], 'aws_iam_role.deploy', 'boundary')).toMatch(
      /^the file holds no policy of/,
    );
  });
});

test('a user has the policies of its groups', () => {
  const planned: Planned[] = [
    { address: 'aws_iam_user.ada', values: { name: 'ada' } },
    { address: 'aws_iam_group.g', values: { name: 'g' } },
    { address: 'aws_iam_group_policy.p', values: { group: 'g', policy: allowing('s3:*') } },
    { address: 'aws_iam_user_group_membership.m', values: { user: 'ada', groups: ['g'] } },
  ];
  expect(chosen(planned, 'aws_iam_user.ada')).toEqual(['aws_iam_group_policy.p']);
  expect(chosen([...planned.slice(0, 1), planned[3] ?? role('x')], 'aws_iam_user.ada')).toBe(
    'a policy is attached that the file does not tell',
  );
});

test('what the file does not tell of a group is not told of its users either', () => {
  const planned: Planned[] = [
    { address: 'aws_iam_user.ada', values: { name: 'ada' } },
    { address: 'aws_iam_group.g', values: { name: 'g' } },
    { address: 'aws_iam_group_policy.p', values: { group: 'g', policy: allowing('s3:*') } },
    {
      address: 'aws_iam_group_policy_attachment.a',
      values: { group: 'g' },
      refers: { policy_arn: ['module.other.arn', 'module.other'] },
    },
    { address: 'aws_iam_user_group_membership.m', values: { user: 'ada', groups: ['g'] } },
  ];
  expect(chosen(planned, 'aws_iam_user.ada')).toBe('a policy is attached that the file does not tell');
});
