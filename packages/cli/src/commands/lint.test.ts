import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

const statement = {
  Sid: 'Stop',
  Effect: 'Allow',
  Action: 'ecs:StopTask',
  Resource: 'arn:aws:ecs:eu-central-1:111122223333:task/web/1',
};
const CLEAN = policyWith({});
const BROKEN_NAME = policyWith({ Action: 'ecs:StopTsak' });
/** An empty Sid is only a suggestion. */
const UNTIDY = policyWith({ Sid: '' });

function policyWith(members: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...members }] }, undefined, 2);
}

async function codes(...argv: [string[], Parameters<typeof runInMemory>[1]]): Promise<string[]> {
  const [args, world] = argv;
  const { stdout } = await runInMemory(['lint', ...args, '--format', 'json'], world);
  return (JSON.parse(stdout) as readonly { readonly code: string }[]).map(({ code }) => code);
}

describe('exit codes', () => {
  test.each([
    ['nothing found', CLEAN, [], 0],
    ['an error', BROKEN_NAME, [], 1],
    ['a suggestion does not count', UNTIDY, [], 0],
    ['a suggestion counts where it is asked for', UNTIDY, ['--min-severity', 'suggestion'], 1],
    ['an error counts with any', BROKEN_NAME, ['--min-severity', 'error'], 1],
    ['a text that is not JSON', '{ "Version": oops', [], 2],
    ['an empty file', '', [], 2],
    ['JSON without a policy', '{ "name": "x" }', [], 2],
    ['JSON that --type says to be a policy', '{ "name": "x" }', ['--type', 'identity'], 1],
  ])('%s', async (_, content, options, expected) => {
    const { exitCode } = await runInMemory(['lint', 'a.json', ...options], { files: { 'a.json': content } });
    expect(exitCode).toBe(expected);
  });

  test('a missing file, while the others are linted', async () => {
    const { exitCode, stdout, stderr } = await runInMemory(
      ['lint', 'no.json', 'a.json', '--format', 'json'],
      {
        files: { 'a.json': BROKEN_NAME },
      },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--> no.json');
    expect(JSON.parse(stdout)).toHaveLength(1);
  });
});

describe('reports', () => {
  const files = { 'p/a.json': BROKEN_NAME, 'p/b/c.json': CLEAN, 'p/package.json': '{ "name": "x" }' };

  test('JSON is the contract, and nothing else is on standard output', async () => {
    const { stdout } = await runInMemory(['lint', 'p', '--format', 'json'], { files });
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'p/a.json',
        code: 'invalid-action',
        severity: 'error',
        message: expect.stringContaining('`ecs:StopTsak`'),
        path: '/Statement/0/Action',
        line: 7,
        column: 17,
        endLine: 7,
        endColumn: 31,
        aliases: { accessAnalyzer: 'INVALID_ACTION', parliament: 'UNKNOWN_ACTION' },
        help: 'did you mean `ecs:StopTask`',
        fix: { edits: [{ start: 114, end: 128, replacement: '"ecs:StopTask"' }], keepsDecisions: false },
      },
    ]);
  });

  test('people see what counts, and are told of the rest, of clean files, of fixes and of the rules', async () => {
    const several = { 'p/a.json': BROKEN_NAME, 'p/b.json': UNTIDY, 'p/c.json': CLEAN };
    const { stdout, exitCode } = await runInMemory(['lint', 'p'], { files: several });
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain('empty-sid-value');
    expect(stdout.split('\n\n').at(-1)).toBe(
      [
        'found 1 error in 3 files, 2 of them clean',
        'not shown: 1 suggestion; `--min-severity info` shows all',
        '`--fix` mends 1 of these and keeps every decision',
        '`policywright lint --explain invalid-action` tells more about a rule',
        '',
      ].join('\n'),
    );
    const all = await runInMemory(['lint', 'p', '--min-severity', 'info'], { files: several });
    expect(all.stdout).toContain('suggestion[empty-sid-value]');
    expect(all.stdout).not.toContain('not shown');
  });

  test('quiet is silent where there is nothing to see', async () => {
    const quiet = (text: string) => runInMemory(['lint', 'a.json', '-q'], { files: { 'a.json': text } });
    expect(await quiet(UNTIDY)).toMatchObject({ stdout: '', stderr: '', exitCode: 0 });
    const { stdout } = await quiet(BROKEN_NAME);
    expect(stdout).toMatch(/^error\[invalid-action\]/);
    expect(stdout).not.toContain('found 1 error');
  });

  test('annotations are of what counts', async () => {
    const two = { 'a.json': BROKEN_NAME, 'b.json': UNTIDY };
    const { stdout } = await runInMemory(['lint', '.', '--format', 'github'], { files: two });
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('a finding says what its policy is called', async () => {
    const account = JSON.stringify({
      RoleDetailList: [
        {
          RoleName: 'deploy',
          RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: JSON.parse(BROKEN_NAME) as object }],
        },
      ],
    });
    const world = { files: { 'account.json': account } };
    const { stdout } = await runInMemory(['lint', 'account.json'], world);
    expect(stdout).toContain(
      '= at: /RoleDetailList/0/RolePolicyList/0/PolicyDocument/Statement/0/Action (deploy/inline)',
    );
    const json = await runInMemory(['lint', 'account.json', '--format', 'json'], world);
    expect(JSON.parse(json.stdout)).toMatchObject([{ policy: 'deploy/inline' }]);
  });

  test('JSON of several files is one array, as one text', async () => {
    const several = { 'p/a.json': BROKEN_NAME, 'p/b.json': CLEAN, 'p/c.json': BROKEN_NAME };
    const { stdout } = await runInMemory(['lint', 'p', '--format', 'json'], { files: several });
    const found = JSON.parse(stdout) as readonly { readonly file: string }[];
    expect(found.map(({ file }) => file)).toEqual(['p/a.json', 'p/c.json']);
    expect(stdout).toBe(`${JSON.stringify(found, undefined, 2)}\n`);
  });

  test('JSON without findings is an empty array', async () => {
    const { stdout } = await runInMemory(['lint', '-', '--format', 'json'], { stdin: CLEAN });
    expect(JSON.parse(stdout)).toEqual([]);
  });

  test('text names the place, and nobody hears of the other files of the folder', async () => {
    const { stdout, stderr } = await runInMemory(['lint', 'p'], { files });
    expect(stdout).toContain('--> p/a.json:7:17');
    expect(stdout).toContain('found 1 error in 2 files');
    expect(stderr).toBe('');
  });

  test('SARIF has the version of the program, GitHub one command a finding', async () => {
    const sarif = await runInMemory(['lint', 'p', '--format', 'sarif'], { files });
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { version: expect.any(String) } }, results: [{ ruleId: 'invalid-action' }] }],
    });
    const github = await runInMemory(['lint', 'p', '--format', 'github'], { files });
    expect(github.stdout).toMatch(/^::error file=p\/a\.json,line=7,.*\n$/);
    expect((await runInMemory(['lint', '-', '--format', 'github'], { stdin: CLEAN })).stdout).toBe('');
  });

  test('text from the file cannot steer the terminal', async () => {
    const stdin = policyWith({ Action: 'ecs:\u001b[2J\u202e' });
    const { stdout } = await runInMemory(['lint', '-'], { stdin });
    expect(stdout).toContain('--> <stdin>:');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
  });
});

describe('policies inside other files', () => {
  test('a CloudFormation template, with the pointer and the line in the file', async () => {
    const template = {
      Resources: {
        Role: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: {
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                { ...statement, Action: 'ecs:StopTsak', Resource: { 'Fn::GetAtt': ['Task', 'Arn'] } },
              ],
            },
          },
        },
      },
    };
    const stdin = JSON.stringify(template, undefined, 2);
    const { exitCode, stdout } = await runInMemory(['lint', '-', '--format', 'json'], { stdin });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        code: 'invalid-action',
        path: '/Resources/Role/Properties/PolicyDocument/Statement/0/Action',
        line: stdin.slice(0, stdin.indexOf('ecs:StopTsak')).split('\n').length,
      },
    ]);
  });

  test('a document that an answer of the AWS command line embeds as text is linted and never fixed', async () => {
    const files = { 'a.json': JSON.stringify({ PolicyVersion: { Document: UNTIDY } }) };
    expect(await codes(['a.json', '--fix'], { files })).toContain('empty-sid-value');
    expect((await runInMemory(['lint', 'a.json', '--fix'], { files })).written).toEqual({});
  });
});

describe('YAML', () => {
  const template = `Resources:
  Role:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Sid: ''
            Action: ecs:StopTsak
            Resource: !Sub arn:aws:ecs:\${AWS::Region}:111122223333:task/web/*
          - Effect: Allow
            Action: [ecs:StopTask]
            Resource: !GetAtt Task.Arn
`;

  test('a template, with the line in the file; it is never fixed', async () => {
    const argv = ['lint', 'a.yaml', '--fix', '--format', 'json'];
    const { exitCode, stdout, written } = await runInMemory(argv, { files: { 'a.yaml': template } });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { code: 'empty-sid-value', line: 9 },
      {
        code: 'invalid-action',
        path: '/Resources/Role/Properties/PolicyDocument/Statement/0/Action',
        line: 10,
        column: 21,
      },
    ]);
    expect(written).toEqual({});
  });

  test('aliases stand for the last anchor before them', async () => {
    const stdin = `x: &a { Effect: Allow, Action: 'ecs:StopTask', Resource: '*' }
y: &a { Effect: Allow, Action: 'ecs:StopTsak', Resource: '*' }
Version: 2012-10-17
Statement: [*a]
`;
    const found = await codes(['a.yml', '--type', 'identity'], { files: { 'a.yml': stdin } });
    expect(found).toContain('invalid-action');
  });

  const bomb = `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}\n`;
  test.each([
    ['a syntax error', 'a: [1, 2', 2],
    ['a mapping that is not one', 'a: b: c', 2],
    ['deep nesting', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 2],
    ['aliases that multiply', bomb, 2],
    ['an alias of itself', 'a: &a [*a]', 2],
    ['an unknown alias', 'a: *b', 2],
    ['no policy', 'name: x', 2],
    ['only a comment', '# nothing', 2],
    ['several documents', `name: x\n---\n${template}`, 1],
    ['keys that are no texts', `? [a, b]\n: 1\n${template}`, 1],
  ])('%s', async (_, content, expected) => {
    const { exitCode, stdout } = await runInMemory(['lint', 'a.yml', '--format', 'json'], {
      files: { 'a.yml': content },
    });
    expect(exitCode).toBe(expected);
    expect(Array.isArray(JSON.parse(stdout))).toBe(true);
  });
});

describe('--fix', () => {
  test('writes the fixed file and reports what is left', async () => {
    const files = { 'a.json': UNTIDY, 'b.json': CLEAN };
    const { exitCode, written, stderr } = await runInMemory(['lint', 'a.json', 'b.json', '--fix'], { files });
    expect(exitCode).toBe(0);
    expect(Object.keys(written)).toEqual(['a.json']);
    expect(JSON.parse(written['a.json'] ?? '')).toEqual(JSON.parse(policyWith({ Sid: undefined })));
    expect(stderr).toContain('fixed 1 in a.json');
  });

  test('is refused for standard input', async () => {
    const { exitCode, stderr } = await runInMemory(['lint', '-', '--fix'], { stdin: CLEAN });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cannot change standard input');
  });

  test('a file that cannot be written is exit code 2', async () => {
    const world = { files: { 'a.json': UNTIDY }, readOnly: true };
    const args = ['lint', 'a.json', '--fix', '--min-severity', 'suggestion'];
    const { exitCode, stdout, stderr } = await runInMemory(args, world);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('empty-sid-value');
    expect(stderr).toContain('it cannot be written: the file system is read-only');
    expect(stderr).not.toContain('fixed');
  });

  test('without it nothing is written', async () => {
    expect((await runInMemory(['lint', 'a.json'], { files: { 'a.json': UNTIDY } })).written).toEqual({});
  });
});

describe('--fix --dry-run', () => {
  test('shows what would change, writes nothing, and reports what is there', async () => {
    const args = ['lint', 'a.json', '--fix', '--dry-run', '--min-severity', 'suggestion'];
    const outcome = await runInMemory(args, { files: { 'a.json': UNTIDY } });
    expect(outcome.written).toEqual({});
    expect(outcome.stderr).toBe('would fix 1 in a.json\n  line 5\n  -       "Sid": "",\n');
    expect(outcome.stdout).toContain('empty-sid-value');
    expect(outcome.exitCode).toBe(1);
  });

  test('is nothing without --fix', async () => {
    const outcome = await runInMemory(['lint', 'a.json', '--dry-run'], { files: { 'a.json': UNTIDY } });
    expect([outcome.exitCode, outcome.stderr]).toEqual([
      2,
      expect.stringContaining('error: `--dry-run` is of `--fix`\n  help: say `--fix --dry-run`\n'),
    ]);
  });
});

describe('what is left out', () => {
  const files = { 'p/a.json': BROKEN_NAME, 'p/vendor/b.json': BROKEN_NAME, 'p/c.gen.json': BROKEN_NAME };
  const filesOf = async (argv: readonly string[], world: Parameters<typeof runInMemory>[1]) => {
    const { stdout } = await runInMemory(['lint', ...argv, '--format', 'json'], world);
    return (JSON.parse(stdout) as readonly { readonly file: string }[]).map(({ file }) => file);
  };

  test('--exclude takes names and paths, several times', async () => {
    expect(await filesOf(['p', '--exclude', 'vendor', '--exclude', '*.gen.json'], { files })).toEqual([
      'p/a.json',
    ]);
    expect(await filesOf(['p', '--exclude', 'p/a.json'], { files })).toEqual([
      'p/c.gen.json',
      'p/vendor/b.json',
    ]);
  });

  test('.policywrightignore does, with comments', async () => {
    const ignore = { ...files, '.policywrightignore': '# not ours\nvendor/\n\n*.gen.json\n' };
    expect(await filesOf(['p'], { files: ignore })).toEqual(['p/a.json']);
  });

  test('a program that lists files gets no more of them; who names a file gets it', async () => {
    const ignore = { ...files, '.policywrightignore': 'vendor' };
    expect(await filesOf(['--listed', 'p/a.json', 'p/vendor/b.json'], { files: ignore })).toEqual([
      'p/a.json',
    ]);
    expect(await filesOf(['p/vendor/b.json'], { files: ignore })).toEqual(['p/vendor/b.json']);
  });

  test('a folder of which all is left out has no policy, which is told', async () => {
    const { exitCode, stderr } = await runInMemory(['lint', 'p/a', '--exclude', '*'], {
      files: { 'p/a/x.json': BROKEN_NAME },
    });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('error: no policy document in p/a\n')]);
  });

  test('a line that takes something back in is wrong usage', async () => {
    const { exitCode, stderr } = await runInMemory(['lint', 'p'], {
      files: { ...files, '.policywrightignore': 'vendor\n!vendor/b.json' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('line 2 of `.policywrightignore` begins with `!`, which takes nothing back in');
  });
});

describe('--explain', () => {
  test('tells what a rule reports, with examples and its page', async () => {
    const { exitCode, stdout } = await runInMemory(['lint', '--explain', 'public-principal']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^public-principal: /);
    expect(stdout).toContain('group public; severity warning');
    expect(stdout).toMatch(/\nReported[^\n]*, at \/Statement.*:\n {2}\{/);
    expect(stdout).toMatch(/\nNot reported[^\n]*:\n {2}\{/);
    expect(stdout).toContain('https://policywright.github.io/policywright/lint-rules#public-principal\n');
  });

  test('knows what other tools call rules', async () => {
    const { stdout } = await runInMemory(['lint', '--explain', 'INVALID_ACTION']);
    expect(stdout).toMatch(/^invalid-action: /);
    expect(stdout).toContain('IAM Access Analyzer: INVALID_ACTION; parliament: UNKNOWN_ACTION');
  });

  test('a name that no rule has', async () => {
    const { exitCode, stderr } = await runInMemory(['lint', '--explain', 'public-principle']);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(
        'error: there is no rule `public-principle`\n  help: did you mean `public-principal`',
      ),
    ]);
  });
});

describe('--config', () => {
  test('the nearest file above is found, up to the root of the repository', async () => {
    const off = JSON.stringify({ lint: { rules: { 'invalid-action': 'off' } } });
    const lintWith = (files: Readonly<Record<string, string>>) =>
      runInMemory(['lint', 'a.json'], { files: { 'a.json': BROKEN_NAME, ...files } });
    expect((await lintWith({ '../policywright.config.json': off })).exitCode).toBe(0);
    expect((await lintWith({ '../policywright.config.json': off, '.git/HEAD': '' })).exitCode).toBe(1);
  });

  const lintWith = async (config: unknown): ReturnType<typeof runInMemory> =>
    runInMemory(['lint', 'a.json', '--config', 'c.json'], {
      files: {
        'a.json': BROKEN_NAME,
        'c.json': typeof config === 'string' ? config : JSON.stringify(config),
      },
    });

  test('rules are turned off, findings accepted', async () => {
    expect((await lintWith({ rules: { 'invalid-action': 'off' } })).exitCode).toBe(0);
    const accepted = await lintWith({ ignores: [{ rule: 'invalid-action', reason: 'new service' }] });
    expect(accepted.exitCode).toBe(0);
    expect(accepted.stderr).toContain('findings that the configuration accepts: 1');
    const expired = [{ rule: 'invalid-action', reason: 'new service', expires: '2020-01-31' }];
    expect((await lintWith({ ignores: expired })).exitCode).toBe(1);
  });

  test.each([
    ['{', 'config-syntax-error'],
    [[], 'expected an object'],
    [{ rulse: {} }, 'did you mean `rules`?'],
    [{ rules: { 'invalid-acton': 'off' } }, 'did you mean `invalid-action`?'],
    [{ rules: { 'invalid-action': 'fatal' } }, '`invalid-action` is `"fatal"`, expected one of `error`'],
    [{ ignores: [{ rule: 'invalid-action', reason: ' ' }] }, 'expected a text that is not blank'],
    [{ ignores: [{ rule: 'invalid-action' }] }, '/ignores/0/reason'],
    [{ settings: { scpQuota: 'many' } }, 'at: /settings/scpQuota'],
    [{ settings: { rcpQuota: 0 } }, 'at: /settings/rcpQuota'],
    [{ settings: { forbiddenActions: 'iam:*' } }, 'expected an array'],
  ])('%j is wrong usage', async (config, words) => {
    const { exitCode, stdout, stderr } = await lintWith(config);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
  });
});

describe('--resource-type', () => {
  const document = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:Decrypt', Resource: '*' },
    ],
  };
  const code = 'unsupported-action-in-policy';

  test('says what carries the policy, which a template says itself', async () => {
    const files = { 'a.json': JSON.stringify(document) };
    expect(await codes(['a.json'], { files })).not.toContain(code);
    expect(await codes(['a.json', '--resource-type', 'AWS::S3::Bucket'], { files })).toContain(code);
    const Properties = { Bucket: 'b', PolicyDocument: document };
    const template = { Resources: { P: { Type: 'AWS::S3::BucketPolicy', Properties } } };
    expect(await codes(['t.json'], { files: { 't.json': JSON.stringify(template) } })).toContain(code);
  });

  test('makes a policy of a file that does not look like one', async () => {
    const files = { 'a.json': '{ "name": "x" }' };
    const { exitCode } = await runInMemory(['lint', 'a.json', '--resource-type', 'AWS::S3::Bucket'], {
      files,
    });
    expect(exitCode).toBe(1);
  });

  test('refuses a type that does not exist, and says which was likely meant', async () => {
    const { exitCode, stderr } = await runInMemory(['lint', 'a.json', '--resource-type', 'AWS::S3::Bukket'], {
      files: { 'a.json': JSON.stringify(document) },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('`--resource-type` cannot be `AWS::S3::Bukket`');
    expect(stderr).toContain('did you mean `AWS::S3::Bucket`?');
  });
});
