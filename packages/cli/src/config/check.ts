import { isRecord, parsePointer, pointerTo } from '@policywright/policy';
import { didYouMean } from '../arguments/didYouMean.ts';
import type { ConfigProblem } from './configEntry.ts';

/** A check of one value, which stands at a JSON pointer: what is wrong with it and its members. */
export type Check = (value: unknown, path: string) => readonly ConfigProblem[];

/** Checks a text. */
export const checkText: Check = (value, path) =>
  typeof value === 'string' && value.trim() !== '' ? [] : [problem(path, value, 'a text that is not blank')];

/** Checks a number. */
export const checkNumber: Check = (value, path) =>
  typeof value === 'number' && value > 0 ? [] : [problem(path, value, 'a positive number')];

/** Checks a switch. */
export const checkFlag: Check = (value, path) =>
  typeof value === 'boolean' ? [] : [problem(path, value, '`true` or `false`')];

/** Checks a text that is one of a few. */
export function checkChoice(choices: readonly string[]): Check {
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

/** Checks a list each of whose items has the same check. */
export function checkItems(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return [problem(path, value, 'an array')];
    return value.flatMap((item: unknown, index) => check(item, pointerTo(path, String(index))));
  };
}

/** Checks an object each of whose members has a check of its own. */
export function checkMembers(checks: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check {
  return (value, path) => {
    if (!isRecord(value)) return [problem(path, value, 'an object')];
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

/** Says that a value is not what was expected. */
export function problem(path: string, value: unknown, expected: string): ConfigProblem {
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
