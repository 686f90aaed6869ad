import { describe, expect, test } from 'vitest';
import type { Policy, Statement } from '../model/policy.ts';
import { parsePolicy } from './parsePolicy.ts';
import type { ParseOptions } from './parseResult.ts';

function read(document: unknown, options?: ParseOptions): Policy {
  const result = parsePolicy(typeof document === 'string' ? document : JSON.stringify(document), options);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

function findings(document: unknown, options?: ParseOptions): readonly string[] {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return parsePolicy(text, options).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
}

const STATEMENT = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

function firstStatement(members: object): Statement {
  const statement = read({ Version: '2012-10-17', Statement: [{ ...STATEMENT, ...members }] }).statements[0];
  if (statement === undefined) throw new Error('expected a statement');
  return statement;
}

function findingsOf(members: object, options?: ParseOptions): readonly string[] {
  return findings({ Version: '2012-10-17', Statement: [{ ...STATEMENT, ...members }] }, options);
}

describe('document', () => {
  test('S1: the order of members is irrelevant, Id and Version are optional', () => {
    const policy = read({ Statement: STATEMENT, Id: 'x', Version: '2012-10-17' });
    expect(policy).toMatchObject({ id: 'x', version: '2012-10-17', type: undefined, name: undefined });
    expect(read({ Statement: STATEMENT })).toMatchObject({ id: undefined, version: undefined });
    expect(findings({})).toEqual(['error missing-statement']);
    for (const text of ['[]', '"x"', '1', 'true'])
      expect(findings(text)).toEqual(['error data-type-mismatch']);
    expect(findings('null')).toEqual(['error null-value']);
  });

  test('S2: Version is one of two', () => {
    expect(read({ Version: '2008-10-17', Statement: STATEMENT }).version).toBe('2008-10-17');
    for (const Version of ['2012-10-18', '', '2012-10-17 ']) {
      expect(findings({ Version, Statement: STATEMENT })).toEqual(['error invalid-version']);
    }
    expect(findings({ Version: 2012, Statement: STATEMENT })).toEqual(['error data-type-mismatch']);
  });

  test('S5: Statement is an object or a list of objects', () => {
    expect(read({ Statement: STATEMENT }).statements.map(({ pointer }) => pointer)).toEqual(['/Statement']);
    expect(
      read({ Statement: [STATEMENT, STATEMENT] }).statements.map(({ pointer, index }) => [pointer, index]),
    ).toEqual([
      ['/Statement/0', 0],
      ['/Statement/1', 1],
    ]);
    expect(findings({ Statement: 'x' })).toEqual(['error data-type-mismatch']);
    expect(findings({ Statement: [STATEMENT, [STATEMENT], null] })).toEqual([
      'error data-type-mismatch',
      'error null-value',
    ]);
  });

  test('S6: an empty Statement list is a warning', () => {
    expect(findings({ Statement: [] })).toEqual(['warning missing-statement']);
    expect(read({ Statement: [] }).statements).toEqual([]);
  });

  test('S8: repeated names are errors at every level', () => {
    const statement = '"Effect":"Allow","Action":"a:b","Resource":"*"';
    for (const text of [
      `{"Statement":[],"Statement":{${statement}}}`,
      `{"Statement":{${statement},"Effect":"Deny"}}`,
      `{"Statement":{${statement},"Principal":{"AWS":"*","AWS":"*"}}}`,
      `{"Statement":{${statement},"Condition":{"Bool":{"k":true},"Bool":{"l":true}}}}`,
      `{"Statement":{${statement},"Condition":{"Bool":{"k":true,"k":true}}}}`,
      `{"Statement":{${statement},"\\u0045ffect":"Deny"}}`,
    ]) {
      expect(findings(text)).toContain('error duplicate-key');
    }
  });

  test('S8: condition names that differ only in case both hold, with a warning; element names are an error', () => {
    const Condition = { Bool: { 'a:k': true, 'A:K': false }, bool: { 'a:l': true } };
    expect(findingsOf({ Condition })).toEqual([
      'warning duplicate-keys-with-different-case',
      'warning duplicate-keys-with-different-case',
    ]);
    expect(firstStatement({ Condition }).conditions.map(({ key }) => key)).toEqual(['a:k', 'A:K', 'a:l']);
    expect(findingsOf({ effect: 'Deny' })).toEqual(['error duplicate-keys-with-different-case']);
  });

  test('S9: unknown elements are errors that name the closest one', () => {
    const { diagnostics } = parsePolicy(
      '{"version":"2012-10-17","Statement":{"effect":"Allow","Actions":"a:b","Resource":"*","Foo":1}}',
    );
    expect(diagnostics.map(({ code, path, help }) => [code, path, help])).toEqual([
      ['invalid-policy-element', '/version', 'did you mean `Version`'],
      ['invalid-policy-element', '/Statement/effect', 'did you mean `Effect`'],
      ['invalid-policy-element', '/Statement/Actions', 'did you mean `Action`'],
      ['invalid-policy-element', '/Statement/Foo', 'remove it'],
    ]);
  });

  test('S9: an element of the other level is told where it belongs', () => {
    const helps = (text: string): unknown =>
      parsePolicy(text).diagnostics.find(({ code }) => code === 'invalid-policy-element')?.help;
    expect(helps('{"Effect":"Allow","Statement":[]}')).toBe('`Effect` belongs inside `Statement`');
    expect(helps('{"Statement":{"Version":"2012-10-17"}}')).toBe(
      '`Version` belongs to the document, outside its statements',
    );
  });

  test('__proto__ and constructor are unknown elements like others', () => {
    const { diagnostics } = parsePolicy(
      '{"__proto__":{"Effect":"Allow"},"Statement":{"constructor":1,"__proto__":[]}}',
    );
    expect(
      diagnostics.filter(({ code }) => code === 'invalid-policy-element').map(({ path }) => path),
    ).toEqual(['/__proto__', '/Statement/constructor', '/Statement/__proto__']);
  });

  test('reports everything in one run, in the order of the text', () => {
    const { ok, diagnostics } = parsePolicy(
      `{"Version":"x","Statement":[{"Effect":"allow","Action":"s3:","Resource":[1,],}, 7]}`,
    );
    expect(ok).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'invalid-version',
      'invalid-effect',
      'empty-action-name',
      'data-type-mismatch',
      'json-syntax-error',
      'json-syntax-error',
      'data-type-mismatch',
    ]);
  });

  test('a document that is cut off has its syntax error only', () => {
    expect(findings('{"Statement":[{"Effect":"Allow"')).toEqual(['error json-syntax-error']);
  });

  test('the caller names the policy', () => {
    expect(read({ Statement: [] }, { name: 'arn:aws:iam::aws:policy/X', type: 'scp' })).toMatchObject({
      name: 'arn:aws:iam::aws:policy/X',
      type: 'scp',
    });
  });
});

describe('statement', () => {
  test('S7: a scalar is a list of one', () => {
    expect(firstStatement({ Action: 'a:b', Resource: ['*', 'arn:aws:s3:::b'] })).toMatchObject({
      action: { negated: false, values: ['a:b'] },
      resource: { negated: false, values: ['*', 'arn:aws:s3:::b'] },
    });
    expect(findingsOf({ Action: { a: 1 } })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Action: ['a:b', ['c:d'], 1, null] })).toEqual([
      'error data-type-mismatch',
      'error data-type-mismatch',
      'error null-value',
    ]);
  });

  test('S7: an empty list warns, but not under a negation, where it would match everything', () => {
    expect(findingsOf({ Action: [] })).toEqual(['warning empty-array-action']);
    expect(findingsOf({ Resource: [] })).toEqual(['warning empty-array-resource']);
    expect(findingsOf({ Action: undefined, NotAction: [] })).toEqual(['error empty-array-action']);
    expect(findingsOf({ Resource: undefined, NotResource: [] })).toEqual(['error empty-array-resource']);
    expect(findingsOf({ Effect: 'Deny', NotPrincipal: {} })).toEqual(['error empty-object-principal']);
    expect(findingsOf({ Effect: 'Deny', NotPrincipal: { AWS: [] } })).toEqual([
      'error empty-array-principal',
    ]);
  });

  test('S10: Effect is required and exact', () => {
    expect(firstStatement({ Effect: 'Deny' }).effect).toBe('Deny');
    expect(findingsOf({ Effect: undefined })).toEqual(['error missing-effect']);
    for (const Effect of ['allow', 'DENY', 'Allow ', '']) {
      expect(findingsOf({ Effect })).toEqual(['error invalid-effect']);
    }
    expect(findingsOf({ Effect: true })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Effect: ['Allow'] })).toEqual(['error data-type-mismatch']);
  });

  test('S11: Sids of IAM policies are letters and digits, and unique', () => {
    const Statement = [
      { ...STATEMENT, Sid: 'A b' },
      { ...STATEMENT, Sid: 'A b' },
    ];
    const expected = ['warning unsupported-sid', 'warning unsupported-sid', 'warning unique-sids-required'];
    expect(findings({ Statement }, { type: 'identity' })).toEqual(expected);
    expect(findings({ Statement })).toEqual(expected);
    expect(findingsOf({ Sid: 'abcXYZ019' }, { type: 'identity' })).toEqual([]);
    const empty = { ...STATEMENT, Sid: '' };
    expect(findings({ Statement: [empty, empty, empty] }, { type: 'identity' })).toEqual([]);
  });

  test('S12: Sids of other resource policies are free', () => {
    const Statement = [
      { ...STATEMENT, Principal: '*', Sid: 'A b' },
      { ...STATEMENT, Principal: '*', Sid: 'A b' },
    ];
    expect(findings({ Statement }, { type: 'resource' })).toEqual([]);
    expect(findings({ Statement })).toEqual([]);
  });

  test('S14: exactly one of Action and NotAction', () => {
    expect(firstStatement({ Action: undefined, NotAction: 'iam:*' }).action).toEqual({
      negated: true,
      values: ['iam:*'],
    });
    expect(findingsOf({ NotAction: 'iam:*' })).toEqual(['error unsupported-element-combination']);
    expect(findingsOf({ Action: undefined })).toEqual(['error missing-action']);
  });

  test('S15: exactly one of Resource and NotResource', () => {
    expect(firstStatement({ Resource: undefined, NotResource: '*' }).resource).toEqual({
      negated: true,
      values: ['*'],
    });
    expect(findingsOf({ NotResource: '*' })).toEqual(['error unsupported-element-combination']);
    expect(findingsOf({ Resource: undefined })).toEqual(['error missing-resource']);
  });

  test('S16: one of Principal and NotPrincipal at most', () => {
    expect(findingsOf({ Effect: 'Deny', Principal: '*', NotPrincipal: '*' })).toEqual([
      'error unsupported-element-combination',
    ]);
  });

  test('S21: characters beyond U+00FF warn, also where they are escaped', () => {
    expect(findingsOf({ Resource: 'arn:aws:s3:::\u00ff\t' })).toEqual([]);
    expect(findingsOf({ Resource: 'arn:aws:s3:::\u0100' })).toEqual(['warning unsupported-character']);
    expect(findingsOf({ Resource: 'arn:aws:s3:::\u{1f600}' })).toEqual(['warning unsupported-character']);
    const escaped = '{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"arn:aws:s3:::\\u0100\\b"}}';
    expect(findings(escaped)).toEqual(['warning unsupported-character']);
    expect(findingsOf({ Principal: '*', Resource: 'arn:aws:s3:::\u0100' }, { type: 'resource' })).toEqual([]);
    expect(findingsOf({ Condition: { StringEquals: { 'aws:PrincipalTag/\u0100': 'x' } } })).toEqual([
      'warning unsupported-character',
    ]);
  });

  test('S21: what stands under a repeated name is reported at that name, which a pointer leads to', () => {
    const conditions = '"Condition":"*","Condition":{"\u0100":{"k":["\u0100"]}}';
    const text = `{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*",${conditions}}}`;
    const found = parsePolicy(text).diagnostics.filter(({ code }) => code === 'unsupported-character');
    expect(found.map(({ path }) => path)).toEqual(['/Statement/Condition', '/Statement/Condition']);
  });
});

describe('action', () => {
  test.each([
    '*',
    '**',
    '*:*',
    's3:*',
    'iam:*AccessKey*',
    'S3:getobject',
    'execute-api:Invoke',
    's3:Get?bject',
  ])('S62 to S64: %j is well formed', (Action) => {
    expect(findingsOf({ Action })).toEqual([]);
  });

  test.each([
    ['*:Get*', 'wildcard-in-service-name'],
    ['s3*:Get', 'wildcard-in-service-name'],
    ['s3:', 'empty-action-name'],
    [' s3:Get', 'action-whitespace'],
    ['s3: Get', 'action-whitespace'],
    ['s3Get', 'action-format'],
    ['', 'action-format'],
    [':Get', 'action-format'],
    ['a:b:c', 'action-format'],
    ['s3*', 'action-format'],
  ])('S65, S68: %j is a warning', (action, code) => {
    expect(findingsOf({ Action: ['a:b', action] })).toEqual([`warning ${code}`]);
  });
});

describe('resource', () => {
  test.each([
    '*',
    'arn:aws:s3:::b/*',
    'arn:*:s3:::b',
    'arn:aws:ecs:us-east-1:*',
    'arn:aws:s3*',
    'arn:*',
    'arn:aws:iam::111122223333:role/*',
    'arn:aws:iam::111122223333:*',
    'arn:aws:s3:::${aws:username}/*',
  ])('S46 to S50: %j is no finding', (Resource) => {
    // A star in the service field is one; these are the others.
    expect(findingsOf({ Resource }).filter((each) => !each.endsWith('wildcard-in-service-name'))).toEqual([]);
  });

  test.each([
    ['arn:aws:*:::b', 'wildcard-in-service-name'],
    ['arn:aws:s?:::b', 'wildcard-in-service-name'],
    ['arn:aws:iam::111122223333:*/bob', 'wildcard-in-resource-type'],
    ['arn:aws:sqs', 'missing-arn-field'],
    ['arn:aws:sqs:us-*-1:1', 'missing-arn-field'],
    ['arn:aws:s3:b/*', 'missing-arn-field'],
    ['arn:aws:s3::b/*', 'missing-arn-field'],
    ['bucket', 'invalid-arn-prefix'],
    ['', 'invalid-arn-prefix'],
    ['ARN:aws:s3:::b', 'invalid-arn-prefix'],
  ])('S52, S54: %j is a warning', (Resource, code) => {
    expect(findingsOf({ Resource })).toEqual([`warning ${code}`]);
  });

  test('S52: a short ARN is an error in an SCP', () => {
    expect(findingsOf({ Resource: 'arn:aws:sqs' }, { type: 'scp' })).toEqual(['error missing-arn-field']);
  });
});

describe('principal', () => {
  test('S127, S129: `"*"` is a principal of AWS; a map keeps its order', () => {
    expect(firstStatement({ Principal: '*' }).principal).toEqual({
      negated: false,
      entries: [{ kind: 'AWS', value: '*' }],
    });
    const Principal = {
      Service: ['a.amazonaws.com', 'b.amazonaws.com'],
      AWS: '111122223333',
      Federated: 'x',
    };
    expect(firstStatement({ Principal }).principal?.entries).toEqual([
      { kind: 'Service', value: 'a.amazonaws.com' },
      { kind: 'Service', value: 'b.amazonaws.com' },
      { kind: 'AWS', value: '111122223333' },
      { kind: 'Federated', value: 'x' },
    ]);
  });

  test('S127: anything else is no principal', () => {
    expect(findingsOf({ Principal: 'arn:aws:iam::111122223333:root' })).toEqual([
      'error invalid-principal-format',
    ]);
    expect(findingsOf({ Principal: ['*'] })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Principal: null })).toEqual(['error null-value']);
    expect(findingsOf({ Principal: { AWS: 5 } })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Principal: { service: 'a.amazonaws.com' } })).toEqual([
      'error invalid-principal-key',
    ]);
  });

  test.each([
    '111122223333',
    'arn:aws:iam::111122223333:root',
    'arn:aws-cn:iam::111122223333:user/a/b',
    'arn:aws:iam::111122223333:role/aws-service-role/a.amazonaws.com/R',
    'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1',
    'arn:aws:sts::111122223333:assumed-role/r/s',
    'arn:aws:sts::111122223333:federated-user/f',
    'AIDAQ3EGSRO7EXAMPLE12',
    '${TemplateParameter}',
  ])('S128, S133: %j names a principal', (AWS) => {
    expect(findingsOf({ Principal: { AWS } })).toEqual([]);
  });

  test.each([
    'bob',
    '1111',
    'ecs.amazonaws.com',
    'arn:aws:iam::111122223333:group/g',
    'arn:aws:iam::111122223333:instance-profile/p',
    'arn:aws:iam::111122223333:policy/p',
    'arn:aws:iam::111122223333:rooted',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:iam:::role/r',
    'arn:aws:sts:::assumed-role/r/s',
    'arn:aws:sts::111122223333:role/r',
    'arn:aws:s3:::b',
    '',
  ])('S128, S131: %j under AWS names nobody', (AWS) => {
    expect(findingsOf({ Principal: { AWS } })).toEqual(['warning invalid-principal-format']);
  });

  test('S130: wildcards inside principals warn', () => {
    const Principal = { AWS: ['arn:aws:iam::*:root'], Service: '*.amazonaws.com' };
    expect(findingsOf({ Principal })).toEqual([
      'warning unsupported-wildcard-in-principal',
      'warning unsupported-wildcard-in-principal',
    ]);
  });
});

describe('condition', () => {
  test('S17, S18: one condition for each operator and key, values in source spelling', () => {
    const { conditions } = read(
      `{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{
        "NumericLessThan": {"s3:max-keys": [1e3, 10.50, "7"], "x/y": -0},
        "Bool": {"aws:SecureTransport": false}
      }}}`,
    ).statements[0] ?? { conditions: [] };
    expect(
      conditions.map(({ operator, key, values, pointer }) => [operator.name, key, values, pointer]),
    ).toEqual([
      [
        'NumericLessThan',
        's3:max-keys',
        ['1e3', '10.50', '7'],
        '/Statement/Condition/NumericLessThan/s3:max-keys',
      ],
      ['NumericLessThan', 'x/y', ['-0'], '/Statement/Condition/NumericLessThan/x~1y'],
      ['Bool', 'aws:SecureTransport', ['false'], '/Statement/Condition/Bool/aws:SecureTransport'],
    ]);
    expect(firstStatement({}).conditions).toEqual([]);
  });

  test('S17: operators and keys are objects', () => {
    for (const Condition of ['x', [], 1])
      expect(findingsOf({ Condition })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Condition: { Bool: 'true' } })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Condition: { Bool: [{ a: true }] } })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Condition: { Bool: {} } })).toEqual(['warning empty-object-condition']);
  });

  test('S19: null, objects and nested lists are no values', () => {
    expect(findingsOf({ Condition: { Bool: { a: null } } })).toEqual(['error null-value']);
    expect(findingsOf({ Condition: { Bool: { a: { b: 1 } } } })).toEqual(['error data-type-mismatch']);
    expect(findingsOf({ Condition: { Bool: { a: ['x', null, ['y'], {}] } } })).toEqual([
      'error null-value',
      'error data-type-mismatch',
      'error data-type-mismatch',
    ]);
  });

  test('S20: an empty list of values warns and stays', () => {
    const Condition = { StringEquals: { a: [] } };
    expect(findingsOf({ Condition })).toEqual(['warning empty-array-condition']);
    expect(firstStatement({ Condition }).conditions[0]?.values).toEqual([]);
  });

  test('S22: operators in any letter case', () => {
    const { conditions } = firstStatement({ Condition: { 'forallvalues:ARNEQUALSifexists': { a: 'b' } } });
    expect(conditions[0]?.operator).toEqual({
      text: 'forallvalues:ARNEQUALSifexists',
      name: 'ArnEquals',
      qualifier: 'ForAllValues',
      ifExists: true,
    });
  });

  test.each([
    ['StringEqual', 'did you mean `StringEquals`'],
    ['ForAnyValues:StringLike', 'did you mean `ForAnyValue:StringLike`'],
    ['ForAllValues:stringNotEqualIfExist', 'did you mean `ForAllValues:StringNotEqualsIfExists`'],
    ['StringEqualsIfExistsIfExists', undefined],
    ['ForAllValues:ForAnyValue:StringEquals', undefined],
    ['Nonsense', undefined],
    ['StringLi\u212ae', 'did you mean `StringLike`'],
    ['', undefined],
  ])('S23: %j is no operator', (operator, help) => {
    const text = JSON.stringify({
      Statement: { ...STATEMENT, Principal: '*', Condition: { [operator]: { a: 'b' } } },
    });
    const errors = parsePolicy(text).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map((each) => [each.code, each.help])).toEqual([['invalid-condition-operator', help]]);
  });

  test('S23: what stands under an unknown operator is still checked', () => {
    expect(findingsOf({ Condition: { Nonsense: { a: null } } })).toEqual([
      'error invalid-condition-operator',
      'error null-value',
    ]);
  });

  test('S82: Null with IfExists is refused; with a set qualifier it is read, and warned of', () => {
    expect(findingsOf({ Condition: { null: { a: ['true', false] } } })).toEqual([]);
    expect(findingsOf({ Condition: { NullIfExists: { a: true } } })).toEqual(['error null-with-if-exists']);
    expect(findingsOf({ Condition: { 'foranyvalue:nullifexists': { a: true } } })).toEqual([
      'error null-with-if-exists',
    ]);
    for (const [operator, qualifier, outcome] of [
      ['ForAllValues:Null', 'ForAllValues', 'always true'],
      ['foranyvalue:null', 'ForAnyValue', 'always false'],
    ] as const) {
      const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
      const Statement = { ...statement, Condition: { [operator]: { a: 'true' } } };
      const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
      expect(result.diagnostics).toMatchObject([
        {
          severity: 'warning',
          code: 'null-with-qualifier',
          path: `/Statement/Condition/${operator}`,
          message: `found \`${operator}\`, which is ${outcome}`,
        },
      ]);
      expect(result.ok && result.policy.statements[0]?.conditions).toMatchObject([
        { operator: { name: 'Null', qualifier, ifExists: false }, key: 'a', values: ['true'] },
      ]);
    }
  });
});
