import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

type Statement = Readonly<Record<string, unknown>>;
const policy = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
const READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };
const WRITE = { Sid: 'Write', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/*' };
const DENY = { Sid: 'Guard', Effect: 'Deny', Action: 's3:PutObject', Resource: '*' };
const TRUST = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
const files = {
  'old.json': policy(READ),
  'new.json': policy(READ, WRITE),
  'denied.json': policy(READ, WRITE, DENY),
  'a/p.json': policy(READ),
  'b/p.json': policy(READ),
  'b/q.json': policy(WRITE),
  'trust.json': policy(TRUST),
  'broken.json': '{ "Statement": [',
};

describe('diff', () => {
  test('tells what is newly allowed: statement, line, action, resource and a request', async () => {
    const { exitCode, stdout } = await runInMemory(['diff', 'old.json', 'new.json'], { files });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('newly allowed: new.json, statement `Write` (line 10)\n');
    expect(stdout).toContain('  actions: s3:PutObject\n  resources: arn:aws:s3:::reports/*\n');
    expect(stdout).toContain('  why: no statement of the old version allows it\n');
    expect(stdout).toMatch(/ {2}for example: s3:PutObject on arn:aws:s3:::reports\/\S*\n/);
    expect(stdout).toContain('1 newly-allowed (1 policy compared)\ntaken for granted:\n');
  });

  test('less access is told, and is no failure', async () => {
    const { exitCode, stdout } = await runInMemory(['diff', 'new.json', 'denied.json'], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('newly denied: denied.json, statement `Write` (line 10)\n');
    expect(stdout).toContain('  why: statement `Guard` of the new version denies it\n');
  });

  test('policies of folders are paired by path; one that the old side lacks is new', async () => {
    const { exitCode, stdout } = await runInMemory(['diff', 'a', 'b', '--format', 'json'], { files });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([
      {
        code: 'newly-allowed',
        policy: 'b/q.json',
        line: 4,
        actions: ['s3:PutObject'],
        reason: 'the old version has no such policy',
        decisions: ['ImplicitDeny', 'Allow'],
      },
    ]);
  });

  test('one that did not change needs no proof', async () => {
    expect((await runInMemory(['diff', 'trust.json', 'trust.json'], { files })).exitCode).toBe(0);
  });

  test('what a template leaves open is no proof', async () => {
    const template = (...statements: readonly Statement[]): string =>
      JSON.stringify({
        Resources: {
          Role: {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: { PolicyDocument: JSON.parse(policy(...statements)) },
          },
        },
      });
    const open = { ...DENY, Resource: { Ref: 'Bucket' } };
    const world = { files: { 'one.json': template(READ, open), 'two.json': template(READ) } };
    const { exitCode, stdout } = await runInMemory(['diff', 'one.json', 'two.json'], world);
    expect(stdout).toContain('has parts that are known only at deployment');
    expect(exitCode).toBe(4);
  });

  test('a budget that is spent leaves it unknown', async () => {
    const { exitCode, stdout } = await runInMemory(['diff', 'old.json', 'new.json', '--budget', '1'], {
      files,
    });
    expect(exitCode).toBe(4);
    expect(stdout).toContain('why: more steps than the budget has');
  });

  test('markdown is one table, sarif and github have places', async () => {
    const run = async (format: string): Promise<string> =>
      (await runInMemory(['diff', 'old.json', 'new.json', '--format', format], { files })).stdout;
    expect(await run('markdown')).toContain('| what | where | actions | resources | conditions | why |\n');
    expect(await run('github')).toMatch(
      /^::error file=new\.json,line=10,.*title=newly-allowed::newly allowed by /,
    );
    const { runs } = JSON.parse(await run('sarif'));
    expect(runs[0].results[0]).toMatchObject({ ruleId: 'newly-allowed', level: 'error' });
  });

  test('scenarios replay, and refer to the file of the policy', async () => {
    const argv = ['diff', 'old.json', 'new.json', '--write-scenarios', 'out'];
    const { written, stderr } = await runInMemory(argv, { files });
    expect(stderr).toBe('wrote 1 scenario to out\n');
    const name = 'out/new-newly-allowed-1.scenario.json';
    expect(Object.keys(written)).toEqual([name]);
    expect(JSON.parse(written[name] ?? '').policies).toEqual({ identity: [{ file: '../new.json' }] });
    const replayed = await runInMemory(['test', name], { files: { ...files, ...written } });
    expect(replayed.stdout).toContain('1 passed, 0 failed');
  });

  test.each([
    [['diff', 'old.json', 'nowhere.json'], 'no such file or folder'],
    [['diff', 'old.json', 'b'], 'one side is a file and the other a folder'],
    [['diff', 'git:--output=x:old.json', 'new.json'], 'names no commit'],
    [['diff', 'old.json', 'broken.json'], 'broken.json'],
    [['diff', 'old.json', 'new.json', '--budget', 'lots'], '`--budget` cannot be `lots`'],
    [['diff', 'git:main', 'new.json'], '`git` cannot be asked here'],
  ])('%j is wrong usage', async (argv, words) => {
    const { exitCode, stderr } = await runInMemory(argv, { files });
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });
});

describe('check', () => {
  test('no-new-access shows one request, or proves that there is none', async () => {
    const more = await runInMemory(['check', 'no-new-access', 'old.json', 'new.json'], { files });
    expect(more).toMatchObject({ exitCode: 1 });
    expect(more.stdout).toContain('newly allowed: new.json, statement `Write`');
    const less = await runInMemory(['check', 'no-new-access', 'new.json', 'old.json'], { files });
    expect(less).toMatchObject({ exitCode: 0 });
    expect(less.stdout).toContain('nothing is newly allowed (1 policy compared)\n');
  });

  test('access-not-granted takes several actions', async () => {
    const argv = ['check', 'access-not-granted', 'new.json', '--action', 's3:DeleteObject'];
    expect(await runInMemory(argv, { files })).toMatchObject({ exitCode: 0 });
    const both = await runInMemory([...argv, '--action', 's3:Put*'], { files });
    expect(both).toMatchObject({ exitCode: 1 });
    expect(both.stdout).toContain('granted: new.json, statement `Write`');
    const none = await runInMemory(['check', 'access-not-granted', 'new.json'], { files });
    expect(none).toMatchObject({ exitCode: 2 });
  });
});

describe('prove', () => {
  const rails = (...list: readonly object[]): string => JSON.stringify(list);
  const run = (list: string, ...more: readonly string[]): ReturnType<typeof runInMemory> =>
    runInMemory(['prove', 'rails.json', ...more], { files: { ...files, 'rails.json': list } });

  test('names the guard rail that is breached, and holds where a Deny of the same policy takes it back', async () => {
    const breached = await run(rails({ id: 'no-writes', action: 's3:Put*' }), 'new.json');
    expect(breached.exitCode).toBe(1);
    expect(breached.stdout).toContain('breach of a guard rail: new.json, statement `Write`');
    expect(breached.stdout).toContain('  why: no-writes\n');
    const kept = await run(rails({ id: 'no-writes', action: 's3:Put*' }), 'denied.json');
    expect(kept).toMatchObject({ exitCode: 0 });
    expect(kept.stdout).toContain('the guard rail holds (1 policy read)\n');
  });

  test('a Deny of another policy counts only where they are of one principal', async () => {
    const guard = { ...files, 'rails.json': rails({ action: 's3:Put*' }), 'guard.json': policy(DENY) };
    const argv = ['prove', 'rails.json', 'new.json', 'guard.json'];
    expect((await runInMemory(argv, { files: guard })).exitCode).toBe(1);
    expect((await runInMemory([...argv, '--together'], { files: guard })).exitCode).toBe(0);
  });

  test.each([
    [rails({ action: 's3:*', resources: 'x' }), 'guard rail 1 has a member `resources`'],
    [rails({ resource: '*' }), '`action` of guard rail 1'],
    [rails({ action: 's3:*', unless: { Bool: 'x' } }), '`unless` of guard rail 1'],
    ['[]', 'holds no list of guard rails'],
    ['{', 'rails.json'],
  ])('%s is refused', async (list, words) => {
    const { exitCode, stderr } = await run(list, 'new.json');
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });
});

test('dead names the statements that do nothing, and why', async () => {
  const world = { files: { 'p.json': policy(READ, { ...READ, Sid: 'All', Action: 's3:Get*' }) } };
  const { exitCode, stdout } = await runInMemory(['dead', 'p.json'], world);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('other statements allow all of it: p.json, statement `Read` (line 4)\n');
  expect(stdout).toContain('  why: by statement `All` of p.json\n');
  const clean = await runInMemory(['dead', 'new.json'], { files });
  expect(clean.exitCode).toBe(0);
  expect(clean.stdout).toContain('every statement does something (1 policy read)\n');
});

test('dead names the elements that no request meets together', async () => {
  const buckets = { ...READ, Action: 'ec2:RunInstances', Resource: 'arn:aws:s3:::b/*' };
  const Condition = { StringEquals: { 'aws:username': 'a' }, StringNotEquals: { 'aws:username': 'a' } };
  const world = { files: { 'p.json': policy(buckets), 'q.json': policy({ ...READ, Condition }) } };
  const [ofAws, ofLanguage] = [
    await runInMemory(['dead', 'p.json'], world),
    await runInMemory(['dead', 'q.json'], world),
  ];
  expect(ofAws.stdout).toContain(
    'why: no request meets Action and Resource together, according to the catalog\n',
  );
  expect(ofLanguage.stdout).toContain(
    'why: no request meets StringEquals on `aws:username` and StringNotEquals on `aws:username` together\n',
  );
});

test('dead names one element alone where no request meets it by itself', async () => {
  const Condition = { IpAddress: { 'aws:SourceIp': [] } };
  const files = { 'p.json': policy({ ...READ, Condition }) };
  const { stdout } = await runInMemory(['dead', 'p.json'], { files });
  expect(stdout).toContain('why: no request meets IpAddress on `aws:SourceIp`\n');
});

test('effective tells what is left once Denies have had their say', async () => {
  const { exitCode, stdout } = await runInMemory(['effective', 'denied.json', '--format', 'json'], { files });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout).findings).toMatchObject([{ code: 'allowed', actions: ['s3:GetObject'] }]);
});

describe('policies with principals', () => {
  const open = (more: Statement = {}): string =>
    policy({
      Sid: 'Open',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::docs/*',
      ...more,
    });
  const world = {
    'open.json': open(),
    'shared.json': open({ Principal: { AWS: '444455556666' } }),
    'reader.json': open({ Principal: { AWS: '444455556666' }, Action: 's3:Get*' }),
    'organization.json': open({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
    'service.json': policy({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    'queue.json': open({ Action: 'sqs:SendMessage', Resource: '*' }),
    'role.json': policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' },
      Action: 'sts:AssumeRole',
    }),
    'wider.json': policy({ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }),
  };
  const run = (...argv: readonly string[]): ReturnType<typeof runInMemory> =>
    runInMemory(argv, { files: { ...files, ...world } });
  const BUCKET = ['--resource-type', 'AWS::S3::Bucket'] as const;

  test('no-public-access shows who gets in, or proves that nobody does', async () => {
    const open = await run('check', 'no-public-access', 'open.json', ...BUCKET);
    expect(open.exitCode).toBe(1);
    expect(open.stdout).toContain('open to the public: open.json, statement `Open` (line 4)\n');
    expect(open.stdout).toMatch(/ {2}for example: s3:GetObject on arn:aws:s3:::docs\/\S* by anonymous\n/);
    const shared = await run('check', 'no-public-access', 'shared.json', ...BUCKET);
    expect(shared).toMatchObject({ exitCode: 0 });
    expect(shared.stdout).toContain('the public is kept out (1 policy read)\n');
  });

  test('no-public-access says when a policy is about other resources, and of a policy without principals', async () => {
    const queue = await run('check', 'no-public-access', 'queue.json', ...BUCKET);
    expect(queue.exitCode).toBe(1);
    expect(queue.stdout).toContain('policy of another type of resources: queue.json\n');
    expect(queue.stdout).toContain('  why: it allows nothing on resources of type AWS::S3::Bucket\n');
    const own = await run('check', 'no-public-access', 'old.json', ...BUCKET);
    expect(own.exitCode).toBe(4);
    expect(own.stdout).toContain('  why: it names no principal, as a policy of a resource does\n');
  });

  test.each([
    [[], 'give `--resource-type`'],
    [['--resource-type', 'AWS::S3::Buckt'], 'AWS::S3::Bucket'],
  ])('no-public-access %j is wrong usage', async (more, words) => {
    const { exitCode, stderr } = await run('check', 'no-public-access', 'open.json', ...more);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });

  test('no-public-access has all forms of reports', async () => {
    const text = async (format: string): Promise<string> =>
      (await run('check', 'no-public-access', 'open.json', ...BUCKET, '--format', format)).stdout;
    expect(JSON.parse(await text('json')).findings).toMatchObject([{ code: 'public', decisions: ['Allow'] }]);
    expect(await text('markdown')).toContain('| open to the public | `open.json` statement `Open` |');
    expect(JSON.parse(await text('sarif')).runs[0].results[0]).toMatchObject({
      ruleId: 'public',
      level: 'error',
    });
    expect(await text('github')).toMatch(/^::error file=open\.json,line=4,.*title=public::/);
  });

  test('external-access tells who gets in by which statement, or proves that nobody does', async () => {
    const { exitCode, stdout } = await run('check', 'external-access', 'shared.json');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('let in from outside: shared.json, statement `Open` (line 4)\n');
    expect(stdout).toContain('  actions: s3:GetObject\n  resources: arn:aws:s3:::docs/*\n');
    expect(stdout).toContain('  why: lets in account 444455556666\n');
    expect(stdout).toMatch(
      / {2}for example: s3:GetObject on arn:aws:s3:::docs\/\S* by arn:aws:iam::444455556666:/,
    );
    // All callers of the account are one finding.
    expect(stdout).toContain('\n1 external (1 policy read)\n');
    expect(stdout).toContain('which is not looked at: grants of KMS keys');
    const trusted = await run('check', 'external-access', 'shared.json', '--trust', '444455556666');
    expect(trusted).toMatchObject({ exitCode: 0 });
    expect(trusted.stdout).toContain('nobody gets in from outside (1 policy read)\n');
  });

  test('external-access says in whose hands conditions are, and trusts an organization by its keys', async () => {
    const ofOrganization = await run('check', 'external-access', 'organization.json');
    expect(ofOrganization.stdout).toContain(
      '  why: lets in everyone; `aws:PrincipalOrgID` is in the hands of AWS\n',
    );
    const zone = ['--trust', 'o-a1b2c3d4e5'];
    expect(await run('check', 'external-access', 'organization.json', ...zone)).toMatchObject({
      exitCode: 0,
    });
    expect(await run('check', 'external-access', 'open.json', ...zone)).toMatchObject({ exitCode: 1 });
  });

  test('external-access tells of services and providers on request, and of the account that owns it never', async () => {
    const services = ['check', 'external-access', 'service.json'];
    expect(await run(...services)).toMatchObject({ exitCode: 0 });
    expect((await run(...services, '--intermediaries')).stdout).toContain(
      '  why: lets in ec2.amazonaws.com\n',
    );
    const own = ['check', 'external-access', 'wider.json', '--resource-account'];
    expect(await run(...own, '111122223333')).toMatchObject({ exitCode: 0 });
    expect(await run(...own, '777788889999')).toMatchObject({ exitCode: 1 });
    const { exitCode, stdout } = await run('check', 'external-access', 'old.json');
    expect(exitCode).toBe(4);
    expect(stdout).toContain('  why: it names no principal, as a policy of a resource does\n');
  });

  test('external-access has all forms of reports, and patterns of actions yet to come', async () => {
    const text = async (format: string): Promise<string> =>
      (await run('check', 'external-access', 'reader.json', '--universe', 'language', '--format', format))
        .stdout;
    expect(JSON.parse(await text('json')).findings).toMatchObject([
      {
        code: 'external',
        futureActions: ['s3:Get*'],
        decisions: ['Allow'],
        reason: 'lets in account 444455556666',
      },
    ]);
    expect(await text('markdown')).toContain('| let in from outside | `reader.json` statement `Open` |');
    expect(JSON.parse(await text('sarif')).runs[0].results[0]).toMatchObject({
      ruleId: 'external',
      level: 'error',
    });
    expect(await text('github')).toMatch(/^::error file=reader\.json,line=4,.*title=external::/);
  });

  test.each([
    [['--trust', 'me'], '`me` is neither an account nor an organization'],
    [['--trust', 'o-a1b2c3d4e5', '--trust', 'o-a1b2c3d4e6'], 'only one organization can be trusted'],
    [['--resource-account', '12'], '`--resource-account` cannot be `12`'],
  ])('external-access %j is wrong usage', async (more, words) => {
    const { exitCode, stderr } = await run('check', 'external-access', 'open.json', ...more);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });

  test('scenarios have the policy of the resource, and what the caller has of its own', async () => {
    const argv = ['diff', 'role.json', 'wider.json', '--write-scenarios', 'out'];
    const { written, exitCode } = await run(...argv);
    expect(exitCode).toBe(1);
    const [name = ''] = Object.keys(written);
    expect(JSON.parse(written[name] ?? '').policies).toMatchObject({
      identity: [{ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }],
      resource: [{ file: '../wider.json' }],
    });
    const replayed = await runInMemory(['test', 'out'], { files: { ...files, ...world, ...written } });
    expect(replayed.stdout).toMatch(/[1-9] passed, 0 failed/);
  });

  test('versions are compared, whoever the callers are', async () => {
    expect(await run('check', 'no-new-access', 'open.json', 'shared.json')).toMatchObject({ exitCode: 0 });
    expect(await run('check', 'no-new-access', 'shared.json', 'open.json')).toMatchObject({ exitCode: 1 });
    expect(await run('check', 'access-not-granted', 'shared.json', '--action', 's3:PutObject')).toMatchObject(
      { exitCode: 0 },
    );
    expect(await run('check', 'access-not-granted', 'shared.json', '--action', 's3:Get*')).toMatchObject({
      exitCode: 1,
    });
    const dead = await run('dead', 'shared.json');
    expect(dead.stdout).toContain('every statement does something (1 policy read)\n');
  });

  test('a policy that gets principals is compared with none of its kind', async () => {
    const { exitCode, stdout } = await run('diff', 'old.json', 'open.json');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('newly allowed: open.json, statement `Open` (line 4)\n');
    expect(stdout).toContain('newly denied: open.json, statement `Read` (line 4)\n');
  });

  test('guard rails hold for a given caller, whatever its own policies say', async () => {
    const rails = (principal: string): string => JSON.stringify([{ action: 's3:GetObject', principal }]);
    const of = (account: string): Promise<{ readonly exitCode: number }> =>
      runInMemory(['prove', 'rails.json', 'shared.json'], {
        files: { ...world, 'rails.json': rails(`arn:aws:iam::${account}:user/ada`) },
      });
    expect(await of('444455556666')).toMatchObject({ exitCode: 1 });
    expect(await of('777788889999')).toMatchObject({ exitCode: 0 });
  });
});
