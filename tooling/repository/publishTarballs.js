// Publishes packed packages whose versions the registry does not have yet: `node publishTarballs.js FOLDER`. The job that
// runs it may publish, so it has no dependency, installs nothing and builds nothing: what was verified is what goes out.
import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * @typedef {{ name: string, version: string, dependencies?: Record<string, string> }} Manifest
 * @typedef {{ file: string, manifest: Manifest }} Tarball
 */

/**
 * Runs a program and gives what it printed; what it says on standard error goes to the log.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const { status, stdout, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error !== undefined) throw error;
  return { status, stdout };
}

/**
 * The manifest in a tarball.
 *
 * @param {string} file
 * @returns {Manifest} as its author wrote it.
 */
function manifestOf(file) {
  const { status, stdout } = run('tar', ['-xzOf', file, 'package/package.json']);
  if (status !== 0) throw new Error(`${file} is no packed package`);
  return JSON.parse(stdout);
}

/**
 * Whether the registry has this version of a package.
 *
 * @param {Manifest} manifest
 */
function isPublished({ name, version }) {
  const { status, stdout } = run('npm', ['view', `${name}@${version}`, 'version', '--json']);
  if (status === 0) return stdout.trim() !== '';
  // Only "no such package or version" means no: where the registry cannot be asked, nothing is published.
  const code = /"code":\s*"(\w+)"/.exec(stdout)?.[1];
  if (code === 'E404') return false;
  throw new Error(`the registry does not say whether it has ${name}@${version}: ${code ?? 'no answer'}`);
}

/**
 * The same tarballs, each after those that it depends on, so that nobody installs what is not whole yet.
 *
 * @param {readonly Tarball[]} tarballs
 */
function inOrder(tarballs) {
  /** @type {Set<Tarball>} */
  const ordered = new Set();
  const visited = new Set();
  /** @param {Tarball} tarball */
  const visit = (tarball) => {
    if (visited.has(tarball)) return;
    visited.add(tarball);
    const needed = Object.keys(tarball.manifest.dependencies ?? {});
    for (const other of tarballs) if (needed.includes(other.manifest.name)) visit(other);
    ordered.add(tarball);
  };
  for (const tarball of tarballs) visit(tarball);
  return [...ordered];
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where the tarballs are: node publishTarballs.js FOLDER');
const files = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
if (files.length === 0) throw new Error(`there is no tarball in ${folder}`);
const tarballs = files
  .map((file) => resolve(join(folder, file)))
  .map((file) => ({ file, manifest: manifestOf(file) }));
const published = [];
for (const { file, manifest } of inOrder(tarballs)) {
  const { name, version } = manifest;
  // What no changeset has raised yet was never meant to go out.
  if (version === '0.0.0' || isPublished(manifest)) continue;
  // Where npm trusts the workflow it tells the provenance of itself.
  const { status } = run('npm', ['publish', file, '--access', 'public']);
  if (status !== 0) throw new Error(`${name}@${version} was not published`);
  published.push({ name, version });
  console.log(`published ${name}@${version}`);
}
if (published.length === 0) console.log('nothing is to be published');
const { GITHUB_OUTPUT } = process.env;
if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `published=${JSON.stringify(published)}\n`);
