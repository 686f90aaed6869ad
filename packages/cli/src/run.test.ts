import { describe, expect, test } from 'vitest';
import { runInMemory } from './_testing/runInMemory.ts';
import { ALLOWED, DENIED, fileOf, UNDECIDED } from './_testing/scenarioText.ts';
import { EXIT_CODE } from './exitCode.ts';
import { run } from './run.ts';

const COMMANDS = ['evaluate', 'test', 'lint', 'explain', 'minimise', 'measure', 'catalog', 'generate'];
const QUERIES =
  'services actions action resources keys expand shrink arn permissions features search snapshot diff info'.split(
    ' ',
  );

describe('help', () => {
  test.each([[[]], ...COMMANDS.map((name) => [[name]]), ...QUERIES.map((name) => [['catalog', name]])])(
    '%j has help on standard output',
    async (path) => {
      for (const flag of ['--help', '-h']) {
        const { exitCode, stdout, stderr } = await runInMemory([...path, flag]);
        expect(exitCode).toBe(EXIT_CODE.yes);
        expect(stdout).toContain(`Usage: ${['policywright', ...path].join(' ')}`);
        expect(stderr).toBe('');
      }
    },
  );

  test('the help of the program names every command and every exit code', async () => {
    const { stdout } = await runInMemory(['--help']);
    for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    for (const code of Object.values(EXIT_CODE)) expect(stdout).toContain(String(code));
  });

  test('without a command, the help is on standard error and the exit code 2', async () => {
    for (const argv of [[], ['catalog']]) {
      const { exitCode, stdout, stderr } = await runInMemory(argv);
      expect(exitCode).toBe(EXIT_CODE.usage);
      expect(stdout).toBe('');
      expect(stderr).toContain('Commands:');
    }
  });

  test('no line is wider than a terminal', async () => {
    for (const path of [[], ...COMMANDS.map((name) => [name]), ...QUERIES.map((name) => ['catalog', name])]) {
      const { stdout } = await runInMemory([...path, '--help']);
      const usual = stdout.split('\n').filter((line) => !/^ {2}(policywright|--format)/.test(line));
      expect(Math.max(...usual.map((line) => line.length))).toBeLessThanOrEqual(100);
    }
  });
});

test('the version is that of the package', async () => {
  const { exitCode, stdout } = await runInMemory(['--version']);
  expect(exitCode).toBe(EXIT_CODE.yes);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

describe('wrong usage gives exit code 2, says what is wrong and names the closest right thing', () => {
  test.each([
    [['evalute', 'x.json'], 'there is no command `evalute`', 'did you mean `evaluate`?'],
    [['catalog', 'acton'], 'there is no command `acton`', 'did you mean `action`?'],
    [
      ['xyzzy'],
      'there is no command `xyzzy`',
      'one of `evaluate`, `can`, `why`, `test`, `lint`, `explain`, `diff`, `check`, `prove`, `dead`, `effective`, `minimise`, `measure`, `audit`, `catalog`, `generate`',
    ],
    [['--verison'], 'there is no option `--verison`', 'did you mean `--version`?'],
    [['test', '--fromat', 'json', '.'], 'there is no option `--fromat`', 'did you mean `--format`?'],
    [['test', '--format', 'jsn', '.'], '`--format` cannot be `jsn`', 'did you mean `json`?'],
    [['test', '--format', 'yaml', '.'], '`--format` cannot be `yaml`', 'one of `text`, `json`, `junit`'],
    [['test', '.', '--format'], '`--format` needs a value', 'policywright test --help'],
    [['evaluate', '--id', '--all', 'x.json'], '`--id` needs a value', '`--name=-value`'],
    [['evaluate', '--all=yes', 'x.json'], '`--all` takes no value', 'policywright evaluate --help'],
    [['evaluate'], 'missing argument: FILE', 'policywright evaluate --help'],
    [['evaluate', 'a', 'b'], '`b` is one argument too many', 'this command takes FILE'],
    [['generate', 'ecs'], '`ecs` is one argument too many', 'this command takes no arguments'],
    [['catalog', 'action'], 'missing argument: NAME', 'policywright catalog action --help'],
    [['toString'], 'there is no command `toString`', 'one of'],
    [['test', '--__proto__', '.'], 'there is no option `--__proto__`', 'policywright test --help'],
  ])('%j', async (argv, message, help) => {
    const { exitCode, stdout, stderr } = await runInMemory(argv);
    expect(exitCode).toBe(EXIT_CODE.usage);
    expect(stdout).toBe('');
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).toContain(help);
  });
});

describe('exit codes', () => {
  const files = {
    'allowed.json': fileOf(ALLOWED),
    'denied.json': fileOf(DENIED),
    'undecided.json': fileOf(UNDECIDED),
  };

  test.each([
    ['allowed', EXIT_CODE.yes],
    ['denied', EXIT_CODE.no],
    ['missing', EXIT_CODE.usage],
    ['undecided', EXIT_CODE.undecided],
  ])('evaluate of a request that is %s: %i', async (name, code) => {
    expect((await runInMemory(['evaluate', `${name}.json`], { files })).exitCode).toBe(code);
  });

  test('an internal error: 3, with a request to report it and no stack', async () => {
    const { exitCode, stderr } = await failInside({});
    expect(exitCode).toBe(EXIT_CODE.internal);
    expect(stderr).toMatch(/^internal error: the disk is on fire\n/);
    expect(stderr).toContain('please report it');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('with POLICYWRIGHT_DEBUG, an internal error shows its stack', async () => {
    const { exitCode, stderr } = await failInside({ POLICYWRIGHT_DEBUG: '1' });
    expect(exitCode).toBe(EXIT_CODE.internal);
    expect(stderr).toMatch(/^\s+at /m);
  });
});

async function failInside(env: Record<string, string>): Promise<{ exitCode: number; stderr: string }> {
  let stderr = '';
  const fail = (): never => {
    throw new Error('the disk is on fire');
  };
  const exitCode = await run(['evaluate', 'x.json'], {
    stdout: { write: () => undefined, isTTY: false },
    stderr: { write: (text) => void (stderr += text), isTTY: false },
    readStdin: fail,
    files: { stat: fail, read: fail, list: fail, write: fail, open: fail, begin: fail },
    cwd: '/project',
    env,
  });
  return { exitCode, stderr };
}

test('`help` is the help of a command, and of the program', async () => {
  const [help, flag] = await Promise.all([runInMemory(['help', 'lint']), runInMemory(['lint', '--help'])]);
  expect(help).toEqual(flag);
  expect(await runInMemory(['help'])).toEqual(await runInMemory(['--help']));
  expect(await runInMemory(['help', 'catalog', 'action'])).toEqual(
    await runInMemory(['catalog', 'action', '--help']),
  );
  expect((await runInMemory(['help', 'lnit'])).stderr).toContain('did you mean `lint`');
});

test('no help is wider than a person reads, and descriptions have room', async () => {
  const { stdout } = await runInMemory(['lint', '--help']);
  const lines = stdout.split('\n');
  expect(lines.filter((line) => line.length > 88)).toEqual([]);
  expect(lines.find((line) => line.startsWith('  --type'))).toMatch(
    /^ {2}--type TYPE {2,}type of the policies; told/,
  );
});

test('--no-color is stronger than a terminal and the environment', async () => {
  const broken = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Alow" }] }';
  const world = { files: { 'a.json': broken }, isTTY: true, env: { FORCE_COLOR: '1' } };
  expect((await runInMemory(['lint', 'a.json'], world)).stdout).toContain('\u001b[');
  expect((await runInMemory(['lint', 'a.json', '--no-color'], world)).stdout).not.toContain('\u001b[');
});
