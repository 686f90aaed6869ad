import { describe, expect, test } from 'vitest';
import { runInMemory, type Outcome } from '../../_testing/runInMemory.ts';

const policy = `Version: 2012-10-17
Statement:
  - Effect: Allow
    Action: ecs:StopTsak
    Resource: '*'
`;
const template = `AWSTemplateFormatVersion: 2010-09-09
Resources:
  Role:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
${policy.replace(/^/gm, '        ')}
`;
const serverless = `service: web
provider:
  name: aws
  iam:
    role:
      statements:
        - Effect: Allow
          Action: ecs:StopTsak
          Resource: '*'
`;
const json = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'ecs:StopTsak', Resource: '*' }],
});

interface Row {
  readonly file: string;
  readonly code: string;
}
const lint = (files: Readonly<Record<string, string>>, ...argv: string[]): Promise<Outcome> =>
  runInMemory(['lint', ...argv, '--format', 'json'], { files });
const rows = ({ stdout }: Outcome): readonly Row[] => JSON.parse(stdout) as readonly Row[];

describe('YAML', () => {
  test.each([
    ['a policy', policy],
    ['a template', template],
    ['a Serverless file', serverless],
    ['a policy behind comments and a marker', `# ours\n---\n${policy}`],
    ['a list of statements in a policy with an anchor', policy.replace('Statement:', 'Statement: &all')],
  ])('%s on standard input', async (_, stdin) => {
    const outcome = await runInMemory(['lint', '-', '--format', 'json'], { stdin });
    expect(outcome.exitCode).toBe(1);
    expect(rows(outcome)).toMatchObject([{ file: '-', code: 'invalid-action' }]);
  });

  test.each([['{ "Version": oops'], ['oops'], ['[1, 2'], ['"text"']])(
    'JSON with a mistake on standard input is not taken for it: %j',
    async (stdin) => {
      const outcome = await runInMemory(['lint', '-', '--format', 'json'], { stdin });
      expect(outcome.exitCode).toBe(2);
      expect(rows(outcome).every(({ code }) => code === 'json-syntax-error')).toBe(true);
    },
  );
});

describe('a folder', () => {
  test('has JSON, YAML and templates of both forms', async () => {
    const files = {
      'p/a.json': json,
      'p/b.yaml': template,
      'p/c.yml': serverless,
      'p/d.template': template,
      'p/e.template': json,
      'p/f.txt': json,
    };
    const found = rows(await lint(files, 'p')).map(({ file }) => file);
    expect(found).toEqual(['p/a.json', 'p/b.yaml', 'p/c.yml', 'p/d.template', 'p/e.template']);
  });

  test('has much YAML without a policy, of which nobody hears', async () => {
    const files = {
      'p/a.json': json,
      'p/b.yaml': 'name: x\n',
      'p/c.yaml': 'name: effect\n',
      // A chart is no YAML before its placeholders are filled in.
      'p/d.yaml': 'a: {{ .Values.x }}: {{ b\n',
    };
    const outcome = await lint(files, 'p');
    expect(outcome.stderr).toBe('');
    expect(rows(outcome)).toHaveLength(1);
  });

  test('with YAML that could hold a policy and cannot be read is not passed over', async () => {
    const files = { 'p/a.json': json, 'p/b.yaml': `${policy}    Condition: {{ x\n` };
    const outcome = await lint(files, 'p');
    expect(outcome.exitCode).toBe(2);
    expect(rows(outcome).map(({ code }) => code)).toContain('yaml-syntax-error');
  });

  test('without any policy is named', async () => {
    const { exitCode, stderr } = await lint({ 'p/b.yaml': 'name: x\n' }, 'p');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no policy document in p\n');
    expect((await lint({ 'p/b.txt': '' }, 'p')).stderr).toContain('there are no *.json, *.yaml');
  });

  test('YAML without a policy is named where the user named it', async () => {
    const files = { 'a.json': json, 'b.yaml': 'name: x\n' };
    expect((await lint(files, 'a.json', 'b.yaml')).stderr).toBe('no policy document in b.yaml\n');
  });
});

describe('templates', () => {
  const permission = `Resources:
  P:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: f
      Action: lambda:InvokeFuncton
      Principal: 111122223333
`;

  test('whose properties grant something are read in folders, too', async () => {
    const outcome = await lint({ 'p/a.yaml': permission }, 'p');
    expect(outcome.exitCode).toBe(1);
    expect(rows(outcome)).toMatchObject([
      { code: 'invalid-action', path: '/Resources/P/Properties/Action', line: 6, column: 15 },
    ]);
  });

  test('with a policy that cannot be read have a finding', async () => {
    const broken = `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: '{"Version": }'
`;
    const outcome = await lint({ 'a.yaml': broken }, 'a.yaml');
    expect(outcome.exitCode).toBe(1);
    expect(rows(outcome)).toMatchObject([
      {
        code: 'json-syntax-error',
        message: 'the text of the document is not JSON: found `}`, expected a value',
        path: '/Resources/P/Properties/PolicyDocument',
        line: 5,
        column: 23,
      },
    ]);
  });

  test('in templates are read in both forms', async () => {
    const nested = permission.replace(/^/gm, '        ');
    const yaml = `Resources:\n  S:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: |\n${nested}`;
    const files = { 'a.yaml': yaml, 'b.json': JSON.stringify({ TemplateBody: permission }) };
    const outcome = await lint(files, 'a.yaml', 'b.json');
    expect(rows(outcome)).toMatchObject([
      {
        file: 'a.yaml',
        path: '/Resources/S/Properties/TemplateBody/Resources/P/Properties/Action',
        line: 11,
        column: 23,
      },
      { file: 'b.json', path: '/TemplateBody/Resources/P/Properties/Action', line: 1 },
    ]);
  });

  test('say which policies are not known yet, without being taken for files without one', async () => {
    const role = (name: string): string =>
      `  ${name}:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: !Ref P}\n`;
    const one = await lint({ 'a.yaml': `Resources:\n${role('A')}` }, 'a.yaml');
    expect(one.exitCode).toBe(0);
    expect(one.stderr).toBe(
      'policies that are not known before deployment, and were not checked: 1: A (a.yaml)\n',
    );
    const many = await lint({ 'a.yaml': `Resources:\n${['A', 'B', 'C', 'D'].map(role).join('')}` }, 'a.yaml');
    expect(many.stderr).toBe(
      'policies that are not known before deployment, and were not checked: 4: A (a.yaml), B (a.yaml), C (a.yaml) and 1 more\n',
    );
  });

  test('of CloudFormation have text where they have numbers', async () => {
    const { stdout } = await lint(
      { 'a.yaml': template.replace('Effect: Allow', 'Sid: 1\n            Effect: Allow') },
      'a.yaml',
    );
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'invalid-action' }]);
  });
});

test('--type takes YAML for a policy in any case', async () => {
  const outcome = await lint({ 'a.yaml': 'name: x\n' }, 'a.yaml', '--type', 'identity');
  expect(rows(outcome).map(({ code }) => code)).toContain('invalid-policy-element');
});
