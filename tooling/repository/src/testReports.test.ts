import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countTests } from '../testReports.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policywright-reports-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The report of a package, as made in a clone that lies elsewhere. */
function report(folder: string, counts: readonly [passed: number, failed: number], files: object): void {
  const testResults = Object.entries(files).map(([name, status]) => ({
    name: `/elsewhere/${folder}/${name}`,
    status: String(status),
  }));
  const [numPassedTests, numFailedTests] = counts;
  write(`${folder}/.cache/tests.json`, JSON.stringify({ numPassedTests, numFailedTests, testResults }));
}

test('counts of packages are added up, wherever their reports were made', () => {
  write('packages/arn/src/a.test.ts');
  write('tooling/bench/src/in/b.test.ts');
  report('packages/arn', [3, 0], { 'src/a.test.ts': 'passed' });
  report('tooling/bench', [4, 2], { 'src/in/b.test.ts': 'failed' });
  expect(countTests(root)).toEqual({ passed: 7, failed: 2, left: [] });
});

test('a file that does not load has failed', () => {
  report('apps/docs', [1, 0], { 'src/a.test.ts': 'passed', 'src/b.test.ts': 'failed' });
  expect(countTests(root)).toEqual({ passed: 1, failed: 1, left: [] });
});

test('a test file that no run reached is named, in a package without a report, too', () => {
  write('packages/arn/src/a.test.ts');
  write('packages/arn/other/b.test.ts');
  write('apps/docs/src/c.test.ts');
  write('apps/docs/node_modules/d.test.ts');
  report('packages/arn', [1, 0], { 'src/a.test.ts': 'passed' });
  expect(countTests(root)).toEqual({
    passed: 1,
    failed: 0,
    left: ['packages/arn/other/b.test.ts', 'apps/docs/src/c.test.ts'],
  });
});
