/** A statement of an identity policy, as JSON has it. */
export type Statement = Readonly<Record<string, unknown>>;

/** Puts a statement into a file of some kind, as tools and people write them. */
export type Container = (statement: Statement) => string;

const documentOf = (statement: Statement): object => ({ Version: '2012-10-17', Statement: [statement] });

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Flow style, which is YAML too, so that nothing needs indentation. */
const flow = (value: unknown): string => JSON.stringify(value);

const resource = (type: string, properties: object): object => ({
  Resources: { One: { Type: type, Properties: properties } },
});

const role = (statement: Statement): object => ({
  RoleName: 'app',
  Arn: 'arn:aws:iam::111122223333:role/app',
  RolePolicyList: [{ PolicyName: 'one', PolicyDocument: documentOf(statement) }],
});

const planned = (values: object): object => ({
  format_version: '1.2',
  terraform_version: '1.9.8',
  planned_values: {
    root_module: {
      child_modules: [
        {
          address: 'module.app',
          resources: [
            {
              address: 'module.app.aws_iam_role_policy.one["a"]',
              mode: 'managed',
              type: 'aws_iam_role_policy',
              name: 'one',
              index: 'a',
              values,
            },
          ],
        },
      ],
    },
  },
});

/** Containers by name. What lint says of a statement does not depend on which of them it stands in. */
export const CONTAINERS: Readonly<Record<string, Container>> = {
  'a document': (statement) => json(documentOf(statement)),
  'one line': (statement) => flow(documentOf(statement)),
  'lines of Windows behind a byte order mark': (statement) =>
    `\ufeff${json(documentOf(statement)).replaceAll('\n', '\r\n')}`,
  'a document in YAML': (statement) => `Version: 2012-10-17\nStatement:\n  - ${flow(statement)}\n`,
  'the answer of get-policy-version': (statement) =>
    json({ PolicyVersion: { Document: documentOf(statement), VersionId: 'v1', IsDefaultVersion: true } }),
  'the answer of get-account-authorization-details': (statement) =>
    json({ UserDetailList: [], GroupDetailList: [], RoleDetailList: [role(statement)], Policies: [] }),
  'a text that is URL-encoded': (statement) =>
    json({
      PolicyName: 'one',
      RoleName: 'app',
      PolicyDocument: encodeURIComponent(JSON.stringify(documentOf(statement))),
    }),
  'a template in JSON': (statement) =>
    json(resource('AWS::IAM::ManagedPolicy', { PolicyDocument: documentOf(statement) })),
  'a template in YAML': (statement) =>
    `Resources:\n  One:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyName: one\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - ${flow(statement)}\n`,
  'a condition of a template': (statement) =>
    json(
      resource('AWS::IAM::ManagedPolicy', {
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ 'Fn::If': ['IsLive', statement, { Ref: 'AWS::NoValue' }] }],
        },
      }),
    ),
  'a function of SAM': (statement) =>
    `Transform: AWS::Serverless-2016-10-31\nResources:\n  One:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n        - Version: '2012-10-17'\n          Statement:\n            - ${flow(statement)}\n`,
  'a role of the Serverless Framework': (statement) =>
    `service: one\nprovider:\n  name: aws\n  iam:\n    role:\n      statements:\n        - ${flow(statement)}\n`,
  'the text of a permission set': (statement) =>
    json(
      resource('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-0a1b2c3d4e5f6071',
        Name: 'one',
        InlinePolicy: JSON.stringify(documentOf(statement)),
      }),
    ),
  'a plan of Terraform': (statement) =>
    json(planned({ name: 'one', role: 'app', policy: JSON.stringify(documentOf(statement)) })),
};
