import { coverageOf, RULE_GROUPS, RULES } from '@policywright/lint';
import { code, escape, plain, rule as ruleLink } from './markdown.js';

/** @import { BadExample, Rule, RuleExample } from '@policywright/lint' */

/** @type {Readonly<Record<Rule['group'], string>>} */
const TITLES = {
  grammar: 'What the policy language, or a type of policy, does not have',
  unknown: 'Names that do not exist',
  type: 'Values and operators that do not suit their key',
  mismatch: 'Elements that do not go together',
  public: 'Access that is public, or broader than it looks',
  privesc: 'Ways to more permissions',
  redundancy: 'What has no effect',
  style: 'What can be written better',
  quota: 'Size',
};
const LONGEST_EXAMPLE = 1000;

/** Every lint rule by group, with what other tools call it and an example where it speaks up. */
export function lintRules() {
  return [
    `${RULES.length} rules. They stand for ${covered('accessAnalyzer')} checks of IAM Access Analyzer and ${covered('parliament')} of parliament; the name that each has there is beside it. Reports link to these headings by the id of the rule.`,
    ...RULE_GROUPS.flatMap((group) => [
      `## ${TITLES[group]}`,
      ...RULES.filter((rule) => rule.group === group).map(section),
    ]),
    '## What no rule stands for',
    ...coverageOf(RULES)
      .filter((row) => 'reason' in row)
      .map(({ tool, id, reason }) => `- ${code(id)} of ${tool}: ${escape(reason)}`),
  ].join('\n\n');
}

/** @param {Rule} rule */
function section({ id, severity, optIn, doc, aliases, examples }) {
  return [
    `### ${id}`,
    `${sentence(doc)}.`,
    [
      optIn === true ? `off unless a configuration gives it a severity (${severity})` : `**${severity}**`,
      ...alias('Access Analyzer', aliases.accessAnalyzer),
      ...alias('parliament', aliases.parliament),
    ].join(' · '),
    ...example(examples),
  ].join('\n\n');
}

/**
 * A sentence with links to the rules of the semantics that it names.
 *
 * @param {string} doc
 */
function sentence(doc) {
  const text = words(doc);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string} text */
function words(text) {
  return text
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : escape(part)))
    .join('')
    .replace(/\bS(\d{1,3})\b/g, (_, number) => ruleLink(number));
}

/**
 * @param {string} tool
 * @param {string | undefined} name
 */
function alias(tool, name) {
  return name === undefined ? [] : [`${tool}: ${code(name)}`];
}

/** @param {Rule['examples']} examples */
function example({ bad, good }) {
  const shown = [
    { title: 'Reported', list: bad },
    { title: 'Not reported', list: good },
  ].flatMap(({ title, list }) => {
    const first = list.find(({ text }) => text.length <= LONGEST_EXAMPLE && !/[^\t\n\r -~]/.test(text));
    if (first === undefined) return [];
    return [`${title}${kind(first)}:`, plain(laidOut(first.text)), ...said(first)];
  });
  return shown.length === 0 ? [] : [`::: details Example\n\n${shown.join('\n\n')}\n\n:::`];
}

/**
 * What the rule says of an example, and where.
 *
 * @param {RuleExample | BadExample} example
 */
function said(example) {
  const finds = 'finds' in example ? example.finds : [];
  return finds.flatMap(({ at, message, help }) => {
    if (message === undefined) return [];
    const where = at === '' ? 'The whole document' : `At ${code(at)}`;
    return [`${where}: ${words(help === undefined ? message : `${message}; ${help}`)}`];
  });
}

/** @param {RuleExample} example */
function kind({ type }) {
  return type === undefined || type === 'identity' ? '' : `, policy type ${code(type)}`;
}

/**
 * JSON on several lines, unless reading it would lose something, such as a member that is there twice.
 *
 * @param {string} text
 */
function laidOut(text) {
  try {
    const value = JSON.parse(text);
    return JSON.stringify(value) === text ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}

/** @param {'accessAnalyzer' | 'parliament'} tool */
function covered(tool) {
  const checks = coverageOf(RULES).filter((row) => row.tool === tool);
  return `${checks.filter(({ rules }) => rules.length > 0).length} of the ${checks.length}`;
}
