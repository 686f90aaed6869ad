import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumOptions } from '@policywright-tooling/chromium';
import { NPM_INSTALL } from '@policywright-tooling/repository/npm-install';
import { runProgram } from '@policywright-tooling/repository/run-program';

const CHECK = 'check:';

/** @typedef {import('@policywright-tooling/repository/pack-packages').PackedPackage} PackedPackage */

/**
 * @typedef {object} Row - how a consumer fared with one check.
 * @property {string} consumer
 * @property {string} check
 * @property {'passed' | 'FAILED' | 'not run'} result
 * @property {number | undefined} seconds - that it took, where it was run.
 */

/**
 * Copies a consumer's repository, installs its dependencies with npm and runs its checks.
 *
 * A fixture is a folder with a `package.json`, where the version `packed` stands for the tarball of that package;
 * its scripts named `check:...` are run in their order, until one fails. Where it has playwright, the variable
 * `CHROMIUM_OPTIONS` says in JSON how to launch a browser.
 *
 * @param {{ name: string, fixture: string, folder: string, packages: ReadonlyMap<string, PackedPackage> }} consumer - `folder` is where the copy
 * goes, `packages` what `packPackages` answers.
 * @returns {Promise<readonly Row[]>} a row of the table for the installation and for each check.
 */
export async function runConsumer({ name, fixture, folder, packages }) {
  cpSync(fixture, folder, { recursive: true });
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.dependencies = withTarballs(manifest.dependencies, packages);
  writeFileSync(path, JSON.stringify(manifest));

  const checks = Object.keys(manifest.scripts).filter((script) => script.startsWith(CHECK));
  const steps = [
    { check: 'install', args: NPM_INSTALL },
    ...checks.map((script) => ({ check: script.slice(CHECK.length), args: ['run', '--silent', script] })),
  ];
  const needsBrowser = 'playwright-core' in (manifest.devDependencies ?? {});
  const env = needsBrowser ? { CHROMIUM_OPTIONS: JSON.stringify(chromiumOptions()) } : {};
  /** @type {Row[]} */
  const rows = [];
  for (const { check, args } of steps) {
    if (rows.some(({ result }) => result === 'FAILED')) {
      rows.push({ consumer: name, check, result: 'not run', seconds: undefined });
      continue;
    }
    const start = performance.now();
    const { ok, output } = await runProgram('npm', args, { cwd: folder, env });
    const seconds = (performance.now() - start) / 1000;
    rows.push({ consumer: name, check, result: ok ? 'passed' : 'FAILED', seconds });
    if (!ok) process.stderr.write(`${name}: ${check} failed\n${output}\n`);
  }
  return rows;
}

/**
 * Adds what the packed packages need of each other: no registry has these versions.
 *
 * @param {Readonly<Record<string, string>>} dependencies
 * @param {ReadonlyMap<string, PackedPackage>} packages
 */
function withTarballs(dependencies, packages) {
  const names = Object.keys(dependencies).filter((name) => dependencies[name] === 'packed');
  const unknown = names.find((name) => !packages.has(name));
  if (unknown !== undefined) throw new Error(`no published package is called \`${unknown}\``);
  const needed = new Set(names.flatMap((name) => [name, ...(packages.get(name)?.needs ?? [])]));
  const tarballs = [...needed].map((name) => [name, `file:${packages.get(name)?.tarball}`]);
  return { ...dependencies, ...Object.fromEntries(tarballs) };
}
