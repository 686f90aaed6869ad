import { locate, parseJson, parsePolicy, policyFromValue, type PolicyType } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import {
  applyFixes,
  fixText,
  ignoreProblem,
  lintNode,
  lintPolicy,
  lintText,
  type Finding,
  type TextLintOptions,
} from '../index.ts';

const V = '2012-10-17';
const one = (statement: object): string => JSON.stringify({ Version: V, Statement: [statement] });
const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);
const lint = (text: string, options?: TextLintOptions): readonly Finding[] =>
  lintText(text, options).findings;

const TYPO = one({ Effect: 'Allow', Action: ['lamda:InvokeFunction', 'ecs:RunTsak'], Resource: '*' });

describe('all findings of a document in one run', () => {
  test('an unknown service does not hide an unknown action beside it', () => {
    expect(codes(lint(TYPO))).toEqual(['invalid-service-in-action', 'invalid-action']);
  });

  test('an operator that does not exist does not hide what is wrong with the rest', () => {
    const text = one({
      Effect: 'Allow',
      Action: 'ecs:RunTsak',
      Resource: '*',
      Condition: { StringEqual: { 'aws:x': 'y' } },
    });
    expect(codes(lint(text))).toEqual([
      'invalid-action',
      'invalid-condition-operator',
      'invalid-global-condition-key',
    ]);
  });

  test('a statement without Effect does not hide what is wrong with the next one', () => {
    const good = { Effect: 'Allow', Action: 'ecs:RunTsak', Resource: '*' };
    const text = JSON.stringify({ Version: V, Statement: [{ Action: 's3:*', Resource: '*' }, good] });
    const findings = lint(text, { type: 'identity' });
    expect(codes(findings)).toEqual(['missing-effect', 'invalid-action']);
    expect(findings[1]?.path).toBe('/Statement/1/Action');
  });

  test.each(['resource', 'rcp', 'vpcEndpoint', 'trust'] as const)(
    'a missing principal does not hide what is wrong with the statement or the others: %s',
    (type) => {
      const resource = type === 'trust' ? {} : { Resource: '*' };
      const text = JSON.stringify({
        Version: V,
        Statement: [
          { Effect: 'Deny', Action: 'sts:AssumeRoles', ...resource },
          { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRoles', ...resource },
        ],
      });
      const found = lint(text, { type }).map(({ code, path }) => `${code} ${path}`);
      expect(found).toContain('missing-principal /Statement/0');
      expect(found).toContain('invalid-action /Statement/0/Action');
      expect(found).toContain('invalid-action /Statement/1/Action');
      expect(found.filter((row) => row.endsWith('0/Principal'))).toEqual([]);
    },
  );

  test('of what was put in for a missing element nothing is said', () => {
    const text = one({ Effect: 'Allow', Condition: { StringEquals: { 'aws:Foo': 'x' } } });
    expect(codes(lint(text, { type: 'identity' })).toSorted()).toEqual([
      'invalid-global-condition-key',
      'missing-action',
      'missing-resource',
    ]);
  });

  test('a condition that cannot be read is not taken for a missing one', () => {
    const text = one({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringEqual: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
    });
    expect(codes(lint(text))).not.toContain('pass-role-with-star-in-resource');
  });

  test('a version that is wrong is not taken for a missing one, and no fix adds a second', () => {
    const text = one({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' });
    const wrong = text.replace(V, '2012-10-18');
    expect(codes(lint(wrong, { type: 'identity' }))).toEqual(['invalid-version']);
    const twice = text.replace('{', '{"Version":"2012-10-17",');
    expect(codes(lint(twice, { type: 'identity' }))).not.toContain('missing-version');
    expect(fixText(wrong, { type: 'identity' }).text.match(/Version/g)).toHaveLength(1);
  });

  test('text that is no JSON has its syntax errors only', () => {
    expect(codes(lint('{"Version": '))).toEqual(['json-syntax-error']);
    expect(codes(lint('[1]'))).toEqual(['data-type-mismatch']);
    expect(codes(lint(''))).toEqual(['json-syntax-error']);
  });
});

describe('places', () => {
  test('ranges point into the text and paths resolve', () => {
    const text = `{\n  "Version": "2012-10-17",\r\n  "Statement": [{"Effect": "Allow", "Action": "ecs:RunTsak", "Resource": "*"}]\n}`;
    const [finding] = lint(text);
    expect(finding?.path).toBe('/Statement/0/Action');
    expect(finding?.range?.start).toEqual({ offset: text.indexOf('"ecs:'), line: 3, column: 47 });
    expect(text.slice(finding?.range?.start.offset, finding?.range?.end.offset)).toBe('"ecs:RunTsak"');
  });

  test('a document inside another text has its base pointer in front', () => {
    const text = `{"Policy": ${TYPO}}`;
    const { node } = parseJson(text);
    const inner = node?.kind === 'object' ? node.members[0]?.value : undefined;
    if (inner === undefined) throw new Error('no document');
    const { findings } = lintNode(inner, { text, basePointer: '/Policy' });
    expect(findings[0]?.path).toBe('/Policy/Statement/0/Action/0');
    expect(text.slice(findings[0]?.range?.start.offset).startsWith('"lamda:')).toBe(true);
  });

  test('a JavaScript value has no ranges and no fixes', () => {
    const parsed = policyFromValue({ Statement: { Effect: 'Allow', Action: 'ecs:RunTsak', Resource: '*' } });
    if (!parsed.ok) throw new Error('not read');
    const { findings } = lintPolicy(parsed.policy);
    expect(codes(findings)).toEqual(['missing-version', 'invalid-action']);
    expect(findings.every(({ range, fix }) => range === undefined && fix === undefined)).toBe(true);
  });

  test('a lone statement object has no index in its pointer', () => {
    const parsed = parsePolicy(
      JSON.stringify({ Version: V, Statement: { Effect: 'Allow', Action: 'ecs:X', Resource: '*' } }),
    );
    if (!parsed.ok) throw new Error('not read');
    expect(lintPolicy(parsed.policy).findings[0]?.path).toBe('/Statement/Action');
  });
});

describe('options', () => {
  test('a severity can be changed, and a rule turned off', () => {
    expect(
      lint(TYPO, { rules: { 'invalid-action': 'info', 'invalid-service-in-action': 'off' } }),
    ).toMatchObject([{ code: 'invalid-action', severity: 'info' }]);
  });

  test('findings below the minimum are left out', () => {
    const text = one({ Effect: 'Allow', Action: 'ecs:RunTsak', Resource: '*', Sid: '' });
    expect(codes(lint(text, { minimumSeverity: 'error' }))).toEqual(['invalid-action']);
    expect(codes(lint(text, { minimumSeverity: 'suggestion' }))).toContain('empty-sid-value');
  });

  test('a rule that is off by default runs where it is named', () => {
    const text = one({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' });
    expect(codes(lint(text))).toEqual([]);
    expect(codes(lint(text, { rules: { 'deny-notaction-review': 'info' } }))).toEqual([
      'deny-notaction-review',
    ]);
  });

  test('a parser error stays one unless the options name its rule', () => {
    const text = one({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', NotAction: 'x' });
    const found = lint(text).find(({ code }) => code === 'unsupported-element-combination');
    expect(found?.severity).toBe('error');
  });
});

describe('ignores', () => {
  const ignore = { rule: 'invalid-action', reason: 'rolled out tomorrow' };

  test('accept findings of their rule, with the reason', () => {
    const result = lintText(TYPO, { ignores: [ignore] });
    expect(codes(result.findings)).toEqual(['invalid-service-in-action']);
    expect(result.ignored).toMatchObject([{ finding: { code: 'invalid-action' }, reason: ignore.reason }]);
  });

  test('without a reason do nothing', () => {
    expect(codes(lint(TYPO, { ignores: [{ ...ignore, reason: ' ' }] }))).toContain('invalid-action');
  });

  test('are scoped to actions without case, and to resources', () => {
    expect(codes(lint(TYPO, { ignores: [{ ...ignore, action: 'ECS:*' }] }))).not.toContain('invalid-action');
    expect(codes(lint(TYPO, { ignores: [{ ...ignore, action: 's3:*' }] }))).toContain('invalid-action');
    expect(codes(lint(TYPO, { ignores: [{ ...ignore, resource: 'arn:*' }] }))).toContain('invalid-action');
    expect(codes(lint(TYPO, { ignores: [{ ...ignore, resource: '*' }] }))).not.toContain('invalid-action');
  });

  test('hold until their last day, and forever where no day is given', () => {
    const expiring = [{ ...ignore, expires: '2026-01-31' }];
    expect(codes(lint(TYPO, { ignores: expiring, now: '2026-01-31' }))).not.toContain('invalid-action');
    expect(codes(lint(TYPO, { ignores: expiring, now: '2026-02-01' }))).toContain('invalid-action');
    expect(codes(lint(TYPO, { ignores: expiring }))).not.toContain('invalid-action');
    expect(codes(lint(TYPO, { ignores: [{ ...ignore, expires: 'soon' }] }))).toContain('invalid-action');
    const noDay = { ...ignore, expires: '2026-02-30' };
    expect(codes(lint(TYPO, { ignores: [noDay] }))).toContain('invalid-action');
    expect(ignoreProblem(noDay)).toBe(
      'found `2026-02-30` as the last day of an ignore, expected a day such as `2026-12-31`',
    );
    expect(ignoreProblem({ ...ignore, expires: '2026-02-28' })).toBeUndefined();
  });
});

describe('parts that are not known', () => {
  const text = one({
    Effect: 'Allow',
    Action: ['s3:GetObject', 'UNKNOWN'],
    Resource: ['UNKNOWN'],
    Condition: { IpAddress: { 'aws:SourceIp': ['UNKNOWN', '203.0.113.0/24'] } },
  });
  const unknown = new Set([
    '/Statement/0/Action/1',
    '/Statement/0/Resource/0',
    '/Statement/0/Condition/IpAddress/aws:SourceIp/0',
  ]);

  test('draw findings where nobody says that they are unknown', () => {
    expect(codes(lint(text))).toEqual(
      expect.arrayContaining(['action-format', 'invalid-arn-prefix', 'type-mismatch-ip-range']),
    );
  });

  test('match what they could match, and draw none', () => {
    expect(codes(lint(text, { type: 'identity', isUnknown: (pointer) => unknown.has(pointer) }))).toEqual([]);
  });

  test('a resource that is not known is not taken for `*`', () => {
    const pass = one({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' });
    const isUnknown = (pointer: string): boolean => pointer === '/Statement/0/Resource';
    expect(codes(lint(pass))).toContain('pass-role-with-star-in-resource');
    expect(codes(lint(pass, { isUnknown }))).toEqual([]);
  });
});

describe('of an element whose value is not known', () => {
  /** What is found with `UNKNOWN` unknown everywhere. */
  function found(statement: object, type: PolicyType): readonly string[] {
    const text = one(statement);
    const isUnknown = (pointer: string): boolean => {
      const { node } = parseJson(text);
      const value = node === undefined ? undefined : locate(node, pointer);
      return value?.kind === 'string' && value.value === 'UNKNOWN';
    };
    return lint(text, { type, isUnknown }).map(({ code, path }) => `${code} ${path}`);
  }

  test('it is said that it should not be there', () => {
    const at = '/Statement/0';
    expect(found({ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'UNKNOWN' }, 'identity')).toEqual([
      `allow-with-notresource ${at}/NotResource`,
    ]);
    expect(found({ Effect: 'Allow', NotAction: 'UNKNOWN', Resource: 'arn:aws:s3:::b' }, 'identity')).toEqual([
      `allow-with-notaction ${at}/NotAction`,
    ]);
    const trust = { Effect: 'Allow', Principal: { AWS: 'UNKNOWN' }, Action: 'sts:AssumeRole' };
    expect(found({ ...trust, Resource: 'UNKNOWN' }, 'trust')).toEqual([
      `role-trust-policy-syntax-error-resource ${at}/Resource`,
    ]);
    const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
    expect(found({ ...read, Efect: 'UNKNOWN' }, 'identity')).toEqual([`invalid-policy-element ${at}/Efect`]);
    expect(found({ ...read, Condition: { StringEquals: { 'aws:Nothing': 'UNKNOWN' } } }, 'identity')).toEqual(
      [`invalid-global-condition-key ${at}/Condition/StringEquals/aws:Nothing`],
    );
  });

  test('nothing is said where its name is not known either, or what is around it', () => {
    const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
    const text = one({ ...read, Condition: { StringEquals: { '${key}': 'x', 'aws:Nothing': 'x' } } });
    const isUnknown = (pointer: string): boolean => /Condition$|key}$/.test(pointer);
    expect(codes(lint(text, { type: 'identity', isUnknown }))).toEqual([]);
  });
});

describe('where a condition is not known', () => {
  const grant = { Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunctoin' };
  const found = (Condition: unknown, isUnknown?: (pointer: string) => boolean): readonly string[] =>
    codes(lint(one({ ...grant, Condition }), { type: 'resource', ...(isUnknown && { isUnknown }) }));

  test('nothing is said of those that are missing', () => {
    expect(found({ StringEquals: { 'aws:UserAgent': 'x' } })).toContain('public-principal');
    expect(found({ StringEquals: { '${key}': 'x' } })).toEqual(['invalid-action']);
    expect(found('${condition}')).toEqual(['invalid-action']);
    const under = (at: string) => (pointer: string) => pointer === `/Statement/0/Condition${at}`;
    expect(found({ StringEquals: { k: 'x' } }, under(''))).toEqual(['invalid-action']);
    expect(found({ StringEquals: { k: 'x' } }, under('/StringEquals'))).toEqual(['invalid-action']);
  });

  test('a value that is not known fixes callers where its key does', () => {
    expect(found({ StringEquals: { 'aws:SourceAccount': '${account}' } })).toEqual(['invalid-action']);
    expect(found({ IpAddress: { 'aws:SourceIp': ['{{ range }}'] } })).toEqual(['invalid-action']);
    expect(found({ StringEquals: { 'aws:UserAgent': '${agent}' } })).toContain('public-principal');
  });
});

test('findings are where a document was written from', () => {
  const text = one({ Effect: 'Allow', Action: 's3:Gt', Resource: 'x' });
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('expected JSON');
  const placeOf = (pointer: string): string => `/file${pointer.toLowerCase()}`;
  const { findings } = lintNode(node, { text, type: 'identity', basePointer: '/base', placeOf });
  expect(findings.map(({ code, path }) => [code, path])).toEqual([
    ['invalid-action', '/file/statement/0/action'],
    ['invalid-arn-prefix', '/file/statement/0/resource'],
  ]);
});

test('variables of templates are unknown, and draw nothing', () => {
  const statement = {
    Sid: '${team}-1',
    Effect: '${effect}',
    Action: ['${service}:Get', 's3:Nothing'],
    Resource: ['${key_arn}', '{{ arn }}', 'arn:aws:s3:::${bucket}/*', 'b'],
    Condition: { StringEquals: { '${provider}:sub': 'x', 'aws:SourceAccount': '${account}' } },
  };
  expect(lint(one(statement), { type: 'identity' }).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'invalid-action /Statement/0/Action/1',
    'invalid-arn-prefix /Statement/0/Resource/3',
  ]);
});

test('what a document says cannot steer a terminal', () => {
  const text = one({
    Effect: 'Allow',
    Action: 's3:Get\u001b[31m\u202e`x\n',
    Resource: 'arn:a\u001bb:s3:::b',
  });
  for (const { message, help } of lint(text)) {
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(`${message}${help ?? ''}`).not.toMatch(/[\u0000-\u001f\u202e]/);
  }
});

test('INVARIANT 21: statements that except the same in two spellings cover each other before a fix as after it', () => {
  const text = JSON.stringify({
    Statement: [
      { Effect: 'Allow', Action: ['*'], NotResource: '*' },
      { Effect: 'Allow', Action: ['*'], NotResource: ['arn:*:s3:::b/*', '*'] },
    ],
  });
  const redundant = (source: string): readonly string[] =>
    lintText(source, { type: 'identity' })
      .findings.filter(({ code }) => code.startsWith('redundant-'))
      .map(({ code, path }) => `${code} ${path}`);
  expect(redundant(text)).toEqual([
    'redundant-statement /Statement/1',
    'redundant-resource /Statement/1/NotResource/0',
  ]);
  const fix = lintText(text, { type: 'identity' }).findings.filter(
    ({ code }) => code === 'redundant-resource',
  );
  expect(redundant(applyFixes(text, fix).text)).toEqual(['redundant-statement /Statement/1']);
});
