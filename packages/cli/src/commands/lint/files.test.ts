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
const lint = (files: Readonly<Record<string, string | Uint8Array>>, ...argv: string[]): Promise<Outcome> =>
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

/** Files of real folders that hold no policy, most of which are neither JSON nor YAML. */
const OTHERS: Readonly<Record<string, string | Uint8Array>> = {
  'manifest.json': '{ "name": "x", "sideEffects": false }',
  'tsconfig.json':
    '{\n  // No statement has an effect: "Effect".\n  "compilerOptions": { "strict": true, },\n}\n',
  'settings.json': "{ 'permissions': [ /* none */ ] }",
  'lines.json': '{"a":1}\n{"effect":"none"}\n',
  'empty.json': '',
  'blank.json': ' \n\t\n',
  'mark.json': '\ufeff',
  'empty.yaml': '',
  'comment.yaml': '# Effect\n',
  'chart.yaml': '{{- if .Values.on }}\nspec: {{ toYaml . }} # effect: NoSchedule\n{{- end }}\n',
  'playbook.yml': '{% for user in users %}\n- statement: {{ user }}\n{% endfor %}\n',
  'tabs.yaml': 'permissions:\n\t- contents: read\n',
  'utf16.json': utf16('{ "permissions": "all" }'),
  'latin1.json': Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]),
  'binary.template': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]),
  'large.json': `["${'statement '.repeat(900_000)}"]`,
  'merge.json': '<<<<<<< HEAD\n{ "effect": 1 }\n=======\n>>>>>>> x\n',
  'rule.json': '{ "Statement": { "ByteMatchStatement": {} } }',
};

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

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

  test.each(Object.entries(OTHERS))('passes over %s, and nobody hears of it', async (name, content) => {
    const files = { 'p/a.json': json, [`p/${name}`]: content };
    for (const argv of [['p'], ['p', '--type', 'identity'], ['--listed', 'p/a.json', `p/${name}`]]) {
      const outcome = await lint(files, ...argv);
      expect(outcome).toMatchObject({ exitCode: 1, stderr: '' });
      expect(rows(outcome).map(({ file }) => file)).toEqual(['p/a.json']);
    }
  });

  test.each(Object.entries(OTHERS))('who names %s hears of it', async (name, content) => {
    const outcome = await lint({ 'a.json': json, [name]: content }, 'a.json', name);
    expect(outcome.exitCode).toBe(2);
    expect(`${outcome.stderr}${outcome.stdout}`).toContain(name);
  });

  const cut = json.slice(0, -10);
  test.each<[string, string | Uint8Array, string]>([
    ['broken.yaml', `${policy}    Condition: {{ x\n`, 'yaml-syntax-error'],
    ['cut.json', cut, 'json-syntax-error'],
    ['commented.json', json.replace('{', '{ // ours\n'), 'json-syntax-error'],
    ['no-effect.json', '{"Version":"2012-10-17","Statement":[{"Sid":"a",', 'json-syntax-error'],
    ['embedded.json', `{"Document": ${JSON.stringify(json)}`, 'json-syntax-error'],
  ])('does not pass over %s, which is to hold a policy', async (name, content, code) => {
    for (const argv of [['p'], ['--listed', `p/${name}`]]) {
      const outcome = await lint({ [`p/${name}`]: content }, ...argv);
      expect(outcome.exitCode).toBe(2);
      expect(rows(outcome).map((row) => row.code)).toContain(code);
    }
  });

  test.each<[string, string | Uint8Array, string]>([
    ['UTF-16', utf16(json), 'it is UTF-16 text'],
    ['UTF-16 without a mark', utf16(json).slice(2), 'it is not text in UTF-8'],
    [
      'another encoding',
      new Uint8Array(Buffer.from(json.replace('*', '\u00e9'), 'latin1')),
      'not text in UTF-8',
    ],
    ['more than is read', `${json}${' '.repeat(9_000_000)}`, 'it is too large'],
  ])('does not pass over a policy in %s', async (_, content, words) => {
    const { exitCode, stderr } = await lint({ 'p/a.json': content, 'p/b.json': json }, 'p');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).toContain('--> p/a.json');
  });

  test.each([
    ['Helm', 'a.yaml', `${policy}    {{- if .Values.x }}\n    Sid: a\n    {{- end }}\n`],
    ['Helm, which reads as YAML,', 'a.yaml', policy.replace('ecs:StopTsak', '{{ .Values.action }}')],
    ['Jinja', 'a.yml', `${policy}{% if x %}\n  - Sid: a\n{% endif %}\n`],
    ['Jinja in JSON', 'a.json', json.replace('"ecs:StopTsak"', '{{ actions | tojson }}')],
    ['ERB', 'a.json', json.replace('"ecs:StopTsak"', '<%= actions.to_json %>')],
    ["Terraform's templatefile", 'a.json', json.replace('"ecs:StopTsak"', '${jsonencode(actions)}')],
    ["a loop of Terraform's templatefile", 'a.json', json.replace('[', '[%{ for x in xs ~}')],
  ])('names what %s fills in first, and does not fail', async (_, name, content) => {
    const outcome = await lint({ 'p/policy.json': json, [`p/${name}`]: content }, 'p');
    expect(outcome.stderr).toBe(`passed over until its placeholders are filled in: p/${name}\n`);
    expect(outcome.exitCode).toBe(1);
    expect(rows(outcome)).toHaveLength(1);
    const alone = await lint({ [name]: content }, name);
    expect(alone.exitCode).toBeGreaterThan(0);
  });

  test('without any policy is named', async () => {
    const { exitCode, stderr } = await lint({ 'p/b.yaml': 'name: x\n' }, 'p');
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'error: no policy document in p\n  help: with --type a file that is named is taken for a policy in any case\n',
    );
    expect((await lint({ 'p/b.txt': '' }, 'p')).stderr).toContain('there are no *.json, *.yaml');
  });

  test('a file that the user named beside it must have a policy', async () => {
    const files = { 'p/a.json': json, 'b.yaml': 'name: x\n' };
    const { exitCode, stderr } = await lint(files, 'p', 'b.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'error: no policy document in b.yaml\n  help: name folders, or say --listed, to pass over files without a policy\n',
    );
  });
});

test('a list of a program may hold no policy at all, but no file that is not there', async () => {
  const files = { 'package.json': '{ "name": "x" }', 'a.yaml': '' };
  expect(await lint(files, '--listed', 'package.json', 'a.yaml')).toMatchObject({
    exitCode: 0,
    stdout: '[]\n',
    stderr: '',
  });
  expect((await lint(files, '--listed', 'b.json')).exitCode).toBe(2);
});

describe('the language of Terraform', () => {
  const block = 'data "aws_iam_policy_document" "app" {\n  statement {\n    actions = ["s3:*"]\n  }\n}\n';
  test.each([
    ['main.tf', block],
    ['main.tofu', block],
    ['terragrunt.hcl', 'include "root" {\n  path = find_in_parent_folders()\n}\n'],
    ['prod.tfvars', 'actions = ["s3:*"]\n'],
    ['main', block],
    ['main', `# ours\n\nlocals {\n  x = 1\n}\n`],
  ])('%s is told how to make a plan', async (name, content) => {
    const { exitCode, stdout, stderr } = await lint({ [name]: content }, name);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '[]\n' });
    expect(stderr).toContain('it is written in the language of Terraform, of which only plans are read');
    expect(stderr).toContain('`terraform plan -out=plan.out && terraform show -json plan.out > plan.json`');
    expect(stderr).toContain(`--> ${name}`);
  });

  test('a list of a program passes over it, and a folder of nothing else says what can be read', async () => {
    expect(await lint({ 'main.tf': block }, '--listed', 'main.tf')).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect((await lint({ 'p/main.tf': block }, 'p')).stderr).toContain(
      'help: name a folder that holds some, or the files themselves; of Terraform, make a plan and lint that: `terraform',
    );
  });

  test('a saved plan is told how to say what it plans', async () => {
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0xff]);
    const { exitCode, stderr } = await lint({ 'plan.out': zip }, 'plan.out');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('it is an archive, as the saved plans of Terraform are');
    expect(stderr).toContain(
      'help: if it is a plan, lint what it says: `terraform show -json plan.out > plan.json`',
    );
  });

  test('on standard input too, and in JSON it is JSON', async () => {
    expect((await runInMemory(['lint', '-'], { stdin: block })).stderr).toContain('terraform show -json');
    const resource = { aws_iam_policy: { app: { policy: json } } };
    expect(rows(await lint({ 'main.tf.json': JSON.stringify({ resource }) }, 'main.tf.json'))).toHaveLength(
      1,
    );
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

test('--type takes what is named for a policy in any case, and of a folder only what looks like one', async () => {
  const files = { 'p/a.json': json, 'p/b.json': '{"Version":"2012-17-10"}' };
  const codes = async (...paths: readonly string[]): Promise<readonly string[]> =>
    rows(await lint(files, ...paths, '--type', 'identity')).map(({ code }) => code);
  expect(await codes('p')).toEqual(['invalid-action']);
  for (const paths of [
    ['p', 'p/b.json'],
    ['p/b.json', 'p'],
  ])
    expect((await codes(...paths)).toSorted()).toEqual([
      'invalid-action',
      'invalid-version',
      'missing-statement',
    ]);
  expect((await codes('p/b.json')).toSorted()).toEqual(['invalid-version', 'missing-statement']);
});

test('--type takes YAML for a policy in any case', async () => {
  const outcome = await lint({ 'a.yaml': 'name: x\n' }, 'a.yaml', '--type', 'identity');
  expect(rows(outcome).map(({ code }) => code)).toContain('invalid-policy-element');
});
