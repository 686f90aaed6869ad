// Makes a tag and a release on GitHub for each version in `PUBLISHED`, with what its changelog says of it. Like the
// job that publishes, the one that may write tags runs nothing but this.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = join(import.meta.dirname, '../../packages');

/**
 * Runs GitHub's command line.
 *
 * @param {readonly string[]} args
 */
function gh(...args) {
  const { status, error } = spawnSync('gh', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error !== undefined) throw error;
  return status === 0;
}

/**
 * What the changelog of a package says of one of its versions.
 *
 * @param {string} name
 * @param {string} version
 */
function notesOf(name, version) {
  const folder = readdirSync(PACKAGES).find(
    (each) => JSON.parse(readFileSync(join(PACKAGES, each, 'package.json'), 'utf8')).name === name,
  );
  if (folder === undefined) throw new Error(`no package is called ${name}`);
  const sections = readFileSync(join(PACKAGES, folder, 'CHANGELOG.md'), 'utf8').split(/^## /m);
  const section = sections.find((each) => each.startsWith(`${version}\n`));
  if (section === undefined) throw new Error(`the changelog of ${name} has no ${version}`);
  return section.slice(version.length).trim();
}

/** @type {readonly { name: string, version: string }[]} */
const published = JSON.parse(process.env['PUBLISHED'] || '[]');
for (const { name, version } of published) {
  const tag = `${name}@${version}`;
  // A run that is repeated goes on where it ended.
  if (gh('release', 'view', tag)) continue;
  const target = process.env['GITHUB_SHA'] ?? 'main';
  const made = gh(
    'release',
    'create',
    tag,
    '--target',
    target,
    '--title',
    tag,
    '--notes',
    notesOf(name, version),
  );
  if (!made) throw new Error(`no release was made for ${tag}`);
  console.log(`released ${tag}`);
}
