import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

const ARN = 'arn:aws:iam::111122223333';
const documentOf = (...Statement: object[]): object => ({ Version: '2012-10-17', Statement });
const userOf = (UserName: string, ...statements: object[]): object => ({
  UserName,
  Arn: `${ARN}:user/${UserName}`,
  UserPolicyList: [{ PolicyName: 'own', PolicyDocument: documentOf(...statements) }],
});
const READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const MFA = { ...READ, Sid: '<b>', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const files = {
  'snap/accounts/111122223333.json': JSON.stringify({
    UserDetailList: [userOf('=ada', READ), userOf('bob', MFA), userOf('eve')],
  }),
  'snap/resources/a.json': '[{"arn":"arn:aws:s3:::reports","account":"111122223333"}]',
  'snap/trail/other.json': 'not of a snapshot',
};
const WHO = ['audit', 'who-can', 's3:GetObject', 'arn:aws:s3:::reports/a', '--snapshot', 'snap'];

describe('audit who-can', () => {
  test('prints a row for each principal that can, or may be able to', async () => {
    const { stdout, stderr, exitCode } = await runInMemory(WHO, { files });
    expect(stdout).toBe(
      `${ARN}:user/=ada\tcertainly\t\town Read\n${ARN}:user/bob\tperhaps\taws:MultiFactorAuthPresent\town <b>\n`,
    );
    expect(stderr).toBe('1 certainly, 1 perhaps\n');
    expect(exitCode).toBe(0);
  });

  test('exits with 1 where nobody can, with 4 where somebody perhaps can', async () => {
    const without = (name: string): string =>
      JSON.stringify({
        UserDetailList: [userOf('bob', MFA), userOf('eve')].slice(name === 'bob' ? 0 : 1),
      });
    const ask = async (name: string): Promise<number> =>
      (await runInMemory(WHO, { files: { ...files, 'snap/accounts/111122223333.json': without(name) } }))
        .exitCode;
    expect([await ask('bob'), await ask('eve')]).toEqual([4, 1]);
  });

  test('has the answer as data, and as tables that stay text wherever they are opened', async () => {
    const ask = async (format: string): Promise<string> =>
      (await runInMemory([...WHO, '--format', format], { files })).stdout;
    expect(JSON.parse(await ask('json'))).toMatchObject({
      action: 's3:GetObject',
      principals: [{ answer: 'certainly' }, { answer: 'perhaps', keys: ['aws:MultiFactorAuthPresent'] }],
    });
    expect(await ask('csv')).toBe(
      `principal,answer,depends on,by\r\n${ARN}:user/=ada,certainly,,own Read\r\n${ARN}:user/bob,perhaps,aws:MultiFactorAuthPresent,own <b>\r\n`,
    );
    expect(await ask('markdown')).toContain('| principal | answer | depends on | by |');
    const html = await ask('html');
    expect(html).toContain('own &lt;b&gt;');
    expect(html).not.toContain('<b>');
    expect(html).toMatch(
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-/,
    );
  });

  test('says how to mend what it is asked', async () => {
    const action = await runInMemory(['audit', 'who-can', 's3:GetObjekt', '*'], { files });
    expect(action.stderr).toContain('did you mean `s3:GetObject`?');
    expect(action.exitCode).toBe(2);
    const folder = await runInMemory(
      ['audit', 'who-can', 's3:GetObject', '*', '--snapshot', 'snap/resources'],
      { files },
    );
    expect(folder.stderr).toContain('there is no `accounts/*.json` in `snap/resources`');
    expect(folder.exitCode).toBe(2);
  });

  test('refuses a snapshot of which a part cannot be read, with its place', async () => {
    const broken = { ...files, 'snap/accounts/2.json': '{"UserDetailList": [\n  {"Arn": 1}]}' };
    const { stderr, exitCode } = await runInMemory(WHO, { files: broken });
    expect(stderr).toContain(
      'accounts/2.json:2:3 (/UserDetailList/0): error[invalid-shape]: expected the ARN of a user in `Arn`',
    );
    expect(exitCode).toBe(2);
  });
});

describe('audit who-can of a call', () => {
  const PASS = { Effect: 'Allow', Action: 'iam:PassRole', Resource: `${ARN}:role/app` };
  const RUN = { Effect: 'Allow', Action: 'lambda:CreateFunction', Resource: '*' };
  const app = {
    RoleName: 'app',
    Arn: `${ARN}:role/app`,
    AssumeRolePolicyDocument: documentOf({
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  };
  const ask = (users: readonly object[], ...more: string[]) =>
    runInMemory(
      ['audit', 'who-can', 'lambda:create-function', '--snapshot', 'snap', '--input', 'in.json', ...more],
      {
        files: {
          'snap/accounts/1.json': JSON.stringify({ UserDetailList: users, RoleDetailList: [app] }),
          'in.json': JSON.stringify({ FunctionName: 'new', Role: `${ARN}:role/app`, Code: {} }),
        },
      },
    );
  const REGION = ['--region', 'eu-west-1', '--ignore-perhaps'];

  test('prints who passes every check, and who lacks one', async () => {
    const { stdout, stderr, exitCode } = await ask(
      [userOf('ada', RUN, PASS), userOf('bob', RUN), userOf('eve', PASS)],
      ...REGION,
    );
    expect(stdout).toBe(
      `${ARN}:user/ada\tcertainly\t\t\n${ARN}:user/bob\tdenied\t\tiam:PassRole on ${ARN}:role/app is denied\n`,
    );
    expect(stderr).toBe('1 certainly, 0 perhaps; 1 for want of another permission not\n');
    expect(exitCode).toBe(0);
    expect((await ask([userOf('bob', RUN)], ...REGION)).exitCode).toBe(1);
    const mfa = { ...PASS, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    expect((await ask([userOf('bob', RUN, mfa)], ...REGION)).exitCode).toBe(4);
  });

  test('needs a Region, an operation that there is, and either an input or a resource', async () => {
    expect((await ask([])).stderr).toContain('the Region is not known');
    const both = await ask([], `${ARN}:role/app`);
    expect(both.stderr).toContain('`--input` is of an operation, and a resource was named');
    const inputs = { ...files, 'bad.json': '{ "FunctionName": "new", "Role": 5 }' };
    const argv = ['audit', 'who-can', 'lambda:CreateFunction', '--input', 'bad.json', ...REGION];
    const wrong = await runInMemory([...argv, '--snapshot', 'snap'], { files: inputs });
    expect(wrong.stderr).toMatch(/bad\.json:1:\d+: `Role` is not a text/);
    expect(wrong.exitCode).toBe(2);
    const unknown = await runInMemory(['audit', 'who-can', 'lambda:CreateFunktion'], { files });
    expect(unknown.stderr).toContain('did you mean `lambda:CreateFunction`?');
  });
});

describe('audit what-can', () => {
  test('prints what is allowed, and where', async () => {
    const { stdout, exitCode } = await runInMemory(
      ['audit', 'what-can', `${ARN}:user/bob`, '--snapshot', 'snap'],
      { files },
    );
    expect(stdout).toBe(
      'certainly\tsts:GetCallerIdentity sts:GetSessionToken\t*\nperhaps\ts3:GetObject\t*\n',
    );
    expect(exitCode).toBe(0);
  });

  test('says which principal there is not', async () => {
    const { stderr, exitCode } = await runInMemory(
      ['audit', 'what-can', `${ARN}:user/x`, '--snapshot', 'snap'],
      { files },
    );
    expect(stderr).toContain(`the snapshot has no principal \`${ARN}:user/x\``);
    expect(exitCode).toBe(2);
  });
});

describe('audit paths', () => {
  const admin = {
    RoleName: 'zed<',
    Arn: `${ARN}:role/zed<`,
    RolePolicyList: [
      { PolicyName: 'all', PolicyDocument: documentOf({ Effect: 'Allow', Action: '*', Resource: '*' }) },
    ],
    AssumeRolePolicyDocument: documentOf({
      Effect: 'Allow',
      Principal: { AWS: `${ARN}:user/ada` },
      Action: 'sts:AssumeRole',
    }),
  };
  const accounts = (...roles: object[]): Readonly<Record<string, string>> => ({
    'snap/accounts/1.json': JSON.stringify({ UserDetailList: [userOf('ada', READ)], RoleDetailList: roles }),
  });
  const ask = (given: Readonly<Record<string, string>>, ...more: string[]) =>
    runInMemory(['audit', 'paths', '--snapshot', 'snap', ...more], { files: given });

  test('prints the chain of each principal that can become an administrator', async () => {
    const { stdout, stderr, exitCode } = await ask(accounts(admin));
    expect(stdout).toBe(
      `${ARN}:user/ada\tadmin:111122223333\tcertainly\tassumes the role: ${ARN}:role/zed<; gives any role any permission, and lets itself into it: admin:111122223333\n` +
        `${ARN}:role/zed<\tadmin:111122223333\tcertainly\tgives any role any permission, and lets itself into it: admin:111122223333\n`,
    );
    expect(stderr).toBe('2 certainly, 0 perhaps\n');
    expect(exitCode).toBe(1);
    expect((await ask(accounts())).exitCode).toBe(0);
  });

  test('draws them on the page', async () => {
    const { stdout } = await ask(accounts(admin), '--format', 'html');
    expect(stdout).toContain('<svg');
    expect(stdout).toContain('zed&lt;');
    expect(stdout).not.toContain('zed<');
  });

  test('says which principal there is not', async () => {
    const { stderr, exitCode } = await ask(accounts(), '--from', `${ARN}:user/x`);
    expect(stderr).toContain(`the snapshot has no principal \`${ARN}:user/x\``);
    expect(exitCode).toBe(2);
  });
});

describe('audit run and merge', () => {
  const run = async (shard: string) =>
    runInMemory(['audit', 'run', '--snapshot', 'snap', '--out', 'out', '--shard', shard], { files });

  test('parts are files that join to what the whole is', async () => {
    const parts = { ...(await run('1/2')).written, ...(await run('2/2')).written };
    expect(Object.keys(parts)).toEqual(['out/shard-1-of-2.json', 'out/shard-2-of-2.json']);
    const whole = await runInMemory(['audit', 'run', '--snapshot', 'snap', '--out', 'out'], { files });
    const merged = await runInMemory(['audit', 'merge', 'out'], { files: parts });
    expect(merged.exitCode).toBe(0);
    const read = (text = ''): { principals: unknown; answers: readonly unknown[] } => JSON.parse(text);
    expect(read(merged.stdout).principals).toEqual(read(whole.written['out/shard-1-of-1.json']).principals);
    expect(read(merged.stdout).answers).toHaveLength(
      read(whole.written['out/shard-1-of-1.json']).answers.length,
    );
    expect((await run('1/2')).written).toEqual({ 'out/shard-1-of-2.json': parts['out/shard-1-of-2.json'] });
  });

  test('a part that is missing or of another audit is said', async () => {
    const { written } = await run('2/2');
    const { exitCode, stderr } = await runInMemory(['audit', 'merge', 'out'], { files: written });
    expect(stderr).toBe('missing of 2 parts: 1\n');
    expect(exitCode).toBe(1);
    const other = { ...written, 'out/shard-1-of-2.json': '{}' };
    expect((await runInMemory(['audit', 'merge', 'out'], { files: other })).exitCode).toBe(2);
  });

  test.each(['0/2', '3/2', '1', 'x/y', '1/0'])('`--shard %s` is no part', async (shard) => {
    const { stderr, exitCode } = await run(shard);
    expect(stderr).toContain(`\`--shard\` cannot be \`${shard}\``);
    expect(exitCode).toBe(2);
  });
});

describe('audit collect', () => {
  test('prints a script, and calls nothing', async () => {
    const { stdout, exitCode } = await runInMemory(['audit', 'collect', '--print']);
    expect(stdout.startsWith('#!/bin/sh\n')).toBe(true);
    expect(stdout).toContain('aws iam get-account-authorization-details');
    expect(exitCode).toBe(0);
    expect((await runInMemory(['audit', 'collect'])).exitCode).toBe(2);
  });
});

describe('audit external', () => {
  const GET = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };
  const withPolicy = (...statements: object[]): Record<string, string> => ({
    ...files,
    'snap/resources/a.json': JSON.stringify([
      { arn: 'arn:aws:s3:::reports', account: '111122223333', policy: documentOf(...statements) },
    ]),
  });
  const ask = async (given: Record<string, string>, ...more: string[]): ReturnType<typeof runInMemory> =>
    runInMemory(['audit', 'external', '--snapshot', 'snap', ...more], { files: given });
  const share = { ...GET, Sid: 'Share', Principal: { AWS: '999988887777' } };

  test('prints who gets in, to what, and by which statement', async () => {
    const { stdout, stderr, exitCode } = await ask(
      withPolicy(
        { ...share, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'shop' } } },
        { ...GET, Principal: { Service: 'cloudtrail.amazonaws.com' } },
      ),
    );
    expect(stdout.split('\n')).toEqual([
      'arn:aws:s3:::reports\taccount 999988887777\tperhaps\taws:PrincipalTag/team (caller)\ts3:GetObject\tresource arn:aws:s3:::reports Share',
      'arn:aws:s3:::reports\tcloudtrail.amazonaws.com, for anybody\tcertainly\t\ts3:GetObject\tresource arn:aws:s3:::reports /Statement/1',
      '',
    ]);
    expect(stderr).toBe('1 certainly, 1 perhaps\n');
    expect(exitCode).toBe(1);
  });

  test('exits with 0 where nobody gets in whom the zone does not have', async () => {
    expect((await ask(withPolicy(share))).exitCode).toBe(1);
    expect((await ask(withPolicy(share), '--trust', '999988887777')).exitCode).toBe(0);
    const wrong = await ask(withPolicy(share), '--trust', '99998888777');
    expect(wrong.stderr).toContain('`99998888777` is neither an account nor an organization');
    expect(wrong.exitCode).toBe(2);
  });
});

describe('audit diff', () => {
  const PUT = { ...READ, Sid: 'Write', Action: 's3:PutObject' };
  const of = (folder: string, ...statements: object[]): Record<string, string> => ({
    [`${folder}/accounts/111122223333.json`]: JSON.stringify({
      UserDetailList: [userOf('ada', ...statements)],
    }),
  });
  const ask = async (before: object[], after: object[], ...more: string[]): ReturnType<typeof runInMemory> =>
    runInMemory(['audit', 'diff', 'old', 'new', ...more], {
      files: { ...of('old', ...before), ...of('new', ...after) },
    });

  test('prints what was won and lost, and exits with 1 where something was won', async () => {
    const { stdout, stderr, exitCode } = await ask([READ], [PUT]);
    expect(stdout.split('\n')).toEqual([
      `won\taccess\t${ARN}:user/ada\ts3:PutObject\t*\t\town Write`,
      `lost\taccess\t${ARN}:user/ada\ts3:GetObject\t*\t\town Read`,
      '',
    ]);
    expect(stderr).toBe('1 won, 1 lost\n');
    expect(exitCode).toBe(1);
    const [won] = (JSON.parse((await ask([READ], [PUT], '--format', 'json')).stdout) as { access: unknown[] })
      .access;
    expect(won).toMatchObject({ change: 'won', witness: { before: 'ImplicitDeny', after: 'Allow' } });
  });

  test('exits with 0 where nothing was won', async () => {
    expect((await ask([READ, PUT], [READ])).exitCode).toBe(0);
    expect((await ask([READ], [READ])).exitCode).toBe(0);
  });

  test('tells of paths that there are now', async () => {
    const { stdout, exitCode } = await ask([], [{ Effect: 'Allow', Action: '*', Resource: '*' }]);
    expect(stdout).toContain(`won\tpath\t${ARN}:user/ada\tadminister\tadmin:111122223333`);
    expect(exitCode).toBe(1);
  });

  test('tells of chains of hops, by what they came about', async () => {
    const role = (RoleName: string, ...statements: object[]): object => ({
      RoleName,
      Arn: `${ARN}:role/${RoleName}`,
      RolePolicyList: [{ PolicyName: 'own', PolicyDocument: documentOf(...statements) }],
      AssumeRolePolicyDocument: documentOf({
        Effect: 'Allow',
        Principal: { AWS: `${ARN}:root` },
        Action: 'sts:AssumeRole',
      }),
    });
    const assume = (name: string): object => ({
      Sid: 'Next',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: `${ARN}:role/${name}`,
    });
    const account = (...statements: object[]): string =>
      JSON.stringify({
        UserDetailList: [userOf('ada', ...statements)],
        RoleDetailList: [role('a', assume('b')), role('b', READ)],
      });
    const { stdout } = await runInMemory(['audit', 'diff', 'old', 'new'], {
      files: {
        'old/accounts/1.json': account(),
        'new/accounts/1.json': account(assume('a')),
      },
    });
    expect(stdout).toContain(
      `won\tchain\t${ARN}:user/ada\tassume-role ${ARN}:role/a, assume-role ${ARN}:role/b\t${ARN}:role/b\t\tassume-role ${ARN}:role/a; own Next\n`,
    );
  });
});

describe('audit unused and replay', () => {
  const event = (eventName: string, requestParameters: object, more: object = {}): object => ({
    eventTime: '2026-11-01T00:00:00Z',
    eventSource: 'sqs.amazonaws.com',
    eventName,
    awsRegion: 'eu-west-1',
    userIdentity: { type: 'IAMUser', arn: `${ARN}:user/ada`, accountId: '111122223333' },
    requestParameters,
    ...more,
  });
  const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs';
  const records = JSON.stringify({
    Records: [event('PurgeQueue', { queueUrl }), event('PurgeQueue', { queueUrl })],
  });
  const snapshot = (...Action: string[]): Record<string, string> => ({
    'snap/accounts/1.json': JSON.stringify({
      UserDetailList: [userOf('ada', { Effect: 'Allow', Action, Resource: '*' })],
    }),
    'snap/resources/a.json':
      '[{"arn":"arn:aws:sqs:eu-west-1:111122223333:jobs","account":"111122223333","tags":{}}]',
  });
  const trail = { 'snap/trail/2026/a.json.gz': gzipSync(records) };

  test('unused tells what was not used, from zipped files', async () => {
    const given = { ...snapshot('sqs:PurgeQueue', 'sqs:DeleteQueue', 'sqs:SendMessage'), ...trail };
    const { stdout, stderr, exitCode } = await runInMemory(['audit', 'unused', '--snapshot', 'snap'], {
      files: given,
    });
    expect(stdout).toBe(
      `${ARN}:user/ada\t2, 2026-11-01T00:00:00Z\tsqs:PurgeQueue\tsqs:DeleteQueue\tsqs:SendMessage\n`,
    );
    expect(stderr).toBe(
      '1 principals, of which 0 made no call\nthere are no data events: what they would show is not shown\n',
    );
    expect(exitCode).toBe(1);
    const all = await runInMemory(['audit', 'unused', '--snapshot', 'snap'], {
      files: { ...snapshot('sqs:PurgeQueue'), ...trail },
    });
    expect(all.exitCode).toBe(0);
  });

  test('replay tells which calls the policies of the snapshot, or others, would deny', async () => {
    const ask = async (given: Record<string, string>, ...more: string[]): ReturnType<typeof runInMemory> =>
      runInMemory(['audit', 'replay', ...more], { files: { ...given, ...trail } });
    const allowed = await ask(snapshot('sqs:*'), '--snapshot', 'snap');
    expect([allowed.stdout, allowed.exitCode]).toEqual(['', 0]);
    const denied = await ask(snapshot('s3:*'), '--snapshot', 'snap');
    expect(denied.stdout).toBe(
      `${ARN}:user/ada\tsqs:PurgeQueue\t2, 2026-11-01T00:00:00Z\tcertainly\tsqs:PurgeQueue arn:aws:sqs:eu-west-1:111122223333:jobs (not allowed)\t\n`,
    );
    expect(denied.stderr).toBe('2 of 2 calls certainly, 0 perhaps; 0 would be allowed\n');
    expect(denied.exitCode).toBe(1);
    const policy = JSON.stringify(documentOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' }));
    const options = ['--policy', 'new.json', '--for', `${ARN}:user/ada`, '--events', 'snap/trail'];
    const other = await ask({ ...snapshot('sqs:*'), 'new.json': policy }, ...options);
    expect(other.exitCode).toBe(1);
    const unnamed = await ask({ 'new.json': policy }, '--policy', 'new.json', '--events', 'snap/trail');
    expect(unnamed.stderr).toContain('`--policy` needs `--for`');
    expect(unnamed.exitCode).toBe(2);
  });

  test('files without events are no events', async () => {
    const files_ = { ...snapshot('sqs:*'), 'snap/trail/a.json': '{"Records": []}' };
    const { stderr, exitCode } = await runInMemory(['audit', 'unused', '--snapshot', 'snap'], {
      files: files_,
    });
    expect(stderr).toContain('there are no events in `snap/trail`');
    expect(exitCode).toBe(2);
  });
});
