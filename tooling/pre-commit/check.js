// Lets the real pre-commit install the hooks of this working tree, as a repository that uses them does, and run them
// over files with and without mistakes. Where there is none, installs that of the distribution with apt-get if it may.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** @param {string} action */
const policyWith = (action) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

/** @param {'Allow' | 'ExplicitDeny'} expected */
const scenarioWith = (expected) => ({
  id: 'list-clusters',
  principal: 'arn:aws:iam::111122223333:role/app',
  action: 'ecs:ListClusters',
  resource: '*',
  context: {},
  policies: { identity: [JSON.parse(policyWith('ecs:ListClusters'))] },
  expected,
});

/** Files without a policy, of the kinds that repositories have. */
const OTHERS = {
  'tsconfig.json': '{\n  // no effect\n  "compilerOptions": { "strict": true, },\n}\n',
  'package.json': '{ "name": "x" }\n',
  'empty.json': '',
  'empty.yaml': '',
  'chart/templates/app.yaml': '{{- if .Values.on }}\nspec: {{ toYaml . }} # effect: NoSchedule\n{{- end }}\n',
  'playbook.yml': '{% if statement %}\n- a: {{ b }}\n{% endif %}\n',
  'utf16.json': Buffer.from('\ufeff{ "permissions": 1 }', 'utf16le'),
};

/**
 * What a repository holds beside the files above, and what its hooks come to.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {Readonly<Record<string, string>>} files - their contents by path.
 * @property {number} ends - the exit code.
 * @property {readonly RegExp[]} says
 */

/** @type {readonly Case[]} */
const CASES = [
  { name: 'no policy', files: {}, ends: 0, says: [/policywright lint\.+Passed/] },
  {
    name: 'a policy and a scenario',
    files: {
      'policy.json': policyWith('ecs:ListClusters'),
      'a.scenario.json': JSON.stringify(scenarioWith('Allow')),
    },
    ends: 0,
    says: [/policywright lint\.+Passed/, /policywright test\.+Passed/],
  },
  {
    name: 'a policy with a mistake',
    files: { 'policy.yaml': `Statement: { Effect: Allow, Action: 'ecs:ListClutsers', Resource: '*' }\n` },
    ends: 1,
    says: [/policywright lint\.+Failed/, /error\[invalid-action\]/, /--> policy\.yaml:1:/],
  },
  {
    name: 'a policy that is not JSON',
    files: { 'policy.json': policyWith('ecs:ListClusters').slice(0, -2) },
    ends: 1,
    says: [/policywright lint\.+Failed/, /error\[json-syntax-error\]/],
  },
  {
    name: 'a scenario that is decided otherwise',
    files: { 'a.scenario.json': JSON.stringify(scenarioWith('ExplicitDeny')) },
    ends: 1,
    says: [/policywright test\.+Failed/],
  },
];

/** Whether there is a pre-commit to run; says why not. */
function hasPreCommit() {
  if (spawnSync('pre-commit', ['--version']).status === 0) return true;
  const aptGet = aptGetCommand();
  if (aptGet === undefined) {
    console.log('skipped: there is no pre-commit, and nobody may install it with apt-get here');
    return false;
  }
  const [program, ...first] = aptGet;
  for (const args of [['update'], ['install', '-y', 'pre-commit']]) {
    if (spawnSync(program, [...first, ...args]).status === 0) continue;
    console.log(`skipped: there is no pre-commit, and \`apt-get ${args.join(' ')}\` failed`);
    return false;
  }
  return true;
}

/**
 * How to call `apt-get`, where that is allowed: as root, or in a job of continuous integration.
 *
 * @returns {[program: string, ...first: string[]] | undefined}
 */
function aptGetCommand() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  const isJob = process.env['CI'] === 'true' && spawnSync('sudo', ['-n', 'true']).status === 0;
  return isJob ? ['sudo', '-n', 'apt-get'] : undefined;
}

/**
 * @param {string} folder
 * @param {string[]} args
 */
function git(folder, ...args) {
  const identity = [
    '-c',
    'user.name=check',
    '-c',
    'user.email=check@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

/**
 * A repository of the files of this one as they stand, committed or not.
 *
 * @param {string} folder
 */
function copyOfThis(folder) {
  const listed = git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of listed) {
    if (file !== '' && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(folder, file));
  }
  return commitAll(folder);
}

/** @param {string} folder */
function commitAll(folder) {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--no-verify', '--message', 'Files');
  return git(folder, 'rev-parse', 'HEAD');
}

/**
 * The lines that tell what is wrong with a case; none where all is well.
 *
 * @param {Case} each
 * @param {{ folder: string, hooks: { folder: string, revision: string }, env: NodeJS.ProcessEnv }} place
 */
function faultsOf({ files, ends, says }, { folder, hooks, env }) {
  const config = `repos:\n- repo: ${hooks.folder}\n  rev: ${hooks.revision}\n  hooks:\n  - id: policywright-lint\n  - id: policywright-test\n`;
  for (const [file, content] of Object.entries({ ...OTHERS, ...files, '.pre-commit-config.yaml': config })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  commitAll(folder);
  const run = spawnSync('pre-commit', ['run', '--all-files', '--color=never'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  const output = `${run.stdout}${run.stderr}`;
  const missing = says
    .filter((pattern) => !pattern.test(output))
    .map((pattern) => `lacks ${String(pattern)}`);
  const faults = run.status === ends ? missing : [`exit code ${String(run.status)}, not ${ends}`, ...missing];
  return faults.length === 0 ? [] : [...faults, output];
}

function main() {
  if (!hasPreCommit()) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'policywright-hooks-'));
  try {
    const hooks = { folder: join(folder, 'hooks'), revision: '' };
    mkdirSync(hooks.folder);
    hooks.revision = copyOfThis(hooks.folder);
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, PRE_COMMIT_HOME: join(folder, 'cache') };
    // What a package manager sets for its own scripts would reach the npm that pre-commit starts.
    for (const name of Object.keys(env)) if (/^(?:npm_|pnpm_|INIT_CWD$)/i.test(name)) delete env[name];
    let failed = 0;
    for (const [index, each] of CASES.entries()) {
      const faults = faultsOf(each, { folder: join(folder, `case-${index}`), hooks, env });
      console.log([`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${each.name}`, ...faults].join('\n'));
      if (faults.length > 0) failed += 1;
    }
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main();
