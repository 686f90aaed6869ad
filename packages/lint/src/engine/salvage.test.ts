import type { PolicyType } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { lintText } from '../index.ts';

/** A statement with something to find in each of its elements. */
const FAULTY = {
  Sid: '',
  Effect: 'Allow',
  Action: ['s3:GetObjet', 's3:GetObject', 's3:GetObject'],
  Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/*', 'arn:aws:nosuch:::x'],
  Condition: { StringEquals: { 'aws:NoSuchKey': 'a' }, Bool: { 'aws:SecureTransport': 'maybe' } },
};
const OTHER = { Effect: 'Allow', Action: 'ec2:RunInstancs', Resource: '*' };

const documentOf = (statement: unknown, members: object = {}): string =>
  JSON.stringify({ Version: '2012-10-17', ...members, Statement: [OTHER, statement] });

const findingsOf = (text: string, type: PolicyType = 'identity'): readonly string[] =>
  lintText(text, { type }).findings.map(({ code, path }) => `${code} ${path}`);

const ALL = findingsOf(documentOf(FAULTY));
/** What is found in a statement but for what is said of its parts. */
const without = (...parts: readonly string[]): readonly string[] =>
  ALL.filter((found) => !parts.some((part) => found.includes(` /Statement/1/${part}`)));

test('there is something to find in each element', () => {
  for (const element of ['Sid', 'Action', 'Resource', 'Condition/StringEquals', 'Condition/Bool'])
    expect(without(element).length, element).toBeLessThan(ALL.length);
  expect(ALL).toContain('invalid-action /Statement/0/Action');
});

describe('what is malformed hides nothing that does not depend on it', () => {
  const with_ = (members: object): string => documentOf({ ...FAULTY, ...members });
  test.each<[string, string, string, readonly string[]]>([
    ['Effect of another case', with_({ Effect: 'allow' }), 'invalid-effect /Statement/1/Effect', ALL],
    ['Effect that is none', with_({ Effect: 'Permit' }), 'invalid-effect /Statement/1/Effect', ALL],
    ['Effect that is a list', with_({ Effect: ['Allow'] }), 'data-type-mismatch /Statement/1/Effect', ALL],
    ['Effect null', with_({ Effect: null }), 'null-value /Statement/1/Effect', ALL],
    ['no Effect', with_({ Effect: undefined }), 'missing-effect /Statement/1', ALL],
    [
      'Action that is an object',
      with_({ Action: {} }),
      'data-type-mismatch /Statement/1/Action',
      without('Action'),
    ],
    [
      'Action that is a number',
      with_({ Action: 1 }),
      'data-type-mismatch /Statement/1/Action',
      without('Action'),
    ],
    ['no Action', with_({ Action: undefined }), 'missing-action /Statement/1', without('Action')],
    [
      'an action that is null',
      with_({ Action: [...FAULTY.Action, null] }),
      'null-value /Statement/1/Action/3',
      ALL,
    ],
    [
      'Action beside NotAction',
      with_({ NotAction: 's3:*' }),
      'unsupported-element-combination /Statement/1/NotAction',
      ALL,
    ],
    [
      'Resource that is an object',
      with_({ Resource: {} }),
      'data-type-mismatch /Statement/1/Resource',
      without('Resource'),
    ],
    ['no Resource', with_({ Resource: undefined }), 'missing-resource /Statement/1', without('Resource')],
    [
      'a resource that is a number',
      with_({ Resource: [...FAULTY.Resource, 1] }),
      'data-type-mismatch /Statement/1/Resource/3',
      ALL,
    ],
    [
      'Condition that is a list',
      with_({ Condition: [] }),
      'data-type-mismatch /Statement/1/Condition',
      without('Condition'),
    ],
    [
      'an operator that does not exist',
      with_({ Condition: { ...FAULTY.Condition, Contains: { 'aws:username': 'a' } } }),
      'invalid-condition-operator /Statement/1/Condition/Contains',
      ALL,
    ],
    [
      'an operator without keys',
      with_({ Condition: { ...FAULTY.Condition, StringLike: 'a' } }),
      'data-type-mismatch /Statement/1/Condition/StringLike',
      ALL,
    ],
    [
      'a value that is an object',
      with_({ Condition: { ...FAULTY.Condition, StringLike: { 'aws:username': ['a', {}] } } }),
      'data-type-mismatch /Statement/1/Condition/StringLike/aws:username/1',
      ALL,
    ],
    ['an unknown element', with_({ Comment: 'a' }), 'invalid-policy-element /Statement/1/Comment', ALL],
    [
      'Principal where none may be',
      with_({ Principal: '*' }),
      'unsupported-principal /Statement/1/Principal',
      ALL,
    ],
    ['Sid that is a number', with_({ Sid: 1 }), 'data-type-mismatch /Statement/1/Sid', without('Sid')],
    ['Version that is none', documentOf(FAULTY, { Version: '2012-10-18' }), 'invalid-version /Version', ALL],
    ['Version that is a number', documentOf(FAULTY, { Version: 2012 }), 'data-type-mismatch /Version', ALL],
    [
      'an unknown element outside',
      documentOf(FAULTY, { Comment: 'a' }),
      'invalid-policy-element /Comment',
      ALL,
    ],
    [
      'Effect twice',
      documentOf(FAULTY).replace('"Sid"', '"Effect":"Allow","Sid"'),
      'duplicate-key /Statement/1/Effect',
      ALL,
    ],
    [
      'a statement that is null',
      documentOf(null),
      'null-value /Statement/1',
      ['invalid-action /Statement/0/Action'],
    ],
  ])('%s', (_, text, problem, others) => {
    expect([...findingsOf(text)].sort()).toEqual([problem, ...others].sort());
  });

  test('in several places at once', () => {
    const statement = { ...FAULTY, Effect: 'Permit', Sid: 1, Comment: 'a', Resource: {} };
    expect(findingsOf(documentOf(statement, { Version: 2012 }))).toEqual(
      expect.arrayContaining([...without('Sid', 'Resource')]),
    );
  });
});

describe('what is misspelt is read as what was meant, and called as it is written', () => {
  const renamed = (from: string, to: string): readonly string[] =>
    ALL.map((found) => found.replace(`/Statement/1/${from}`, `/Statement/1/${to}`));

  test.each([
    ['Action', 'action'],
    ['Action', 'Actions'],
    ['Resource', 'resource'],
    ['Resource', 'Resources'],
    ['Condition', 'Conditions'],
    ['Effect', 'effect'],
  ])('%s written %s', (from, to) => {
    const text = documentOf(FAULTY).replace(`"${from}":[`, `"${to}":[`).replace(`"${from}":{`, `"${to}":{`);
    const written =
      from === 'Effect' ? documentOf(FAULTY).replace(/"Effect"(?!.*"Effect")/, '"effect"') : text;
    expect(findingsOf(written)).toEqual(
      expect.arrayContaining([`invalid-policy-element /Statement/1/${to}`, ...renamed(from, to)]),
    );
  });

  test('operators, whose keys are looked at, and their values where it is clear what was meant', () => {
    const keys = { 'aws:NoSuchKey': 'true', 'aws:SecureTransport': 'maybe' };
    const of = (operator: string): readonly string[] =>
      findingsOf(documentOf({ ...OTHER, Condition: { [operator]: keys } })).filter((found) =>
        found.includes('/Condition/'),
      );
    expect(of('Boool')).toEqual([
      'invalid-condition-operator /Statement/1/Condition/Boool',
      'invalid-global-condition-key /Statement/1/Condition/Boool/aws:NoSuchKey',
      'type-mismatch-boolean /Statement/1/Condition/Boool/aws:SecureTransport',
    ]);
    expect(of('Contains')).toEqual([
      'invalid-condition-operator /Statement/1/Condition/Contains',
      'invalid-global-condition-key /Statement/1/Condition/Contains/aws:NoSuchKey',
    ]);
    // Made up of one that exists, whose values it does not have.
    expect(of('BoolLike')).toEqual([
      'invalid-condition-operator /Statement/1/Condition/BoolLike',
      'invalid-global-condition-key /Statement/1/Condition/BoolLike/aws:NoSuchKey',
    ]);
  });

  test.each(['NullIfExists', 'ForAnyValue:NullIfExists'])('%s, which hides no operator beside it', (name) => {
    const Condition = { [name]: { 'aws:NoSuchKey': 'true' }, Bool: { 'aws:SecureTransport': 'maybe' } };
    for (const Null of [undefined, { 'aws:username': 'true' }])
      expect(findingsOf(documentOf({ ...OTHER, Condition: { ...Condition, Null } }))).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^null-with-\S+ \/Statement\/1\/Condition\//),
          `invalid-global-condition-key /Statement/1/Condition/${name}/aws:NoSuchKey`,
          'type-mismatch-boolean /Statement/1/Condition/Bool/aws:SecureTransport',
        ]),
      );
  });

  test('operators whose name is too far from any, of whose values nothing is said', () => {
    const findings = findingsOf(
      documentOf({ ...OTHER, Condition: { IpAddressLike: { 'aws:SourceIp': '203.0.113.*' } } }),
    );
    expect(findings.filter((found) => found.includes('/Condition/'))).toEqual([
      'invalid-condition-operator /Statement/1/Condition/IpAddressLike',
    ]);
  });

  test.each(['NullIfExists', 'ForAnyValue:NullIfExists', 'nullIfExists'])(
    '%s, beside which other operators are looked at',
    (operator) => {
      const Condition = { [operator]: { 'aws:NoSuchKey': 'false' }, StringEquals: { 'aws:TagKeys': 'team' } };
      const findings = findingsOf(documentOf({ ...OTHER, Action: 'ec2:CreateTags', Condition }));
      expect(findings).toEqual(
        expect.arrayContaining([
          `null-with-if-exists /Statement/1/Condition/${operator}`,
          `invalid-global-condition-key /Statement/1/Condition/${operator}/aws:NoSuchKey`,
          'missing-qualifier /Statement/1/Condition/StringEquals/aws:TagKeys',
        ]),
      );
    },
  );

  test('ranges are those of the names and values in the text', () => {
    const text = documentOf({ ...OTHER, Action: undefined, Actions: 's3:GetObjet' });
    const found = lintText(text, { type: 'identity' }).findings.find(
      ({ path }) => path === '/Statement/1/Actions',
    );
    expect(found?.code).toBe('invalid-policy-element');
    const action = lintText(text, { type: 'identity' }).findings.filter(
      ({ code }) => code === 'invalid-action',
    );
    expect(
      action.map(({ path, range }) => [path, text.slice(range?.start.offset, range?.end.offset)]),
    ).toEqual([
      ['/Statement/0/Action', '"ec2:RunInstancs"'],
      ['/Statement/1/Actions', '"s3:GetObjet"'],
    ]);
  });
});

describe('what depends on the malformed part is not guessed', () => {
  const EVERYTHING = { Action: '*', Resource: '*' };
  const codes = (statement: object, type: PolicyType): readonly string[] =>
    lintText(documentOf(statement), { type }).findings.map(({ code }) => code);

  test('whether a statement grants, where its effect can be either', () => {
    expect(codes({ ...EVERYTHING, Effect: 'Permit' }, 'identity')).not.toContain('full-wildcard');
    expect(codes({ ...EVERYTHING, Effect: 'allow' }, 'identity')).toContain('full-wildcard');
    const Condition = { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
    const byNetwork = 'deny-by-network-without-via-aws-service';
    expect(codes({ ...EVERYTHING, Effect: 'Permit', Condition }, 'identity')).not.toContain(byNetwork);
    expect(codes({ ...EVERYTHING, Effect: 'deny', Condition }, 'identity')).toContain(byNetwork);
  });

  test('whether everybody is let in, where a condition or the principal cannot be read', () => {
    const open = { ...EVERYTHING, Effect: 'Allow', Principal: '*' };
    expect(codes(open, 'resource')).toContain('public-principal');
    for (const Condition of [
      [],
      { StringEquals: 'a' },
      { StringEqual: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    ])
      expect(codes({ ...open, Condition }, 'resource')).not.toContain('public-principal');
    expect(codes({ ...open, Principal: ['*'] }, 'resource')).not.toContain('public-principal');
  });
});

test('statements without errors are linted, however many others have some', () => {
  const broken = Array.from({ length: 3000 }, () => ({ Effect: 'Permit', Action: 1 }));
  const found = findingsOf(JSON.stringify({ Version: '2012-10-17', Statement: [...broken, OTHER] }));
  expect(found).toContain('invalid-effect /Statement/2999/Effect');
  expect(found.filter((each) => each.includes('/Statement/3000'))).toEqual([
    'invalid-action /Statement/3000/Action',
  ]);
});

test('what cannot be repaired is an error all the same, and nothing throws', () => {
  for (const text of ['[]', '{}', '{"Statement":1}', '{"Statement":[[],1]}', '{"Statement":{"Effect":{}}}'])
    expect(findingsOf(text).length).toBeGreaterThan(0);
});
