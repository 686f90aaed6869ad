import { compile } from '@policywright/evaluator';
import { parsePolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import {
  expectAllowed,
  expectDenied,
  PolicyAssertionError,
  PolicyDocumentError,
  type PoliciesGiven,
} from './index.ts';
import { policyMatchers } from '../vitest/index.ts';

expect.extend(policyMatchers);

const document = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Run', Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' },
    { Sid: 'Keep', Effect: 'Deny', Action: 'ecs:Delete*', Resource: '*' },
  ],
};
const alice = 'arn:aws:iam::111122223333:user/alice';
const run = { principal: alice, action: 'ecs:RunTask', resource: '*' };
const stop = { ...run, action: 'ecs:StopTask' };
const remove = { ...run, action: 'ecs:DeleteCluster' };

function policyOf(text: string): Extract<ReturnType<typeof parsePolicy>, { ok: true }>['policy'] {
  const result = parsePolicy(text);
  if (!result.ok) throw new Error(text);
  return result.policy;
}

describe('policies are taken', () => {
  const text = JSON.stringify(document);
  const forms: readonly [string, PoliciesGiven][] = [
    ['as a document', document],
    ['as a text', text],
    ['as a policy that was read', policyOf(text)],
    ['as a list', [document, text]],
    ['by layer', { identity: document, boundary: text, scps: [[document], [policyOf(text)]] }],
    ['as a set that was read', { identity: [policyOf(text)] }],
    ['as an authorizer', compile({ identity: [policyOf(text)] })],
  ];
  test.each(forms)('%s', (_, policies) => {
    expectAllowed(policies, run);
    expectDenied(policies, stop, { by: 'ImplicitDeny' });
    expectDenied(policies, remove, { by: 'ExplicitDeny' });
    expect(() => expectAllowed(policies, stop)).toThrow(PolicyAssertionError);
  });

  test('a lone policy with principals is the resource policy', () => {
    const Statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::b/*',
    };
    const get = { principal: 'anonymous', action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' };
    expectAllowed({ Version: '2012-10-17', Statement }, get);
    expectDenied({ Version: '2012-10-17', Statement: { ...Statement, Effect: 'Deny' } }, get, {
      by: 'ExplicitDeny',
    });
  });

  test('S172: a lone policy with principals and without resources is the trust policy of the role', () => {
    const Statement = { Effect: 'Allow', Principal: { AWS: alice }, Action: 'sts:AssumeRole' };
    const assume = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/deploy' };
    expectAllowed({ Statement }, { principal: alice, ...assume });
    expectDenied({ Statement }, { principal: 'arn:aws:iam::111122223333:user/bob', ...assume });
  });
});

function failureOf(assert: () => void): unknown {
  try {
    assert();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the error', () => {
  test('of a denial explains it and names what came nearest', () => {
    const statement = {
      Effect: 'Allow',
      Action: 'ecs:RunTask',
      Resource: 'arn:aws:ecs:*:*:task-definition/web:*',
    };
    const error = failureOf(() => expectAllowed({ Statement: { Sid: 'Web', ...statement } }, run));
    expect(error).toMatchObject({ name: 'AssertionError', actual: 'ImplicitDeny', expected: 'Allow' });
    const { message } = error as Error;
    expect(message).toMatch(/^expected Allow, got ImplicitDeny\n/);
    expect(message).toContain('/identity/0/Statement');
    expect(message).toContain('Resource is `arn:aws:ecs:*:*:task-definition/web:*`, but the request has `*`');
  });

  test('of an allowance names the statement that allows', () => {
    const error = failureOf(() => expectDenied(document, run));
    expect(error).toMatchObject({ actual: 'Allow', expected: 'ImplicitDeny' });
    expect((error as Error).message).toMatch(/^expected ImplicitDeny or ExplicitDeny, got Allow\n/);
    expect((error as Error).message).toContain('/identity/0/Statement/0');
  });

  test('of the other denial names both', () => {
    const error = failureOf(() => expectDenied(document, stop, { by: 'ExplicitDeny' }));
    expect((error as Error).message).toMatch(/^expected ExplicitDeny, got ImplicitDeny\n/);
  });

  test('S23: of a text that is no policy points into it', () => {
    const text = '{ "Statement": {\n  "Effect": "Alow", "Action": "*", "Resource": "*" } }';
    const error = failureOf(() => expectAllowed(text, run));
    expect(error).toBeInstanceOf(PolicyDocumentError);
    expect((error as PolicyDocumentError).message).toContain('2:13');
    expect((error as PolicyDocumentError).diagnostics.map(({ path }) => path)).toEqual(['/Statement/Effect']);
  });

  test('of a layer that does not exist names it', () => {
    const misspelt = { identities: [document] } as PoliciesGiven;
    expect(() => expectAllowed(misspelt, run)).toThrow('found a member `identities`');
  });
});

describe('matchers', () => {
  test('toAllow and toDeny', async () => {
    expect(document).toAllow(run);
    expect(document).not.toAllow(stop);
    expect(document).toDeny(stop);
    expect(document).toDeny(remove, { by: 'ExplicitDeny' });
    expect(document).not.toDeny(remove, { by: 'ImplicitDeny' });
    await expect(Promise.resolve(document)).resolves.toAllow(run);
  });

  test('fail with the explanation', () => {
    expect(() => expect(document).toAllow(stop)).toThrow(
      /^expected Allow, got ImplicitDeny\n[^]*ecs:StopTask/,
    );
    expect(() => expect(document).not.toAllow(run)).toThrow(/^expected not Allow, got Allow\n/);
    expect(() => expect(document).toDeny(remove, { by: 'ImplicitDeny' })).toThrow(
      /^expected ImplicitDeny, got ExplicitDeny\n/,
    );
    expect(failureOf(() => expect(document).toAllow(stop))).toMatchObject({
      actual: 'ImplicitDeny',
      expected: 'Allow',
    });
  });
});
