import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { escape, link, table } from '../markdown.js';
import { playgroundLink } from '../playgroundLink.js';

/**
 * @typedef {{ id: string, title: string, action: string, expected: string }} Scenario
 * @typedef {{ file: string, title: string, lesson: string, scenarios: readonly Scenario[] }} Story
 */

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'examples');
const SOURCE = 'https://github.com/policywright/policywright/blob/main/examples';
/** What all of the stories are about, whatever service they call. */
const SUBJECT = 'ecs';
/** @type {Readonly<Record<string, string>>} */
const WORDS = { Allow: '✓ allowed', ExplicitDeny: '✗ denied by a Deny', ImplicitDeny: '✗ not allowed' };

/**
 * The stories of `examples` in which a service is called.
 *
 * @param {string} prefix
 * @returns {string} Markdown; empty where there is none.
 */
export function storySection(prefix) {
  const told = STORIES.map((story) => ({
    ...story,
    scenarios: story.scenarios.filter(({ action }) => prefix === SUBJECT || action.startsWith(`${prefix}:`)),
  })).filter(({ scenarios }) => scenarios.length > 0);
  if (told.length === 0) return '';
  return [
    'A shop runs its containers on Amazon ECS. Each line is a request with all policies that bear on it, and the decision that the tests expect; it opens in the playground, where everything can be changed.',
    ...told.flatMap(({ file, title, lesson, scenarios }) => [
      `### ${title}`,
      `To learn: ${lesson}. ${link(file, `${SOURCE}/${file}`)}`,
      table(['try it', 'decision'], scenarios.map(row)),
    ]),
    ...(prefix === SUBJECT
      ? [
          `A call is more than an action: ${link('a deployment, call by call', `${SOURCE}/ecs-deployment.md`)}, is code that the tests run.`,
        ]
      : []),
  ].join('\n\n');
}

/** @param {Scenario} scenario */
function row(scenario) {
  return [playgroundLink(scenario, escape(scenario.title)), WORDS[scenario.expected] ?? scenario.expected];
}

/** Each row of the table in the README of the examples, with the scenarios of its file. */
const STORIES = stories();

/** @returns {readonly Story[]} */
function stories() {
  const rows = readFileSync(join(FOLDER, 'README.md'), 'utf8').matchAll(
    /^\| \[[^\]]+\]\(([^)]+\.json)\) *\| (.*?) *\| (.*?) *\|$/gm,
  );
  const list = [...rows].map(([, file = '', title = '', lesson = '']) => ({
    file,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    lesson,
    scenarios: /** @type {readonly Scenario[]} */ (JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
  }));
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  if (list.length !== files.length) throw new Error('the README of the examples does not tell of each file');
  return list;
}
