import { describe, expect, test } from 'vitest';
import type { JsonNode, JsonString } from '../json/jsonNode.ts';
import { parseJson } from '../json/parseJson.ts';
import { printJson } from '../json/printJson.ts';
import { policyFromNode } from '../read/policyFromNode.ts';
import { extractPolicies, type ExtractedPolicy } from './extractPolicies.ts';

function extract(file: unknown, indent = 2): readonly ExtractedPolicy[] {
  const text = typeof file === 'string' ? file : JSON.stringify(file, undefined, indent);
  const { node, diagnostics } = parseJson(text);
  if (node === undefined) throw new Error(JSON.stringify(diagnostics));
  return extractPolicies(node, { text });
}

function summary(file: unknown): readonly unknown[] {
  return extract(file).map(({ pointer, type, name, exact }) => [
    pointer,
    type,
    name,
    ...(exact ? [] : ['not exact']),
  ]);
}

/** The only policy of a file, as a value. */
function only(file: unknown): { readonly document: unknown; readonly extracted: ExtractedPolicy } {
  const [extracted, ...others] = extract(file);
  if (extracted === undefined || others.length > 0) throw new Error('expected one policy');
  return { document: JSON.parse(printJson(extracted.node)), extracted };
}

/** What the parser says of the policies of a file, and the parts of the file that it points at. */
function findings(text: string): readonly string[] {
  return extract(text).flatMap(({ node, type, pointer, isUnknown }) =>
    policyFromNode(node, { text, type, basePointer: pointer, isUnknown }).diagnostics.map(
      ({ code, path, range }) => `${code} ${path} ${text.slice(range?.start.offset, range?.end.offset)}`,
    ),
  );
}

const STATEMENT = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const DOCUMENT = { Version: '2012-10-17', Statement: [STATEMENT] };
const TRUST = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } },
};
/** A document with two mistakes to point at. */
const FAULTY = {
  Version: '2012-10-17',
  Statement: [{ ...STATEMENT, Action: 's3 "\u00e9', Resource: 'x\n' }],
};

function pointing(base: string, written: (text: string) => string): readonly string[] {
  return [
    `action-whitespace ${base}/Statement/0/Action ${written('"s3 \\"\u00e9"')}`,
    `invalid-arn-prefix ${base}/Statement/0/Resource ${written('"x\\n"')}`,
  ];
}

describe('plain JSON', () => {
  test('a file is a document, or holds several', () => {
    expect(only(DOCUMENT)).toMatchObject({
      document: DOCUMENT,
      extracted: { pointer: '', type: undefined, name: undefined, embedded: false, exact: true },
    });
    expect(summary([DOCUMENT, { a: [TRUST] }])).toEqual([
      ['/0', undefined, undefined],
      ['/1/a/0', undefined, undefined],
    ]);
    expect(findings(JSON.stringify(FAULTY))).toEqual(pointing('', (text) => text));
  });

  test('a document that is hardly one is still taken as meant, for the parser to say what is wrong', () => {
    for (const text of ['{"Version":"2012-10-17"}', '{"statement":[]}', '{"Statements":{}}']) {
      expect(extract(text)).toHaveLength(1);
      expect(findings(text).length).toBeGreaterThan(0);
    }
  });

  test('what is no policy is left alone', () => {
    for (const file of [
      {},
      [],
      1,
      { Version: '1.0' },
      { Rules: [{ Statement: { RateBasedStatement: { Limit: 1 } } }] },
      { text: '{"Statement":1}', other: '{ Statement', encoded: '%7B%FFStatement' },
    ])
      expect(extract(file).filter(({ embedded }) => !embedded)).toEqual([]);
  });

  test('without a template around it, an intrinsic is a mistake', () => {
    const text = JSON.stringify({ ...DOCUMENT, Statement: { ...STATEMENT, Resource: { Ref: 'Bucket' } } });
    expect(findings(text)).toEqual(['data-type-mismatch /Statement/Resource {']);
  });
});

describe('other languages', () => {
  const stack = (...statements: readonly object[]): object => ({ Statement: statements });
  const allowed = { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' };
  const audited = {
    Sid: 'audit',
    DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/EmailAddress'],
    Operation: { Audit: { FindingsDestination: {} } },
  };
  const until = { DateLessThan: { 'AWS:EpochTime': 1_800_000_000 } };

  test.each<[string, object]>([
    ['a stack policy', stack(allowed, { ...allowed, Effect: 'Deny', Resource: 'LogicalResourceId/Db' })],
    [
      'a stack policy by what it leaves out',
      stack({ Effect: 'Deny', NotAction: ['Update:Modify'], Principal: '*', NotResource: '*' }),
    ],
    ['a stack policy by its resources', stack({ ...allowed, Action: '*', Resource: 'LogicalResourceId/Db' })],
    ['a data protection policy', { Name: 'p', Version: '2021-06-01', Statement: [audited] }],
    ['a data protection policy with a version of IAM', { Version: '2012-10-17', Statement: [audited] }],
    ['a policy of a signed URL', stack({ Resource: 'https://example.com/*', Condition: until })],
    ['a contact flow', { Version: '2019-10-30', StartAction: 'a', Metadata: {}, Actions: [] }],
    ['a rule of a web firewall', { Name: 'r', Priority: 1, Statement: { RateBasedStatement: { Limit: 1 } } }],
    [
      'a policy of another cloud',
      { Version: '1', Statement: [{ ...STATEMENT, Resource: 'acs:oss:*:*:b/*' }] },
    ],
    [
      'a trust policy of another cloud',
      {
        Version: '1',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { RAM: ['acs:ram::1234567890123456:root'] },
          },
        ],
      },
    ],
    [
      'a policy of another cloud in lower case',
      { version: '2.0', statement: [{ effect: 'allow', action: '*', resource: '*' }] },
    ],
    ['statistics of a program', { statements: { covered: 3, total: 4 } }],
    ['a query', { statement: 'select 1' }],
  ])('%s is no policy, wherever it stands', (_, document) => {
    expect(extract(document)).toEqual([]);
    expect(extract({ a: { b: document }, c: JSON.stringify(document) })).toEqual([]);
  });

  test("the tree of the CDK's constructs repeats the templates beside it", () => {
    const props = { policyDocument: { ...DOCUMENT, Statement: [{ ...STATEMENT, Resource: { Ref: 'B' } }] } };
    const tree = { id: 'App', children: { P: { attributes: { 'aws:cdk:cloudformation:props': props } } } };
    expect(extract({ version: 'tree-0.1', tree })).toEqual([]);
    expect(extract({ version: 'tree-0.1', policies: [DOCUMENT] })).toHaveLength(1);
    expect(extract({ version: '1.0', tree })).toHaveLength(1);
  });

  test.each<[string, object, readonly string[]]>([
    [
      'another date',
      { Version: '2019-10-30', Statement: [STATEMENT] },
      ['invalid-version /Version "2019-10-30"'],
    ],
    [
      'another date and no Effect',
      { Version: '2021-06-01', Statement: [{ Action: 's3:GetObject', Resource: '*' }] },
      ['invalid-version /Version "2021-06-01"', 'missing-effect /Statement/0 {'],
    ],
    ['a version of one digit', { Version: '1', Statement: [STATEMENT] }, ['invalid-version /Version "1"']],
    [
      'names of the elements in lower case',
      { Version: '2012-10-17', statement: [{ effect: 'Allow', action: '*', resource: '*' }] },
      ['invalid-policy-element /statement "statement"'],
    ],
    [
      'one statement of a stack policy among those of IAM',
      { Version: '2012-10-17', Statement: [STATEMENT, { ...STATEMENT, Action: 'Update:*' }] },
      [],
    ],
    [
      'an element of data protection policies beside an Effect',
      { Version: '2012-10-17', Statement: [{ ...STATEMENT, DataIdentifier: [] }] },
      ['invalid-policy-element /Statement/0/DataIdentifier "DataIdentifier"'],
    ],
    [
      'a key of signed URLs beside a version',
      { Version: '2012-10-17', Statement: [{ Resource: '*', Condition: until }] },
      ['missing-effect /Statement/0 {'],
    ],
    [
      'a name of another cloud beside one of AWS',
      { Version: '2012-10-17', Statement: [STATEMENT, { ...STATEMENT, Resource: 'acs:oss:*:*:b' }] },
      ['invalid-arn-prefix /Statement/1/Resource "acs:oss:*:*:b"'],
    ],
  ])('%s does not keep a policy from being one', (_, document, found) => {
    expect(extract(document)).toHaveLength(1);
    const text = JSON.stringify(document);
    const short = findings(text).map((finding) => finding.replace(/ \{.*/, ' {'));
    expect(short).toEqual(expect.arrayContaining([...found]));
  });
});

describe('answers of the AWS command line', () => {
  test('get-policy-version, get-role-policy, get-role', () => {
    expect(
      summary({ PolicyVersion: { Document: DOCUMENT, VersionId: 'v2', IsDefaultVersion: false } }),
    ).toEqual([['/PolicyVersion/Document', 'identity', undefined]]);
    expect(summary({ RoleName: 'app', PolicyName: 'inline', PolicyDocument: DOCUMENT })).toEqual([
      ['/PolicyDocument', undefined, 'app/inline'],
    ]);
    expect(summary({ Role: { RoleName: 'app', AssumeRolePolicyDocument: TRUST } })).toEqual([
      ['/Role/AssumeRolePolicyDocument', 'trust', 'app'],
    ]);
  });

  test('get-account-authorization-details: every policy that is in force, with its names', () => {
    const inline = [{ PolicyName: 'inline', PolicyDocument: DOCUMENT }];
    expect(
      summary({
        UserDetailList: [{ UserName: 'alice', UserPolicyList: inline }],
        GroupDetailList: [{ GroupName: 'admins', GroupPolicyList: inline }],
        RoleDetailList: [{ RoleName: 'app', AssumeRolePolicyDocument: TRUST, RolePolicyList: inline }],
        Policies: [
          {
            PolicyName: 'managed',
            Arn: 'arn:aws:iam::aws:policy/managed',
            PolicyVersionList: [
              { Document: DOCUMENT, VersionId: 'v2', IsDefaultVersion: true },
              { Document: DOCUMENT, VersionId: 'v1', IsDefaultVersion: false },
            ],
          },
        ],
      }),
    ).toEqual([
      ['/UserDetailList/0/UserPolicyList/0/PolicyDocument', 'identity', 'alice/inline'],
      ['/GroupDetailList/0/GroupPolicyList/0/PolicyDocument', 'identity', 'admins/inline'],
      ['/RoleDetailList/0/AssumeRolePolicyDocument', 'trust', 'app'],
      ['/RoleDetailList/0/RolePolicyList/0/PolicyDocument', 'identity', 'app/inline'],
      ['/Policies/0/PolicyVersionList/0/Document', 'identity', 'arn:aws:iam::aws:policy/managed'],
    ]);
  });

  test('documents in strings, of buckets, queues, endpoints and Organizations', () => {
    const text = JSON.stringify(DOCUMENT);
    expect(summary({ Policy: text })).toEqual([['/Policy', 'resource', undefined]]);
    expect(summary({ Attributes: { Policy: text } })).toEqual([
      ['/Attributes/Policy', 'resource', undefined],
    ]);
    expect(summary({ VpcEndpoints: [{ VpcEndpointId: 'vpce-1', PolicyDocument: text }] })).toEqual([
      ['/VpcEndpoints/0/PolicyDocument', 'vpcEndpoint', undefined],
    ]);
    const summaryOf = { Name: 'guard', Type: 'RESOURCE_CONTROL_POLICY' };
    expect(summary({ Policy: { PolicySummary: summaryOf, Content: text } })).toEqual([
      ['/Policy/Content', 'rcp', 'guard'],
    ]);
  });

  test('findings in percent-encoded documents point into the file', () => {
    const encoded = (text: string): string => encodeURIComponent(text);
    const file = JSON.stringify({ PolicyVersion: { Document: encoded(JSON.stringify(FAULTY)) } });
    expect(findings(file)).toEqual(pointing('/PolicyVersion/Document', encoded));
    const pair = { ...FAULTY, Statement: { ...STATEMENT, Sid: '\u{1F600}', Action: 'x y' } };
    expect(
      findings(JSON.stringify({ PolicyVersion: { Document: encoded(JSON.stringify(pair)) } })),
    ).toContain(`action-whitespace /PolicyVersion/Document/Statement/Action ${encoded('"x y"')}`);
  });
});

describe('Terraform', () => {
  const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
  const values = { name: 'p', policy: JSON.stringify(FAULTY) };
  const planned = {
    root_module: {
      resources: [{ address: 'aws_iam_policy.p', mode: 'managed', type: 'aws_iam_policy', values }],
      child_modules: [
        {
          resources: [
            {
              address: 'module.m.aws_iam_role.r',
              type: 'aws_iam_role',
              values: {
                assume_role_policy: JSON.stringify(TRUST),
                inline_policy: [{ name: 'i', policy: JSON.stringify(DOCUMENT) }],
              },
            },
            {
              address: 'module.m.aws_organizations_policy.o',
              type: 'aws_organizations_policy',
              values: { content: JSON.stringify(DOCUMENT), type: 'RESOURCE_CONTROL_POLICY' },
            },
          ],
        },
      ],
    },
  };
  const plan = {
    format_version: '1.2',
    planned_values: planned,
    resource_changes: [{ type: 'aws_iam_policy', change: { before: values, after: values } }],
  };
  const root = '/planned_values/root_module';
  const child = `${root}/child_modules/0/resources`;

  test('the policies of a plan are those of its planned values', () => {
    expect(summary(plan)).toEqual([
      [`${root}/resources/0/values/policy`, 'identity', 'aws_iam_policy.p'],
      [`${child}/0/values/assume_role_policy`, 'trust', 'module.m.aws_iam_role.r'],
      [`${child}/0/values/inline_policy/0/policy`, 'identity', 'module.m.aws_iam_role.r'],
      [`${child}/1/values/content`, 'rcp', 'module.m.aws_organizations_policy.o'],
    ]);
  });

  test('findings point through the escapes of the string', () => {
    expect(findings(JSON.stringify(plan)).slice(0, 2)).toEqual(
      pointing(`${root}/resources/0/values/policy`, escaped),
    );
  });

  test('nor does it matter that Terraform escapes `<`, `>` and `&`', () => {
    const policy = JSON.stringify({ Statement: { ...STATEMENT, Sid: '<&>', Action: 's3 &' } });
    const text = JSON.stringify({ policy }).replace(
      /[<>&]/g,
      (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
    );
    expect(findings(text)).toContain('action-whitespace /policy/Statement/Action \\"s3 \\u0026\\"');
  });

  test('a state holds policies too, data sources only repeat them', () => {
    const state = {
      version: 4,
      resources: [
        { mode: 'data', type: 'aws_iam_policy_document', name: 'd', instances: [{ attributes: values }] },
        { mode: 'managed', type: 'aws_s3_bucket_policy', name: 'b', instances: [{ attributes: values }] },
      ],
    };
    expect(summary(state)).toEqual([
      ['/resources/1/instances/0/attributes/policy', 'resource', 'aws_s3_bucket_policy.b'],
    ]);
    expect(summary({ format_version: '1.0', values: planned })).toHaveLength(4);
  });

  test('a policy with a syntax error is no less a policy', () => {
    const broken = JSON.stringify({ policy: '{"Statement":[{"Effect":"Allow",}]}' });
    expect(findings(broken)).toEqual([
      `json-syntax-error /policy ${JSON.stringify('{"Statement":[{"Effect":"Allow",}]}')}`,
    ]);
  });
});

function template(Properties: unknown, Type = 'AWS::IAM::ManagedPolicy'): unknown {
  return { Resources: { App: { Type, Properties } } };
}

/** The statement that is left of one in a template, and the pointers that are unknown in it. */
function settled(members: object): { readonly statement: unknown; readonly unknown: readonly string[] } {
  const text = JSON.stringify(
    template({ PolicyDocument: { ...DOCUMENT, Statement: [{ ...STATEMENT, ...members }] } }),
  );
  const { document, extracted } = only(text);
  expect(findings(text)).toEqual([]);
  const { Statement } = document as { Statement: readonly unknown[] };
  const candidates = ['Effect', 'Sid', 'Principal', 'Action', 'Resource', 'Condition'].flatMap((name) => [
    name,
    ...[0, 1, 2].map((index) => `${name}/${String(index)}`),
    ...(name === 'Condition' ? ['Condition/StringEquals', 'Condition/StringEquals/aws:k'] : []),
  ]);
  return {
    statement: Statement[0],
    unknown: candidates.filter((name) => extracted.isUnknown(`/Statement/0/${name}`)),
  };
}

describe('CloudFormation', () => {
  test('resources tell types and names', () => {
    const inline = [{ PolicyName: 'inline', PolicyDocument: DOCUMENT }];
    expect(
      summary({
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: { AssumeRolePolicyDocument: TRUST, Policies: inline, RoleName: 'r' },
          },
          Bucket: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: DOCUMENT } },
          Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: { PolicyDocument: DOCUMENT } },
          Guard: {
            Type: 'AWS::Organizations::Policy',
            Properties: { Type: 'SERVICE_CONTROL_POLICY', Content: DOCUMENT },
          },
          Function: {
            Type: 'AWS::Serverless::Function',
            Properties: { Policies: [{ Statement: [STATEMENT] }] },
          },
          Other: { Type: 'Custom::Thing', Properties: { Policy: DOCUMENT } },
        },
      }),
    ).toEqual([
      ['/Resources/Role/Properties/AssumeRolePolicyDocument', 'trust', 'Role'],
      ['/Resources/Role/Properties/Policies/0/PolicyDocument', 'identity', 'Role/inline'],
      ['/Resources/Bucket/Properties/PolicyDocument', 'resource', 'Bucket'],
      ['/Resources/Endpoint/Properties/PolicyDocument', 'vpcEndpoint', 'Endpoint'],
      ['/Resources/Guard/Properties/Content', 'scp', 'Guard'],
      ['/Resources/Function/Properties/Policies/0', 'identity', 'Function'],
      ['/Resources/Other/Properties/Policy', undefined, 'Other'],
    ]);
  });

  test('findings point into the template', () => {
    const text = JSON.stringify(template({ PolicyDocument: FAULTY }), undefined, 2);
    expect(findings(text)).toEqual(
      pointing('/Resources/App/Properties/PolicyDocument', (written) => written),
    );
  });

  test.each([
    [{ Ref: 'Bucket' }, '${unknown.Bucket}'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '${unknown.Bucket.Arn}'],
    [{ 'Fn::GetAtt': 'Bucket.Arn' }, '${unknown.Bucket.Arn}'],
    [{ 'Fn::ImportValue': { 'Fn::Sub': '${Stack}-x' } }, '${unknown.ImportValue}'],
    [{ 'Fn::Select': [0, { 'Fn::Split': ['/', { Ref: 'A' }] }] }, '${unknown.Select}'],
    [
      { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${B}/${!aws:username}' },
      'arn:${unknown.AWS.Partition}:s3:::${unknown.B}/${aws:username}',
    ],
    [{ 'Fn::Sub': ['arn:aws:s3:::${B}/${C}', { B: { Ref: 'X' }, C: 'k' }] }, 'arn:aws:s3:::${unknown.X}/k'],
    [
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::b']] },
      'arn:${unknown.AWS.Partition}:s3:::b',
    ],
    [{ 'Fn::Join': [':', { Ref: 'List' }] }, '${unknown.Join}'],
    [{ 'Fn::Sub': { Ref: 'X' } }, '${unknown.Sub}'],
  ])('%j is an unknown value', (intrinsic, expected) => {
    expect(settled({ Resource: intrinsic })).toEqual({
      statement: { ...STATEMENT, Resource: expected },
      unknown: expect.arrayContaining(['Resource']) as unknown,
    });
    expect(settled({ Resource: ['*', intrinsic] })).toEqual({
      statement: { ...STATEMENT, Resource: ['*', expected] },
      unknown: ['Resource/1'],
    });
  });

  test('an intrinsic of known parts is known', () => {
    const { document, extracted } = only(
      template({
        PolicyDocument: {
          ...DOCUMENT,
          Statement: {
            ...STATEMENT,
            Resource: { 'Fn::Join': ['/', ['arn:aws:s3:::b', { 'Fn::Sub': '${!aws:username}' }]] },
          },
        },
      }),
    );
    expect(document).toMatchObject({ Statement: { Resource: 'arn:aws:s3:::b/${aws:username}' } });
    expect(extracted.isUnknown('/Statement/Resource')).toBe(false);
    expect(extracted.exact).toBe(true);
  });

  test('both branches of Fn::If are there, AWS::NoValue is not', () => {
    const either = (...branches: readonly unknown[]): unknown => ({ 'Fn::If': ['C', ...branches] });
    const none = { Ref: 'AWS::NoValue' };
    expect(settled({ Action: either('a:b', either(['c:d', 'e:f'], none)) }).statement).toMatchObject({
      Action: ['a:b', 'c:d', 'e:f'],
    });
    expect(settled({ Action: ['a:b', either('c:d', none), none] }).statement).toMatchObject({
      Action: ['a:b', 'c:d'],
    });
    expect(settled({ Sid: none, Condition: either(none, none) }).statement).toEqual(STATEMENT);
    const { document, extracted } = only(
      template({
        PolicyDocument: { ...DOCUMENT, Statement: [either(STATEMENT, none), either([STATEMENT], STATEMENT)] },
      }),
    );
    expect(document).toMatchObject({ Statement: [STATEMENT, STATEMENT, STATEMENT] });
    expect(extracted.exact).toBe(false);
    expect(
      summary(template({ PolicyDocument: either(DOCUMENT, { ...DOCUMENT, Statement: STATEMENT }) })),
    ).toEqual([
      ['/Resources/App/Properties/PolicyDocument/Fn::If/1', 'identity', 'App'],
      ['/Resources/App/Properties/PolicyDocument/Fn::If/2', 'identity', 'App'],
    ]);
  });

  test('an unknown Effect grants nothing, an unknown Version has variables', () => {
    const text = JSON.stringify(
      template(
        {
          PolicyDocument: {
            Version: { Ref: 'V' },
            Id: { Ref: 'I' },
            Statement: [{ ...STATEMENT, Sid: { Ref: 'S' }, Effect: { Ref: 'E' } }],
          },
        },
        'AWS::S3::BucketPolicy',
      ),
    );
    const { document, extracted } = only(text);
    expect(document).toEqual({
      Version: '2012-10-17',
      Id: '${unknown.I}',
      Statement: [{ ...STATEMENT, Sid: '${unknown.S}', Effect: 'Deny' }],
    });
    expect(['/Version', '/Id', '/Statement/0/Effect', '/Statement/0/Sid'].every(extracted.isUnknown)).toBe(
      true,
    );
    expect(['', '/Statement', '/Statement/0', '/Statement/0/Action'].some(extracted.isUnknown)).toBe(false);
    expect(findings(text)).toEqual([
      'missing-principal /Resources/App/Properties/PolicyDocument/Statement/0 {',
    ]);
  });

  test('unknown principals and conditions are unknown as a whole', () => {
    const text = JSON.stringify(
      template(
        {
          PolicyDocument: {
            ...DOCUMENT,
            Statement: [
              { ...STATEMENT, Principal: { Ref: 'P' } },
              { ...STATEMENT, Principal: { AWS: [{ Ref: 'P' }, '*'] }, Condition: { 'Fn::Transform': {} } },
              {
                ...STATEMENT,
                Principal: '*',
                Condition: {
                  StringEquals: { 'Fn::If': ['C', { k: 'a' }, { k: 'b' }] },
                  Bool: { k: { Ref: 'B' } },
                },
              },
            ],
          },
        },
        'AWS::S3::BucketPolicy',
      ),
    );
    const { document, extracted } = only(text);
    expect(document).toMatchObject({
      Statement: [
        { Principal: { AWS: '${unknown.P}' } },
        {
          Principal: { AWS: ['${unknown.P}', '*'] },
          Condition: { StringEquals: { 'unknown.Fn.Transform': '${unknown.Fn.Transform}' } },
        },
        { Condition: { StringEquals: { 'unknown.Fn.If': '${unknown.Fn.If}' }, Bool: { k: '${unknown.B}' } } },
      ],
    });
    for (const pointer of [
      '/Statement/0/Principal',
      '/Statement/0/Principal/AWS',
      '/Statement/1/Principal/AWS/0',
      '/Statement/1/Condition/StringEquals',
      '/Statement/2/Condition/StringEquals/unknown.Fn.If',
      '/Statement/2/Condition/Bool/k',
    ])
      expect(extracted.isUnknown(pointer)).toBe(true);
    expect(extracted.isUnknown('/Statement/1/Principal/AWS/1')).toBe(false);
    expect(findings(text)).toEqual([]);
  });

  test('of alternative principals there are all', () => {
    const If = (...branches: readonly unknown[]): unknown => ({ 'Fn::If': ['C', ...branches] });
    const Principal = If('*', If({ AWS: ['1', { Ref: 'P' }], Service: 's' }, { Ref: 'AWS::NoValue' }));
    const PolicyDocument = { ...DOCUMENT, Statement: { ...STATEMENT, Principal } };
    const { document, extracted } = only(template({ PolicyDocument }, 'AWS::S3::BucketPolicy'));
    expect(document).toMatchObject({
      Statement: { Principal: { AWS: ['*', '1', '${unknown.P}'], Service: 's' } },
    });
    const unknown = ['', '/AWS', '/AWS/0', '/AWS/2', '/Service'].map((at) =>
      extracted.isUnknown(`/Statement/Principal${at}`),
    );
    expect(unknown).toEqual([false, false, false, true, false]);
  });

  test('loops have their members once, of which the variable is unknown', () => {
    const loop = { 'Fn::ForEach::Tags': ['T', ['a', 'b'], { 'aws:ResourceTag/${T}': 'x', 'aws:k': 'y' }] };
    const PolicyDocument = { ...DOCUMENT, Statement: { ...STATEMENT, Condition: { StringEquals: loop } } };
    const { document, extracted } = only(template({ PolicyDocument }));
    expect(document).toMatchObject({
      Statement: { Condition: { StringEquals: { 'aws:ResourceTag/${T}': 'x', 'aws:k': 'y' } } },
    });
    expect(extracted.exact).toBe(false);
    const base = '/Statement/Condition/StringEquals';
    expect(extracted.isUnknown(`${base}/aws:ResourceTag~1\${T}`)).toBe(true);
    expect(extracted.isUnknown(`${base}/aws:k`)).toBe(false);
  });

  test('what a macro adds beside other members is unknown', () => {
    const include = { 'Fn::Transform': { Name: 'AWS::Include' } };
    const statement = { ...STATEMENT, Condition: { ...include, Bool: { k: 'true' } } };
    const PolicyDocument = {
      ...DOCUMENT,
      ...include,
      Statement: [{ Effect: 'Allow', ...include }, statement],
    };
    const text = JSON.stringify(template({ PolicyDocument }));
    const { document, extracted } = only(text);
    expect(document).toEqual({
      ...DOCUMENT,
      Statement: [{ ...STATEMENT, Condition: { Bool: { k: 'true' } } }],
    });
    expect(extracted.exact).toBe(false);
    expect(extracted.isUnknown('/Statement/0/Condition/Bool')).toBe(true);
    expect(findings(text)).toEqual([]);
  });

  test('numbers and booleans become text', () => {
    const { document, extracted } = only(
      template({
        PolicyDocument: {
          Version: '2012-10-17',
          Id: 5,
          Statement: {
            ...STATEMENT,
            Sid: 1,
            Principal: { AWS: [111122223333] },
            Action: true,
            Condition: { NumericEquals: { k: 1 } },
          },
        },
      }),
    );
    expect(document).toMatchObject({
      Id: '5',
      Statement: {
        Sid: '1',
        Principal: { AWS: ['111122223333'] },
        Action: 'true',
        Condition: { NumericEquals: { k: '1' } },
      },
    });
    expect(extracted).toMatchObject({ exact: true });
    expect(findings(JSON.stringify({ ...DOCUMENT, Statement: { ...STATEMENT, Sid: 1 } }))).toEqual([
      'data-type-mismatch /Statement/Sid 1',
    ]);
  });

  test('statements that are wholly unknown leave the policy inexact', () => {
    const text = JSON.stringify(
      template({ PolicyDocument: { ...DOCUMENT, Statement: [{ 'Fn::Transform': { Name: 'x' } }] } }),
    );
    expect(only(text)).toMatchObject({ document: { Statement: [] }, extracted: { exact: false } });
    expect(findings(text)).toEqual([]);
    const beside = { PolicyDocument: { ...DOCUMENT, Statement: [{ 'Fn::Transform': {} }, STATEMENT] } };
    expect(only(template(beside))).toMatchObject({ document: DOCUMENT, extracted: { exact: false } });
  });

  test('a mistake stays one beside what is unknown', () => {
    const text = JSON.stringify(
      template({
        PolicyDocument: {
          ...DOCUMENT,
          Statement: [
            { ...STATEMENT, Efect: { Ref: 'E' }, Action: [{ Ref: 'A' }, 's3:'], Resource: [{ a: 1 }] },
          ],
        },
      }),
    );
    const base = '/Resources/App/Properties/PolicyDocument/Statement/0';
    expect(findings(text)).toEqual([
      `empty-action-name ${base}/Action/1 "s3:"`,
      `data-type-mismatch ${base}/Resource/0 {`,
      `invalid-policy-element ${base}/Efect "Efect"`,
    ]);
  });

  test('a document that is put together as text stands in the place of the whole', () => {
    const Content = {
      'Fn::Sub': JSON.stringify({ ...DOCUMENT, Statement: { ...STATEMENT, Resource: '${A}' } }),
    };
    const text = JSON.stringify(
      template({ Type: 'SERVICE_CONTROL_POLICY', Content }, 'AWS::Organizations::Policy'),
    );
    const { document, extracted } = only(text);
    expect(document).toMatchObject({ Statement: { Resource: '${unknown.A}' } });
    expect(extracted).toMatchObject({ type: 'scp', embedded: true, exact: false });
    expect(extracted.isUnknown('/Statement/Resource')).toBe(true);
    expect(text.slice(extracted.node.start, extracted.node.end)).toBe(JSON.stringify(Content));
  });

  test('lists can be as long as they like', () => {
    const AWS = Array.from({ length: 200_000 }, () => '*');
    const Principal = { 'Fn::If': ['C', { AWS }, '*'] };
    const PolicyDocument = { ...DOCUMENT, Statement: { ...STATEMENT, Principal } };
    const started = performance.now();
    expect(extract(template({ PolicyDocument }), 0)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('texts do not grow without bound', () => {
    let value: unknown = 'xxxxxxxxxx';
    for (let depth = 0; depth < 60; depth += 1) value = { 'Fn::Sub': ['${A}${A}${A}', { A: value }] };
    const { statement } = settled({ Resource: value });
    expect(JSON.stringify(statement).length).toBeLessThan(400_000);
  });

  test('an event bus has a statement without a document', () => {
    expect(
      only(
        template(
          { EventBusName: 'b', Statement: { ...STATEMENT, Principal: '*' } },
          'AWS::Events::EventBusPolicy',
        ),
      ).document,
    ).toEqual({ Version: '2012-10-17', Statement: { ...STATEMENT, Principal: '*' } });
  });
});

describe('Serverless Framework', () => {
  test.each([
    ['iamRoleStatements', { provider: { iamRoleStatements: [STATEMENT] } }],
    ['iam.role.statements', { provider: { iam: { role: { statements: [STATEMENT] } } } }],
  ])('%s are the statements of an identity policy', (_, file) => {
    expect(only(file)).toMatchObject({ document: DOCUMENT, extracted: { type: 'identity' } });
  });

  test('its variables are unknown, policy variables are not', () => {
    const Resource = ['arn:aws:s3:::${self:custom.b}/*', 'arn:aws:s3:::b/${aws:username}', { Ref: 'B' }];
    const { document, extracted } = only({ provider: { iamRoleStatements: [{ ...STATEMENT, Resource }] } });
    expect(document).toMatchObject({ Statement: [{ Resource: [Resource[0], Resource[1], '${unknown.B}'] }] });
    expect([0, 1, 2].map((index) => extracted.isUnknown(`/Statement/0/Resource/${String(index)}`))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

test('the Region and account of the Serverless Framework are unknown in its files only', () => {
  const Resource = 'arn:aws:sqs:${aws:region}:${aws:accountId}:q';
  const own = { provider: { iamRoleStatements: [{ ...STATEMENT, Resource }] } };
  expect(only(own).extracted.isUnknown('/Statement/0/Resource')).toBe(true);
  const PolicyDocument = { ...DOCUMENT, Statement: { ...STATEMENT, Resource } };
  const resources = template({ PolicyDocument });
  expect(
    only({ service: 's', provider: { name: 'aws' }, resources }).extracted.isUnknown('/Statement/Resource'),
  ).toBe(true);
  expect(only(resources).extracted.isUnknown('/Statement/Resource')).toBe(false);
});

describe('variables of template languages', () => {
  test.each([
    '${bucket}',
    'arn:aws:s3:::${bucket}/${aws:username}',
    '${ bucket }',
    '${aws_s3_bucket.b.arn}',
    '${a ? "b:c" : "d"}',
    '${self:custom.bucket}',
    '${opt:stage, "dev"}',
    '${ssm:/bucket}',
    '${file(b.yml):arn}',
    '${env:BUCKET}',
    '${unknown.Bucket}',
    '{{ bucket }}',
    '{{resolve:ssm:bucket}}',
    '{% if x %}*{% endif %}',
    '<%= bucket %>',
    '%{ if x }*%{ endif }',
    '#{AWS::AccountId}',
  ])('%s is unknown, wherever it stands', (text) => {
    const file = { ...DOCUMENT, Statement: { ...STATEMENT, Resource: ['*', text] } };
    const { document, extracted } = only(file);
    expect(document).toEqual(file);
    expect(extracted.exact).toBe(false);
    expect([0, 1].map((index) => extracted.isUnknown(`/Statement/Resource/${String(index)}`))).toEqual([
      false,
      true,
    ]);
    expect(findings(JSON.stringify(file))).toEqual([]);
    const { extracted: inTemplate } = only(template({ PolicyDocument: file }));
    expect(inTemplate.isUnknown('/Statement/Resource/1')).toBe(true);
  });

  test.each([
    '${aws:username}',
    '${*}${?}${$}',
    "${aws:PrincipalTag/a b, 'c'}",
    '${ aws:username }',
    '${}',
    '${x',
    '}${',
    '{{',
    '$x',
    '{x}',
  ])('%s has none', (text) => {
    const { extracted } = only({ ...DOCUMENT, Statement: { ...STATEMENT, Resource: text } });
    expect(extracted.isUnknown('/Statement/Resource')).toBe(false);
    expect(extracted.exact).toBe(true);
  });

  test('stand for every part of a document', () => {
    const text = JSON.stringify({
      Version: '${version}',
      Statement: [
        '${statements}',
        {
          Sid: 'Of ${team}',
          Effect: '{{ effect }}',
          Action: '${actions}',
          Resource: '${resources}',
          Condition: {
            '{{ operator }}': 1,
            StringEquals: '${conditions}',
            StringLike: { '${oidc}:sub': 'x' },
          },
        },
        { ...STATEMENT, Condition: '${condition}' },
      ],
    });
    const { document, extracted } = only(text);
    expect(document).toMatchObject({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Sid: 'Of ${team}' }, STATEMENT],
    });
    for (const pointer of ['/Version', '/Statement/0/Effect', '/Statement/0/Sid', '/Statement/1/Condition'])
      expect(extracted.isUnknown(pointer)).toBe(true);
    expect(extracted.isUnknown('/Statement/0/Condition/StringLike/${oidc}:sub')).toBe(true);
    expect(extracted.isUnknown('/Statement/0/Condition/StringLike')).toBe(false);
  });

  test('stand for a principal and for all statements', () => {
    const { document, extracted } = only({ ...DOCUMENT, Statement: { ...STATEMENT, Principal: '${who}' } });
    expect(document).toMatchObject({ Statement: { Principal: { AWS: '${who}' } } });
    expect(extracted.isUnknown('/Statement/Principal')).toBe(true);
    expect(only({ ...DOCUMENT, Statement: '${statements}' })).toMatchObject({
      document: { Statement: [] },
      extracted: { exact: false },
    });
  });

  test('without an end they are looked for once', () => {
    const Resource = ['${a:', '${', '{{', '<%'].map((part) => part.repeat(100_000) + '}');
    const started = performance.now();
    extract({ ...DOCUMENT, Statement: { ...STATEMENT, Resource } });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a tree from YAML', () => {
  /** A mapping of one name to one scalar, as a reader of YAML would make it. */
  function yaml(text: string, scalar: string, value: string): readonly ExtractedPolicy[] {
    const start = text.indexOf(scalar);
    const node: JsonString = { kind: 'string', start, end: start + scalar.length, value };
    const name: JsonString = { kind: 'string', start: 0, end: 6, value: 'policy' };
    const root: JsonNode = { kind: 'object', start: 0, end: text.length, members: [{ name, value: node }] };
    return extractPolicies(root, { text });
  }

  const value = '{"Statement": [{"Effect": "Allow",\n  "Action": "it\'s", "Resource": "*"}]}\n';

  function actionIn(text: string, extracted: readonly ExtractedPolicy[]): string {
    const [policy] = extracted;
    if (policy === undefined) throw new Error('expected a policy');
    const { diagnostics } = policyFromNode(policy.node, { text });
    const { range } = diagnostics.find(({ code }) => code === 'action-format') ?? {};
    return text.slice(range?.start.offset, range?.end.offset);
  }

  test.each([
    ['a block scalar', `|\n  ${value.replaceAll('\n', '\n  ')}`],
    ['a single-quoted scalar', `'${value.trimEnd().replaceAll("'", "''")}'`],
    ['a double-quoted scalar', JSON.stringify(value.trimEnd())],
  ])('findings in %s point into the text', (_, scalar) => {
    const text = `policy: ${scalar}\nother: 1\n`;
    const meant = scalar.startsWith('|') ? value : value.trimEnd();
    const written = scalar.startsWith('"') ? '\\"it\'s\\"' : scalar.startsWith("'") ? '"it\'\'s"' : '"it\'s"';
    expect(actionIn(text, yaml(text, scalar, meant))).toBe(written);
  });

  test('of any other scalar they point at the whole', () => {
    const scalar = '!!x "{\\x22Statement"';
    const text = `policy: ${scalar}\n`;
    expect(actionIn(text, yaml(text, scalar, value))).toBe(scalar);
  });
});

test('a scenario has policies of the types of its layers', () => {
  const policies = {
    identity: [DOCUMENT],
    resource: DOCUMENT,
    boundary: [DOCUMENT],
    session: [DOCUMENT],
    scps: [[DOCUMENT], [DOCUMENT]],
    rcps: [[DOCUMENT]],
    vpcEndpoint: DOCUMENT,
  };
  expect(extract([{ id: 'x', policies }]).map(({ pointer, type }) => [pointer, type])).toEqual([
    ['/0/policies/identity/0', 'identity'],
    ['/0/policies/resource', undefined],
    ['/0/policies/boundary/0', 'boundary'],
    ['/0/policies/session/0', 'session'],
    ['/0/policies/scps/0/0', 'scp'],
    ['/0/policies/scps/1/0', 'scp'],
    ['/0/policies/rcps/0/0', 'rcp'],
    ['/0/policies/vpcEndpoint', 'vpcEndpoint'],
  ]);
});

test('of a scenario, each of several resource policies is found, and none where a default is named', () => {
  const policies = {
    resource: [DOCUMENT, null, { default: 'key-policy' }, DOCUMENT],
    grants: [{ operations: [] }],
  };
  const underlying = ['arn:aws:s3:::b', { resource: 'arn:aws:s3:::c' }];
  expect(extract({ id: 'x', underlying, policies }).map(({ pointer, type }) => [pointer, type])).toEqual([
    ['/policies/resource/0', undefined],
    ['/policies/resource/3', undefined],
  ]);
});

describe('holders of inline policies', () => {
  const holders = (file: unknown): readonly unknown[] =>
    extract(file).map(({ type, holders: held }) => [
      type,
      ...held.map(({ kind, names }) => [kind, ...names].join(' ')),
    ]);
  const Policies = [{ PolicyName: 'a', PolicyDocument: DOCUMENT }];
  const template = (Type: string, Properties: object): unknown => ({
    Resources: { Own: { Type, Properties } },
  });

  test.each<[string, object, readonly unknown[]]>([
    ['AWS::IAM::Role', { Policies, RoleName: 'app' }, [['identity', 'role Own app']]],
    ['AWS::IAM::Role', { Policies, RoleName: { 'Fn::Sub': '${A}-b' } }, [['identity', 'role Own']]],
    ['AWS::IAM::User', { Policies }, [['identity', 'user Own']]],
    ['AWS::IAM::Group', { Policies }, [['identity', 'group Own']]],
    ['AWS::IAM::User', { Policies, UserName: 'ada' }, [['identity', 'user Own ada']]],
    ['AWS::IAM::Group', { Policies, GroupName: 'ops' }, [['identity', 'group Own ops']]],
    ['AWS::Serverless::StateMachine', { Policies: [DOCUMENT] }, [['identity', 'role OwnRole']]],
    ['AWS::IAM::Role', { AssumeRolePolicyDocument: TRUST }, [['trust']]],
    [
      'AWS::IAM::RolePolicy',
      { PolicyDocument: DOCUMENT, RoleName: { Ref: 'App' } },
      [['identity', 'role App']],
    ],
    ['AWS::IAM::UserPolicy', { PolicyDocument: DOCUMENT, UserName: 'ada' }, [['identity', 'user ada']]],
    ['AWS::IAM::GroupPolicy', { PolicyDocument: DOCUMENT, GroupName: 'ops' }, [['identity', 'group ops']]],
    [
      'AWS::IAM::Policy',
      { PolicyDocument: DOCUMENT, Roles: [{ Ref: 'App' }, 'job'], Groups: ['ops'] },
      [['identity', 'role App', 'role job', 'group ops']],
    ],
    ['AWS::IAM::Policy', { PolicyDocument: DOCUMENT, Users: { Ref: 'Users' } }, [['identity', 'user Users']]],
    ['AWS::IAM::ManagedPolicy', { PolicyDocument: DOCUMENT, Roles: ['app'] }, [['identity']]],
    ['AWS::SSO::PermissionSet', { InlinePolicy: DOCUMENT }, [['identity', 'permissionSet']]],
    ['AWS::Serverless::Function', { Policies: [DOCUMENT] }, [['identity', 'role OwnRole']]],
    ['AWS::S3::BucketPolicy', { PolicyDocument: DOCUMENT }, [['resource']]],
  ])('of %s with %j', (type, properties, expected) => {
    expect(holders(template(type, properties))).toEqual(expected);
  });

  test.each<[string, object, readonly unknown[]]>([
    ['aws_iam_role_policy', { role: 'app' }, [['identity', 'role app']]],
    ['aws_iam_role_policy', {}, [['identity', 'role']]],
    ['aws_iam_user_policy', { user: 'ada' }, [['identity', 'user ada']]],
    ['aws_iam_group_policy', { group: 'ops' }, [['identity', 'group ops']]],
    ['aws_iam_role', { name: 'app' }, [['identity', 'role x.y app']]],
    ['aws_iam_policy', { name: 'app' }, [['identity']]],
  ])('of %s in plans and states', (type, values, expected) => {
    const policy = JSON.stringify(DOCUMENT);
    const address = 'x.y';
    const resources = [{ address, type, name: 'y', values: { ...values, policy } }];
    expect(holders({ format_version: '1.2', planned_values: { root_module: { resources } } })).toEqual(
      expected,
    );
    if (type === 'aws_iam_role') return;
    const instances = [{ attributes: { ...values, policy } }];
    expect(holders({ resources: [{ type, name: 'y', instances }] })).toEqual(expected);
    const resource_changes = [
      { address: `${type}.y`, type, change: { actions: ['create'], after: instances[0]?.attributes } },
    ];
    expect(holders({ format_version: '1.2', resource_changes })).toEqual(expected);
  });

  test('of answers', () => {
    const RolePolicyList = [{ PolicyName: 'a', PolicyDocument: DOCUMENT }];
    const RoleDetailList = [{ RoleName: 'app', AssumeRolePolicyDocument: TRUST, RolePolicyList }];
    expect(holders({ RoleDetailList })).toEqual([['trust'], ['identity', 'role app']]);
    expect(holders({ GroupDetailList: [{ GroupName: 'ops', GroupPolicyList: RolePolicyList }] })).toEqual([
      ['identity', 'group ops'],
    ]);
    expect(holders({ InlinePolicy: JSON.stringify(DOCUMENT) })).toEqual([['identity', 'permissionSet']]);
    expect(holders({ provider: { iamRoleStatements: [STATEMENT] } })).toEqual([
      ['identity', 'role provider'],
    ]);
  });
});

test('S33: the kind of an endpoint, where a template, plan or answer tells it', () => {
  const kinds = (file: unknown): readonly unknown[] => extract(file).map(({ endpointType }) => endpointType);
  const endpoint = { ...DOCUMENT, Statement: [{ ...STATEMENT, Principal: '*' }] };
  const template = (members: object): unknown => ({
    Resources: {
      E: { Type: 'AWS::EC2::VPCEndpoint', Properties: { ...members, PolicyDocument: endpoint } },
    },
  });
  expect(kinds(template({ VpcEndpointType: 'Interface' }))).toEqual(['interface']);
  expect(kinds(template({ VpcEndpointType: 'Gateway' }))).toEqual(['gateway']);
  expect(kinds(template({}))).toEqual([undefined]);
  const values = { vpc_endpoint_type: 'Interface', policy: JSON.stringify(endpoint) };
  expect(kinds({ resources: [{ type: 'aws_vpc_endpoint', name: 'e', values }] })).toEqual(['interface']);
  const PolicyDocument = JSON.stringify(endpoint);
  expect(
    kinds({ VpcEndpoints: [{ VpcEndpointId: 'vpce-1', VpcEndpointType: 'Gateway', PolicyDocument }] }),
  ).toEqual(['gateway']);
});

describe('the type of the resource that carries a policy', () => {
  const PolicyDocument = { Version: '2012-10-17', Statement: [{ ...STATEMENT, Principal: '*' }] };

  function carrierOf(resource: object): string | undefined {
    return only({ Resources: { R: resource } }).extracted.resourceType;
  }

  test.each([
    ['AWS::S3::BucketPolicy', { PolicyDocument }, 'AWS::S3::Bucket'],
    ['AWS::SQS::QueuePolicy', { PolicyDocument }, 'AWS::SQS::Queue'],
    ['AWS::KMS::Key', { KeyPolicy: PolicyDocument }, 'AWS::KMS::Key'],
    ['AWS::KMS::ReplicaKey', { KeyPolicy: PolicyDocument }, 'AWS::KMS::Key'],
    ['AWS::SNS::TopicPolicy', { PolicyDocument }, 'AWS::SNS::Topic'],
    ['AWS::IAM::ManagedPolicy', { PolicyDocument }, undefined],
    ['AWS::IAM::Role', { AssumeRolePolicyDocument: PolicyDocument }, undefined],
    ['Custom::Thing', { PolicyDocument }, undefined],
  ])('%s', (Type, Properties, expected) => {
    expect(carrierOf({ Type, Properties })).toBe(expected);
  });

  test('is told of resources of Terraform too, and of nothing else', () => {
    const values = { policy: JSON.stringify(PolicyDocument) };
    const resource = { address: 'aws_s3_bucket_policy.a', type: 'aws_s3_bucket_policy', name: 'a', values };
    const plan = { format_version: '1.2', planned_values: { root_module: { resources: [resource] } } };
    expect(only(plan).extracted.resourceType).toBe('AWS::S3::Bucket');
    expect(only(PolicyDocument).extracted.resourceType).toBeUndefined();
  });
});
