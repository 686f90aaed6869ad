import { describe, expect, test } from 'vitest';
import { parseJson } from '../json/parseJson.ts';
import { printJson } from '../json/printJson.ts';
import { policyFromNode } from '../read/policyFromNode.ts';
import { extractAll, type ExtractedPolicy, type FilePolicies } from './extractPolicies.ts';

function extract(file: unknown): FilePolicies {
  const text = JSON.stringify(file, undefined, 1);
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('expected JSON');
  return extractAll(node, { text });
}

function only(file: unknown): { readonly document: unknown; readonly policy: ExtractedPolicy } {
  const [policy, ...others] = extract(file).policies;
  if (policy === undefined || others.length > 0) throw new Error('expected one policy');
  return { document: JSON.parse(printJson(policy.node)), policy };
}

/** The only statement of the only policy of a file, without its effect. */
function statement(file: unknown): unknown {
  const { Statement } = only(file).document as { Statement: readonly unknown[] };
  return Statement[0];
}

/** What the parser says of the policies of a file. */
function findings(file: unknown): readonly string[] {
  const text = JSON.stringify(file, undefined, 1);
  return extract(file).policies.flatMap(({ node, type, isUnknown, placeOf }) =>
    policyFromNode(node, { text, type, isUnknown }).diagnostics.map(
      ({ code, path, range }) =>
        `${code} ${placeOf(path)} ${text.slice(range?.start.offset, range?.end.offset)}`,
    ),
  );
}

const STATEMENT = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const DOCUMENT = { Version: '2012-10-17', Statement: [STATEMENT] };

function resource(Type: string, Properties: unknown): unknown {
  return { Resources: { A: { Type, Properties } } };
}

function planned(type: string, values: unknown): unknown {
  const resources = [{ address: `${type}.a`, mode: 'managed', type, name: 'a', values }];
  return { format_version: '1.2', planned_values: { root_module: { resources } } };
}

const AT = '/Resources/A/Properties';

describe('grants that are written as properties', () => {
  test('of Lambda', () => {
    const file = resource('AWS::Lambda::Permission', {
      FunctionName: 'f',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': ['B', 'Arn'] },
      SourceAccount: 111122223333,
      PrincipalOrgID: 'o-1',
      EventSourceToken: 't',
      FunctionUrlAuthType: 'NONE',
      InvokedViaFunctionUrl: true,
    });
    const { document, policy } = only(file);
    expect(document).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'lambda:InvokeFunction',
          Principal: { Service: 's3.amazonaws.com' },
          Condition: {
            ArnLike: { 'aws:SourceArn': '${unknown.B.Arn}' },
            StringEquals: {
              'aws:SourceAccount': '111122223333',
              'aws:PrincipalOrgID': 'o-1',
              'lambda:EventSourceToken': 't',
              'lambda:FunctionUrlAuthType': 'NONE',
            },
            Bool: { 'lambda:InvokedViaFunctionUrl': 'true' },
          },
        },
      ],
    });
    expect(policy).toMatchObject({ type: 'resource', name: 'A', pointer: AT });
    const places = ['', '/Version', '/Statement/0', '/Statement/0/Action', '/Statement/0/Principal/Service'];
    expect(places.map(policy.placeOf)).toEqual([AT, AT, AT, `${AT}/Action`, `${AT}/Principal`]);
    expect(policy.placeOf('/Statement/0/Condition/ArnLike/aws:SourceArn')).toBe(`${AT}/SourceArn`);
    expect(policy.placeOf('/Statement/0/Condition/Bool/lambda:InvokedViaFunctionUrl')).toBe(
      `${AT}/InvokedViaFunctionUrl`,
    );
  });

  test.each([
    ['*', '*'],
    ['111122223333', { AWS: '111122223333' }],
    [111122223333, { AWS: '111122223333' }],
    ['arn:aws:iam::111122223333:role/a.b', { AWS: 'arn:aws:iam::111122223333:role/a.b' }],
    ['s3.amazonaws.com', { Service: 's3.amazonaws.com' }],
    [{ 'Fn::Sub': 's3.${AWS::URLSuffix}' }, { AWS: 's3.${unknown.AWS.URLSuffix}' }],
    [
      { 'Fn::If': ['C', 's3.amazonaws.com', { 'Fn::If': ['D', '*', { Ref: 'P' }] }] },
      { Service: 's3.amazonaws.com', AWS: ['*', '${unknown.P}'] },
    ],
  ])('of %j as the principal', (Principal, expected) => {
    const file = resource('AWS::Lambda::Permission', { Action: 'lambda:InvokeFunction', Principal });
    expect(statement(file)).toMatchObject({ Principal: expected });
    expect(findings(file)).toEqual([]);
  });

  test('of layers and event buses', () => {
    const Principal = '*';
    expect(
      statement(
        resource('AWS::Lambda::LayerVersionPermission', {
          Action: 'lambda:GetLayerVersion',
          LayerVersionArn: 'x',
          OrganizationId: 'o-1',
          Principal,
        }),
      ),
    ).toEqual({
      Effect: 'Allow',
      Action: 'lambda:GetLayerVersion',
      Principal,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    });
    const Condition = { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' };
    const bus = resource('AWS::Events::EventBusPolicy', { Action: 'events:PutEvents', Principal, Condition });
    expect(statement(bus)).toEqual({
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Principal,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    });
    const { placeOf } = only(bus).policy;
    const condition = '/Statement/0/Condition';
    expect(
      ['', '/StringEquals', '/StringEquals/aws:PrincipalOrgID'].map((at) => placeOf(condition + at)),
    ).toEqual(['', '/Type', '/Value'].map((at) => `${AT}/Condition${at}`));
  });

  test('of Terraform, where null is nothing', () => {
    const values = {
      action: 'lambda:InvokeFunction',
      principal: '111122223333',
      source_arn: null,
      principal_org_id: 'o-1',
      function_url_auth_type: 'AWS_IAM',
    };
    expect(statement(planned('aws_lambda_permission', values))).toEqual({
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Principal: { AWS: '111122223333' },
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'lambda:FunctionUrlAuthType': 'AWS_IAM' } },
    });
    const layer = { action: 'lambda:GetLayerVersion', principal: '*', organization_id: 'o-1' };
    expect(statement(planned('aws_lambda_layer_version_permission', layer))).toMatchObject({
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    });
    const condition = [{ key: 'aws:PrincipalOrgID', type: 'StringEquals', value: 'o-1' }];
    const bus = planned('aws_cloudwatch_event_permission', { principal: '*', condition });
    expect(statement(bus)).toEqual({
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    });
    expect(only(bus).policy.placeOf('/Statement/0/Condition/StringEquals/aws:PrincipalOrgID')).toBe(
      '/planned_values/root_module/resources/0/values/condition/0/value',
    );
  });

  test('without an action or a principal are none; without one of them they have a mistake', () => {
    expect(extract(resource('AWS::Lambda::Permission', { FunctionName: 'f' })).policies).toEqual([]);
    expect(extract(resource('AWS::Lambda::Function', { Action: 'a', Principal: 'b' })).policies).toEqual([]);
    expect(findings(resource('AWS::Lambda::Permission', { Principal: '*' }))).toEqual([
      `missing-action ${AT} {`,
    ]);
  });
});

describe('statements without a document', () => {
  const faulty = [{ ...STATEMENT, Action: 's3:' }];

  test.each([
    ['provider.iamRoleStatements', 'identity', { provider: { iamRoleStatements: faulty } }],
    ['provider.iam.role.statements', 'identity', { provider: { iam: { role: { statements: faulty } } } }],
    ['functions.f.iamRoleStatements', 'identity', { functions: { f: { iamRoleStatements: faulty } } }],
    ['provider.resourcePolicy', 'resource', { provider: { resourcePolicy: faulty } }],
    [
      'provider.apiGateway.resourcePolicy',
      'resource',
      { provider: { apiGateway: { resourcePolicy: faulty } } },
    ],
  ])('%s of the Serverless Framework', (path, type, file) => {
    const { policy } = only(file);
    const pointer = `/${path.replaceAll('.', '/')}`;
    expect(policy).toMatchObject({ type, pointer });
    expect(findings(file)).toContain(`empty-action-name ${pointer}/0/Action "s3:"`);
  });

  test('beside those of other files, and with mistakes in all of them', () => {
    const statements = ['${file(a.yml)}', { efect: 'Allow', Action: { Ref: 'A' }, Resource: '*' }];
    const file = { provider: { iam: { role: { statements } } } };
    expect(findings(file)).toEqual(['invalid-policy-element /provider/iam/role/statements/1/efect "efect"']);
    expect(only(file).policy.exact).toBe(false);
  });

  test('what has their names and no statements is none', () => {
    expect(extract({ role: { statements: ['a', { b: 1 }] } }).policies).toEqual([]);
    expect(extract({ provider: { resourcePolicy: [] } }).policies).toEqual([]);
    expect(extract({ other: { resourcePolicy: faulty } }).policies).toEqual([]);
  });

  test('the resource policy of an API of SAM', () => {
    const file = resource('AWS::Serverless::Api', {
      Auth: {
        ResourcePolicy: {
          CustomStatements: [STATEMENT],
          AwsAccountWhitelist: ['111122223333'],
          AwsAccountBlacklist: [{ Ref: 'A' }],
          IpRangeWhitelist: ['203.0.113.0/24'],
          IpRangeBlacklist: ['203.0.113.7'],
          SourceVpcWhitelist: ['vpce-1', 'vpc-1'],
          SourceVpcBlacklist: ['vpc-2'],
          IntrinsicVpcWhitelist: [{ Ref: 'V' }],
          IntrinsicVpcBlacklist: [{ Ref: 'V' }],
          IntrinsicVpceWhitelist: [{ Ref: 'E' }],
          IntrinsicVpceBlacklist: [{ Ref: 'E' }],
        },
      },
    });
    const { document, policy } = only(file);
    const { Statement } = document as { Statement: readonly Record<string, unknown>[] };
    expect(Statement[0]).toEqual(STATEMENT);
    expect(Statement.slice(1).every(({ Action }) => Action === 'execute-api:Invoke')).toBe(true);
    expect(
      Statement.slice(1).map(({ Effect, Principal, Condition }) => [Effect, Condition ?? Principal]),
    ).toEqual([
      ['Allow', { AWS: ['111122223333'] }],
      ['Deny', { AWS: ['${unknown.A}'] }],
      ['Deny', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } }],
      ['Deny', { IpAddress: { 'aws:SourceIp': ['203.0.113.7'] } }],
      ['Deny', { StringNotEquals: { 'aws:SourceVpc': ['vpc-1'], 'aws:SourceVpce': ['vpce-1'] } }],
      ['Deny', { StringEquals: { 'aws:SourceVpc': ['vpc-2'] } }],
      ['Deny', { StringNotEquals: { 'aws:SourceVpc': ['${unknown.V}'] } }],
      ['Deny', { StringEquals: { 'aws:SourceVpc': ['${unknown.V}'] } }],
      ['Deny', { StringNotEquals: { 'aws:SourceVpce': ['${unknown.E}'] } }],
      ['Deny', { StringEquals: { 'aws:SourceVpce': ['${unknown.E}'] } }],
    ]);
    const base = `${AT}/Auth/ResourcePolicy`;
    expect(policy).toMatchObject({ type: 'resource', name: 'A', pointer: base });
    expect(
      [
        '/Statement/0/Action',
        '/Statement/1/Principal/AWS/0',
        '/Statement/3/Condition/NotIpAddress/aws:SourceIp/0',
        '/Statement/5/Condition/StringNotEquals/aws:SourceVpc/0',
        '/Statement/5/Condition/StringNotEquals/aws:SourceVpce/0',
      ].map(policy.placeOf),
    ).toEqual(
      [
        '/CustomStatements/0/Action',
        '/AwsAccountWhitelist/0',
        '/IpRangeWhitelist/0',
        '/SourceVpcWhitelist/1',
        '/SourceVpcWhitelist/0',
      ].map((at) => base + at),
    );
    expect(findings(file).filter((finding) => !finding.startsWith('missing-principal'))).toEqual([]);
  });

  test('it may stand in the globals or at a route, and its statements in branches', () => {
    const CustomStatements = { 'Fn::If': ['C', [{ ...STATEMENT, Action: 's3:' }], { Ref: 'AWS::NoValue' }] };
    const file = { Globals: { Api: { Auth: { ResourcePolicy: { CustomStatements } } } } };
    expect(findings(file)).toContain(
      'empty-action-name /Globals/Api/Auth/ResourcePolicy/CustomStatements/Fn::If/1/0/Action "s3:"',
    );
    expect(extract({ Auth: { ResourcePolicy: { Other: 1 } } }).policies).toEqual([]);
  });
});

describe('where nothing but a policy can stand', () => {
  const POLICY = 'AWS::IAM::ManagedPolicy';
  const held = (PolicyDocument: unknown): unknown => resource(POLICY, { PolicyDocument });

  test.each([
    ['not json', 'data-type-mismatch'],
    ['{"Version": "2012-10-17", "Statement": [}', 'json-syntax-error'],
    ['', 'data-type-mismatch'],
    [[STATEMENT], 'data-type-mismatch'],
    ['[]', 'data-type-mismatch'],
    [5, 'data-type-mismatch'],
    [true, 'data-type-mismatch'],
    [{}, 'missing-statement'],
    ['{}', 'missing-statement'],
    [{ Statement: {} }, 'missing-effect'],
  ])('%j is one with a mistake', (document, code) => {
    expect(findings(held(document))[0]).toMatch(new RegExp(`^${code} ${AT}/PolicyDocument`));
  });

  test('a text that is no JSON says why', () => {
    const text = JSON.stringify(held('{"Version": }'));
    const { node } = parseJson(text);
    const [policy] = node === undefined ? [] : extractAll(node, { text }).policies;
    if (policy === undefined) throw new Error('expected a policy');
    const [finding] = policyFromNode(policy.node, { text }).diagnostics;
    expect(finding?.message).toBe('the text of the document is not JSON: found `}`, expected a value');
  });

  test.each([
    ['AWS::IAM::Role', 'AssumeRolePolicyDocument', 'trust'],
    ['AWS::Serverless::Function', 'AssumeRolePolicyDocument', 'trust'],
    ['AWS::KMS::Key', 'KeyPolicy', 'resource'],
    ['AWS::Transfer::User', 'Policy', 'session'],
    ['AWS::EC2::VPCEndpoint', 'PolicyDocument', 'vpcEndpoint'],
    ['AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy', 'resource'],
    ['AWS::SSO::PermissionSet', 'InlinePolicy', 'identity'],
  ])('of %s, %s', (Type, name, type) => {
    expect(only(resource(Type, { [name]: 'x' })).policy).toMatchObject({ type, pointer: `${AT}/${name}` });
  });

  test.each([
    ['aws_iam_role', 'assume_role_policy', 'trust'],
    ['aws_iam_policy', 'policy', 'identity'],
    ['aws_cloudwatch_log_resource_policy', 'policy_document', 'resource'],
    ['aws_opensearch_domain', 'access_policies', 'resource'],
    ['aws_organizations_policy', 'content', 'scp'],
  ])('of Terraform, %s.%s', (resourceType, name, type) => {
    expect(only(planned(resourceType, { [name]: 'x' })).policy).toMatchObject({ type, embedded: true });
    for (const nothing of [null, '', ' ', '{}'])
      expect(extract(planned(resourceType, { [name]: nothing })).policies).toEqual([]);
  });

  test('policies of Organizations are of other languages, unless their type says otherwise', () => {
    const content = (Type: string): unknown =>
      resource('AWS::Organizations::Policy', { Type, Content: { tags: {} } });
    expect(only(content('SERVICE_CONTROL_POLICY')).policy.type).toBe('scp');
    expect(extract(content('TAG_POLICY')).policies).toEqual([]);
    expect(
      extract(planned('aws_organizations_policy', { type: 'TAG_POLICY', content: 'x' })).policies,
    ).toEqual([]);
    expect(extract(resource('AWS::Logs::AccountPolicy', { PolicyDocument: '{}' })).policies).toEqual([]);
  });

  test('what is put there at deployment is not known, and is counted', () => {
    const documents = [
      { Ref: 'P' },
      { 'Fn::Transform': { Name: 'x' } },
      { Version: '2012-10-17', 'Fn::Transform': { Name: 'x' } },
      { 'Fn::If': ['C', { Ref: 'P' }, { Ref: 'AWS::NoValue' }] },
      { 'Fn::Sub': '{ "Statement": ${Statements} }' },
      '${file(policy.json)}',
    ];
    for (const document of documents) {
      const { policies, unknown } = extract(held(document));
      expect(policies.filter(({ exact }) => exact)).toEqual([]);
      expect(unknown.length + policies.length).toBe(1);
    }
    expect(extract(held({ Ref: 'P' })).unknown).toEqual([{ pointer: `${AT}/PolicyDocument`, name: 'A' }]);
    expect(extract(held({ 'Fn::If': ['C', DOCUMENT, { Ref: 'P' }] }))).toMatchObject({
      policies: [{ pointer: `${AT}/PolicyDocument/Fn::If/1` }],
      unknown: [{ pointer: `${AT}/PolicyDocument/Fn::If/2` }],
    });
    expect(extract(held({ Ref: 'AWS::NoValue' }))).toEqual({ policies: [], unknown: [] });
    expect(extract(held({ 'Fn::ToJsonString': DOCUMENT })).policies).toHaveLength(1);
  });
});

describe('places', () => {
  test('are those of the file, whatever branches are around a value', () => {
    const Ref = 'AWS::NoValue';
    const either = (...branches: readonly unknown[]): unknown => ({ 'Fn::If': ['C', ...branches] });
    const { policy } = only(
      resource('AWS::IAM::ManagedPolicy', {
        PolicyDocument: {
          ...DOCUMENT,
          Statement: [
            { 'Fn::Transform': {} },
            either({ ...STATEMENT, Action: either('a:b', ['c:d', either('e:f', { Ref })]) }, { Ref }),
            { ...STATEMENT, Action: [{ Ref }, 'g:h'], Resource: either({ Ref }, '*') },
          ],
        },
      }),
    );
    const base = `${AT}/PolicyDocument/Statement`;
    expect(
      ['/0', '/0/Action/0', '/0/Action/1', '/0/Action/2', '/0/Resource', '/1/Action/0', '/1/Resource'].map(
        (at) => policy.placeOf(`/Statement${at}`),
      ),
    ).toEqual(
      [
        '/1/Fn::If/1',
        '/1/Fn::If/1/Action/Fn::If/1',
        '/1/Fn::If/1/Action/Fn::If/2/0',
        '/1/Fn::If/1/Action/Fn::If/2/1/Fn::If/1',
        '/1/Fn::If/1/Resource',
        '/2/Action/1',
        '/2/Resource/Fn::If/2',
      ].map((at) => base + at),
    );
  });
});

describe('templates in templates', () => {
  const inner = resource('AWS::IAM::ManagedPolicy', {
    PolicyDocument: { ...DOCUMENT, Statement: { ...STATEMENT, Action: 's3:', Resource: { Ref: 'B' } } },
  });
  const place = `${AT}/PolicyDocument/Statement/Action`;

  test('as objects and as texts', () => {
    expect(findings({ TemplateBody: inner })).toEqual([`empty-action-name /TemplateBody${place} "s3:"`]);
    const text = JSON.stringify(inner);
    expect(findings({ TemplateBody: text })).toEqual([`empty-action-name /TemplateBody${place} \\"s3:\\"`]);
    expect(findings(resource('AWS::CloudFormation::StackSet', { TemplateBody: text }))).toEqual([
      `empty-action-name ${AT}/TemplateBody${place} \\"s3:\\"`,
    ]);
    expect(findings(planned('aws_cloudformation_stack', { template_body: text }))).toEqual([
      `empty-action-name /planned_values/root_module/resources/0/values/template_body${place} \\"s3:\\"`,
    ]);
  });

  test('a document in a text in a text has the place of its text', () => {
    const text = JSON.stringify(JSON.parse(`{"a":{"policy":${JSON.stringify(JSON.stringify(DOCUMENT))}}}`));
    const file = JSON.stringify({ TemplateBody: text });
    const { node } = parseJson(file);
    const [policy] = node === undefined ? [] : extractAll(node, { text: file }).policies;
    expect(policy).toMatchObject({ pointer: '/TemplateBody/a/policy', embedded: true });
    const inside = JSON.stringify(JSON.stringify(JSON.stringify(DOCUMENT))).slice(1, -1);
    expect(file.slice(policy?.node.start, policy?.node.end)).toBe(inside);
  });

  test('in another notation, if somebody reads it', () => {
    const { node: root } = parseJson('{"TemplateBody":"??"}');
    const { node: read } = parseJson(JSON.stringify(inner));
    if (root === undefined || read === undefined) throw new Error('expected JSON');
    const seen: string[] = [];
    const readTemplate = (text: string): typeof read => {
      seen.push(text);
      return read;
    };
    expect(extractAll(root, { text: '{"TemplateBody":"??"}', readTemplate }).policies).toHaveLength(1);
    expect(seen).toEqual(['??']);
    expect(extractAll(root, { text: '{"TemplateBody":"??"}' }).policies).toEqual([]);
  });
});
