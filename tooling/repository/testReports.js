// Plain JavaScript, since the counts are wanted even when nothing could be built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the `test` script of a package leaves vitest's report. */
const REPORT = '.cache/tests.json';

/**
 * @typedef {object} Report - what is read of vitest's report of one package.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {readonly { readonly name: string, readonly status: string }[]} testResults - one a file.
 */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed - a file that does not load counts as one.
 * @property {readonly string[]} left - test files that no report names, by their path from the root.
 */

/**
 * Adds up what the tests of every package reported.
 *
 * @param {string} root - of the workspace.
 * @returns {Counts}
 */
export function countTests(root) {
  let passed = 0;
  let failed = 0;
  const left = [];
  for (const folder of packageFolders(root)) {
    const path = join(root, folder, REPORT);
    /** @type {Report} */
    const report = existsSync(path)
      ? JSON.parse(readFileSync(path, 'utf8'))
      : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
    passed += report.numPassedTests;
    const broken = report.testResults.filter(({ status }) => status === 'failed').length;
    failed += report.numFailedTests > 0 ? report.numFailedTests : broken;
    const run = new Set(report.testResults.map(({ name }) => pathIn(folder, name)));
    left.push(...testFilesOf(root, folder).filter((file) => !run.has(file)));
  }
  return { passed, failed, left };
}

/**
 * The folders of all packages, such as `packages/arn`.
 *
 * @param {string} root
 * @returns {readonly string[]}
 */
function packageFolders(root) {
  return ['packages', 'apps', 'tooling'].flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : [],
  );
}

/**
 * A report out of the cache names the files as they lay where it was made.
 *
 * @param {string} folder - of the package.
 * @param {string} name - the full path of a file in it, anywhere.
 */
function pathIn(folder, name) {
  const path = name.replaceAll('\\', '/');
  return path.slice(path.lastIndexOf(`/${folder}/`) + 1);
}

/**
 * @param {string} root
 * @param {string} folder - of a package.
 * @returns {readonly string[]} the test files anywhere in it.
 */
function testFilesOf(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile()) return entry.name.endsWith('.test.ts') ? [path] : [];
    return entry.isDirectory() && !/^(node_modules|dist|fixtures|\..*)$/.test(entry.name)
      ? testFilesOf(root, path)
      : [];
  });
}
