// What the page "How we know it is right" counts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '@policywright/lint';

const root = join(import.meta.dirname, '..', '..', '..');
/** @param {string} path - from the root of the repository. */
const read = (path) => readFileSync(join(root, path), 'utf8');

/**
 * @typedef {object} Score
 * @property {string} package
 * @property {number} sampled
 * @property {Record<string, number>} counts
 */

/**
 * What there is to show that decisions are right, counted in the repository when the site is made.
 *
 * @returns {string} a table in Markdown.
 */
export function evidence() {
  const rows = [
    ['rules of the language, each named by a test or a scenario', String(rules())],
    ['scenarios written from the documentation', String(scenarios())],
    ['properties across packages', String(properties())],
    ['faults that a property was seen to catch', String(plantedFaults())],
    ['checks of the linter, each with examples that are tests', String(RULES.length)],
    ['functions that are given changed and random inputs', String(fuzzed())],
    ['calls of the command whose exit code and streams are held', String(calls())],
    ['random faults put into the code, of those that compile and change something', String(mutants().tried)],
    ['of these, seen by a test', String(mutants().seen)],
  ];
  return [
    '| what | how much |',
    '| --- | ---: |',
    ...rows.map(([what, count]) => `| ${what} | ${count} |`),
  ].join('\n');
}

/** @returns {number} */
function rules() {
  return [...read('docs/semantics.md').matchAll(/^\*\*S\d+\*\*/gm)].length;
}

/** @returns {number} */
function scenarios() {
  const folder = 'tooling/conformance/scenarios';
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.json'))
    .reduce((sum, file) => sum + [...read(`${folder}/${file}`).matchAll(/^\s*\{"id":/gm)].length, 0);
}

/** @returns {number} */
function properties() {
  return [...read('docs/invariants.md').matchAll(/^\d+\. /gm)].length;
}

/** @returns {number} */
function plantedFaults() {
  return [...read('docs/invariants.md').matchAll(/^\| *\d+ *\|/gm)].length;
}

/** @returns {number} */
function fuzzed() {
  return [...read('tooling/fuzz/src/targets.ts').matchAll(/^ {2}(?:'[^']+'|\w+): (?:\{|command\()/gm)].length;
}

/** @returns {number} */
function calls() {
  return read('packages/cli/src/_testing/calls.txt').trim().split('\n').length;
}

/** @returns {{ readonly tried: number, readonly seen: number }} */
function mutants() {
  /** @type {readonly Score[]} */
  const scores = JSON.parse(read('tooling/mutation/scores.json'));
  const sum = (/** @type {readonly string[]} */ verdicts) =>
    scores
      .flatMap(({ counts }) => verdicts.map((verdict) => counts[verdict] ?? 0))
      .reduce((all, one) => all + one, 0);
  const seen = sum(['killed', 'killed-beyond', 'timeout']);
  return { tried: seen + sum(['survived']), seen };
}
