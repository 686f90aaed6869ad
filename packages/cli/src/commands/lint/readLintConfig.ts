import { ignoreProblem, RULES, SEVERITIES, type LintOptions } from '@policywright/lint';
import { DIAGNOSTIC_CODES } from '@policywright/policy';
import { didYouMean } from '../../arguments/didYouMean.ts';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';

/** What a configuration file may say; see the help of `lint`. */
export type LintConfig = Pick<LintOptions, 'rules' | 'ignores' | 'settings'>;

type Entry = readonly [string, unknown];
type Check = (value: unknown, place: string) => void;

/**
 * Reads the configuration of the linter.
 *
 * @param io - the files.
 * @param file - a JSON file, as the user named it.
 * @throws CommandError - where it cannot be read, or says what the linter does not know: a misspelt rule must not
 * go unnoticed.
 */
export async function readLintConfig(io: Io, file: string): Promise<LintConfig> {
  const input = await readInput(io, file);
  if (!input.ok)
    throw new CommandError(`\`${file}\`: ${input.problem.message}`, { help: input.problem.help });
  try {
    const config: unknown = JSON.parse(input.text);
    checkMembers({ rules: checkRules, ignores: checkIgnores, settings: checkMembers(SETTINGS) })(config, '');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member was checked
    return config as LintConfig;
  } catch (error) {
    if (error instanceof ConfigProblem)
      throw new CommandError(`\`${file}\`: ${error.message}`, { help: error.help });
    if (error instanceof SyntaxError) throw new CommandError(`\`${file}\` is not JSON: ${error.message}`);
    throw error;
  }
}

class ConfigProblem extends Error {
  readonly help: string | undefined;
  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}

const checkText: Check = (value, place) => {
  if (typeof value !== 'string') throw new ConfigProblem(`expected a text at \`${place}\``);
};
const checkTexts: Check = (value, place) => {
  for (const [at, item] of itemsOf(value, place)) checkText(item, at);
};
const checkNumber: Check = (value, place) => {
  if (typeof value !== 'number' || value < 0)
    throw new ConfigProblem(`expected a positive number at \`${place}\``);
};

const SETTINGS: Readonly<Record<string, Check>> = {
  sensitiveResources: checkTexts,
  forbiddenActions: checkTexts,
  blockedPrincipals: checkTexts,
  allowedPrincipals: checkTexts,
  scpQuota: checkNumber,
  trustQuota: checkNumber,
};
const IGNORE: Readonly<Record<string, Check>> = {
  rule: checkText,
  reason: checkText,
  action: checkText,
  resource: checkText,
  expires: checkText,
};
const RULE_IDS = [...new Set([...RULES.map(({ id }) => id), ...Object.keys(DIAGNOSTIC_CODES)])];
const LEVELS = [...SEVERITIES, 'off'];

const checkRules: Check = (value, place) => {
  for (const [id, level] of entriesOf(value, place)) {
    if (!RULE_IDS.includes(id))
      throw new ConfigProblem(`there is no rule \`${id}\``, didYouMean(id, RULE_IDS));
    if (typeof level !== 'string' || !LEVELS.includes(level))
      throw new ConfigProblem(
        `found \`${String(level)}\` at \`${place}/${id}\``,
        `one of ${LEVELS.join(', ')}`,
      );
  }
};

const checkIgnores: Check = (value, place) => {
  for (const [at, item] of itemsOf(value, place)) {
    checkMembers(IGNORE)(item, at);
    const members = Object.fromEntries(entriesOf(item, at));
    const { rule, reason } = members;
    checkText(rule, `${at}/rule`);
    checkText(reason, `${at}/reason`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member was checked
    const problem = ignoreProblem(item as Parameters<typeof ignoreProblem>[0]);
    if (problem !== undefined) throw new ConfigProblem(problem);
  }
};

/** Checks an object each of whose members has a check of its own. */
function checkMembers(checks: Readonly<Record<string, Check>>): Check {
  return (value, place) => {
    for (const [name, member] of entriesOf(value, place)) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (check === undefined) {
        const help = didYouMean(name, Object.keys(checks));
        throw new ConfigProblem(`there is no member \`${place}/${name}\``, help);
      }
      check(member, `${place}/${name}`);
    }
  };
}

function entriesOf(value: unknown, place: string): Entry[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigProblem(`expected an object ${place === '' ? '' : `at \`${place}\``}`.trimEnd());
  return Object.entries(value);
}

function itemsOf(value: unknown, place: string): Entry[] {
  if (!Array.isArray(value)) throw new ConfigProblem(`expected an array at \`${place}\``);
  return value.map((item: unknown, index) => [`${place}/${index}`, item]);
}
