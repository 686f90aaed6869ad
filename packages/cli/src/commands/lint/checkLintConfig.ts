import { ignoreProblem, RULES, SEVERITIES, type Ignore } from '@policywright/lint';
import { DIAGNOSTIC_CODES, parsePointer, pointerTo } from '@policywright/policy';
import { didYouMean } from '../../arguments/didYouMean.ts';
import type { ConfigProblem } from '../../config/configEntry.ts';
import { isObject } from '../../config/isObject.ts';

/** A check of one value: what is wrong with it and its members. */
type Check = (value: unknown, path: string) => readonly ConfigProblem[];

/**
 * Checks what a configuration says for the linter; a misspelt rule must not go unnoticed.
 *
 * @param value - anything.
 * @param pointer - where it stands in the file.
 * @returns what is wrong with it; where that is nothing, it is a `LintConfig`.
 */
export function checkLintConfig(value: unknown, pointer: string): readonly ConfigProblem[] {
  return checkConfig(value, pointer);
}

const checkText: Check = (value, path) =>
  typeof value === 'string' && value.trim() !== '' ? [] : [problem(path, value, 'a text that is not blank')];

const checkNumber: Check = (value, path) =>
  typeof value === 'number' && value > 0 ? [] : [problem(path, value, 'a positive number')];

/** Checks a text that is one of a few. */
function checkChoice(choices: readonly string[]): Check {
  return (value, path) => {
    if (typeof value === 'string' && choices.includes(value)) return [];
    const expected = choices.map((choice) => `\`${choice}\``).join(', ');
    const found = problem(path, value, `one of ${expected}`);
    const meant = typeof value === 'string' ? nearest(value, choices) : undefined;
    return [meant === undefined ? found : { ...found, help: `did you mean \`${meant}\`?` }];
  };
}

/** The choice that a text is the start of, or hardly differs from. */
function nearest(text: string, choices: readonly string[]): string | undefined {
  const longer = text === '' ? undefined : choices.find((choice) => choice.startsWith(text.toLowerCase()));
  return longer ?? choices.find((choice) => didYouMean(text, [choice])?.startsWith('did') === true);
}

function checkItems(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return [problem(path, value, 'an array')];
    return value.flatMap((item: unknown, index) => check(item, pointerTo(path, String(index))));
  };
}

/** Checks an object each of whose members has a check of its own. */
function checkMembers(checks: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check {
  return (value, path) => {
    if (!isObject(value)) return [problem(path, value, 'an object')];
    const missing = needed
      .filter((name) => value[name] === undefined)
      .map((name) => ({ path: pointerTo(path, name), message: `the member \`${name}\` is missing` }));
    const found = Object.entries(value).flatMap(([name, member]) => {
      const at = pointerTo(path, name);
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (check !== undefined) return member === undefined ? [] : check(member, at);
      const help = didYouMean(name, Object.keys(checks));
      return [{ path: at, message: `no configuration key is called \`${name}\``, help, ofName: true }];
    });
    return [...missing, ...found];
  };
}

const RULE_IDS = [...new Set([...RULES.map(({ id }) => id), ...Object.keys(DIAGNOSTIC_CODES)])];
const checkLevel = checkChoice([...SEVERITIES, 'off']);

const checkRules: Check = (value, path) => {
  if (!isObject(value)) return [problem(path, value, 'an object')];
  return Object.entries(value).flatMap(([id, level]) => {
    const at = pointerTo(path, id);
    if (RULE_IDS.includes(id)) return checkLevel(level, at);
    return [
      { path: at, message: `there is no rule \`${id}\``, help: didYouMean(id, RULE_IDS), ofName: true },
    ];
  });
};

const checkIgnoreMembers = checkMembers(
  { rule: checkText, reason: checkText, action: checkText, resource: checkText, expires: checkText },
  ['rule', 'reason'],
);

const checkIgnore: Check = (value, path) => {
  const found = checkIgnoreMembers(value, path);
  if (found.length > 0) return found;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member was checked
  const ignore = value as Ignore;
  if (!RULE_IDS.includes(ignore.rule)) {
    const help = didYouMean(ignore.rule, RULE_IDS);
    return [{ path: pointerTo(path, 'rule'), message: `there is no rule \`${ignore.rule}\``, help }];
  }
  const message = ignoreProblem(ignore);
  return message === undefined ? [] : [{ path, message }];
};

const checkConfig = checkMembers({
  rules: checkRules,
  ignores: checkItems(checkIgnore),
  baseline: checkText,
  minimumSeverity: checkChoice(SEVERITIES),
  settings: checkMembers({
    sensitiveResources: checkItems(checkText),
    forbiddenActions: checkItems(checkText),
    blockedPrincipals: checkItems(checkText),
    allowedPrincipals: checkItems(checkText),
    scpQuota: checkNumber,
    rcpQuota: checkNumber,
    trustQuota: checkNumber,
  }),
});

function problem(path: string, value: unknown, expected: string): ConfigProblem {
  const name = parsePointer(path)?.at(-1) ?? '';
  const subject = path === '' ? 'the configuration' : /^\d+$/.test(name) ? 'an entry' : `\`${name}\``;
  return { path, message: `${subject} is ${describe(value)}, expected ${expected}` };
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return value === null ? '`null`' : 'an object';
  if (typeof value === 'string') return `\`${JSON.stringify(value.slice(0, 100))}\``;
  return typeof value === 'number' || typeof value === 'boolean' ? `\`${value}\`` : `a ${typeof value}`;
}
