import { describe, expect, test } from 'vitest';
import { locate } from '../../../json/locate.ts';
import { parseJson } from '../../../json/parseJson.ts';
import type { Policy } from '../../../model/policy.ts';
import { parsePolicy } from '../../parsePolicy.ts';
import { policyFromNode } from '../../policyFromNode.ts';
import { readPlainPolicy } from './readPlainPolicy.ts';

const TEXT = '{ "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": "s3:*", "Resource": ["*"] }] }';

function statement(changes: Readonly<Record<string, unknown>> = {}): string {
  const Statement = { Sid: 'A', Effect: 'Allow', Action: 's3:*', Resource: '*', ...changes };
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function plain(text = TEXT): Policy {
  const policy = readPlainPolicy(text, {});
  if (policy === undefined) throw new Error('expected a policy');
  return policy;
}

describe('plain', () => {
  test.each([
    TEXT,
    statement(),
    statement({ Action: ['*', '*:*', 's3:Get*'], Resource: 'arn:aws:iam::111122223333:role/x' }),
    statement({ Condition: { 'foranyvalue:StringLike': { k: ['a', 'b'] }, Bool: { a: true, b: false } } }),
    `\r\n\t ${statement()} \n`,
    '{"Id":"x","Statement":{"Effect":"Deny","NotAction":"a:b","NotResource":"*"}}',
  ])('%s', (text) => {
    expect(readPlainPolicy(text, {})).toBeDefined();
  });
});

describe('left to the reader of trees', () => {
  test.each([
    ['an escape', statement({ Sid: '"' })],
    ['a character that IAM does not take (S21)', statement({ Resource: '\u0100' })],
    ['a repeated element (S8)', TEXT.replace('"Sid": "A"', '"Effect": "Deny"')],
    ['a repeated negation', TEXT.replace('"Sid": "A"', '"NotAction": "a:b"')],
    ['a repeated operator (S8)', statement({ Condition: { Bool: { k: 'v' }, bool: { k: 'v' } } })],
    ['a repeated key (S8)', statement({ Condition: { Bool: { k: 'v', j: 'v', K: 'v' } } })],
    ['a repeated Sid (S12)', TEXT.replace(/\[(\{.*\})\]/, '[$1,$1]')],
    ['a principal', statement({ Principal: '*' })],
    ['an empty list (S20)', statement({ Action: [] })],
    ['an empty condition', statement({ Condition: {} })],
    ['an unknown operator (S22)', statement({ Condition: { Like: { k: 'v' } } })],
    ['a number (S18)', statement({ Condition: { NumericEquals: { k: 1 } } })],
    ['an action with white space', statement({ Action: 's3:Get Object' })],
    ['a resource that is no ARN', statement({ Resource: 'bucket' })],
    ['no effect', statement({ Effect: undefined })],
    ['text after the document', `${TEXT}x`],
    ['a name without a value', TEXT.replace('"Statement"', '"Version""Statement"')],
    ['a text that is cut off', TEXT.slice(0, -1)],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(readPlainPolicy(text, {})).toBeUndefined();
  });

  test('limits and what a type demands', () => {
    expect(readPlainPolicy(TEXT, { limits: { maxBytes: TEXT.length - 1 } })).toBeUndefined();
    expect(readPlainPolicy(TEXT, { limits: { maxDepth: 5 } })).toBeUndefined();
    expect(readPlainPolicy(TEXT, { type: 'scp' })).toBeUndefined();
    expect(readPlainPolicy(statement(), { type: 'scp' })).toBeDefined();
    for (const type of ['trust', 'resource', 'rcp', 'vpcEndpoint'] as const) {
      expect(readPlainPolicy(statement(), { type })).toBeUndefined();
    }
    const withId = '{"Id":"x","Statement":{"Effect":"Deny","Action":"a:b","Resource":"*"}}';
    expect(readPlainPolicy(withId, { type: 'identity' })).toBeUndefined();
  });
});

test.each(['Sid', 'Action', 'NotAction', 'Resource', 'NotResource'])(
  'a string in `%s` is plain exactly where nothing is reported about it',
  (element) => {
    const base: Readonly<Record<string, unknown>> = { Effect: 'Deny', Action: 'a:b', Resource: '*' };
    const others = Object.entries(base).filter(([name]) => !element.endsWith(name));
    for (const text of [
      '',
      '*',
      '**',
      '?',
      '*:*',
      'a:b',
      'a-1:B?*',
      'a:b:c',
      'a:',
      ':a',
      'a_b:c',
      'a*:b',
      'a:b c',
      ' a:b',
      'a:\u00a0',
      'a:\u00e4',
      'a:\u007f',
      'A1',
      'a b',
      'bucket',
      'arn:aws:s3',
      'arn:aws:s3:::*',
      'arn:aws:s3*',
      'arn:*:*:*:*:*',
      'arn:aws:s?:::b',
      'arn:aws:iam::1:role/x',
      'arn:aws:iam::1:ro*/x',
    ]) {
      const source = JSON.stringify({ Statement: { ...Object.fromEntries(others), [element]: text } });
      const { node } = parseJson(source);
      const read = node && policyFromNode(node, { text: source });
      const policy = readPlainPolicy(source, {});
      if (policy === undefined) expect(read?.diagnostics, text).not.toEqual([]);
      else expect(read, text).toEqual({ ok: true, policy, diagnostics: [] });
    }
  },
);

describe('the root of a plain policy', () => {
  const { node } = parseJson(TEXT);

  test('is the tree of the text, the same one each time', () => {
    const policy = plain();
    expect(policy.root).toEqual(node);
    expect(policy.root).toBe(policy.root);
    expect(locate(policy.root, '/Statement/0/Effect')?.start).toBe(TEXT.indexOf('"Allow"'));
  });

  test('is there in copies, through proxies, in what inherits from the policy and in frozen ones', () => {
    expect({ ...plain() }.root).toEqual(node);
    expect(structuredClone(plain()).root).toEqual(node);
    expect(JSON.parse(JSON.stringify(plain())).root).toEqual(node);
    expect(new Proxy(plain(), {}).root).toEqual(node);
    expect((Object.create(plain()) as Policy).root).toEqual(node);
    expect(Object.freeze(plain()).root).toEqual(node);
  });

  test('comes last of the names of a policy, as in policies with findings', () => {
    const result = parsePolicy(TEXT.replace('["*"]', '[]'));
    expect(Object.keys(plain())).toEqual(Object.keys(result.ok ? result.policy : {}));
  });
});
