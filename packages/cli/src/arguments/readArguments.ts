import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandError } from '../commandError.ts';
import type { Command, GivenOptions, OptionSpecs } from './command.ts';
import { didYouMean } from './didYouMean.ts';

/** A command line, read. */
export type Arguments =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'call';
      readonly options: GivenOptions;
      readonly operands: readonly string[];
      /** Whether the user wants no colours, wherever the output goes. */
      readonly isPlain: boolean;
    };

/**
 * Reads the arguments of a command.
 *
 * @param argv - what follows the command's name.
 * @param command - says which options and operands there are.
 * @throws CommandError - where an option is unknown or lacks its value, or operands are too few or too many.
 */
export function readArguments(argv: readonly string[], command: Command): Arguments {
  const config = configOf(argv, command.options);
  checkOptions(config);
  const { values, positionals } = parseArgs({ ...config, strict: true });
  if (values['help'] === true) return { kind: 'help' };
  const given: Record<string, string | readonly string[] | boolean | undefined> = {};
  for (const [name, spec] of Object.entries(command.options)) {
    const value = values[name];
    if (spec.value === undefined) given[name] = value === true;
    else if (spec.repeats === true)
      given[name] = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
    else given[name] = typeof value === 'string' ? checkChoice(name, value, spec.choices) : undefined;
  }
  checkOperands(positionals, command);
  return { kind: 'call', options: given, operands: positionals, isPlain: values['no-color'] === true };
}

type Config = ParseArgsConfig & { readonly options: NonNullable<ParseArgsConfig['options']> };

function configOf(argv: readonly string[], specs: OptionSpecs): Config {
  const options: Config['options'] = {
    help: { type: 'boolean', short: 'h' },
    'no-color': { type: 'boolean' },
  };
  for (const [name, { value, short, repeats = false }] of Object.entries(specs)) {
    const type = value === undefined ? 'boolean' : 'string';
    options[name] = { type, multiple: repeats, ...(short !== undefined && { short }) };
  }
  return { args: [...argv], options, allowPositionals: true };
}

/** Says what is wrong in our own words; `parseArgs` in strict mode then finds nothing more. */
function checkOptions(config: Config): void {
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(config.options, token.name) ? config.options[token.name] : undefined;
    if (spec === undefined) {
      const names = Object.keys(config.options).map((name) => `--${name}`);
      throw new CommandError(`there is no option \`${token.rawName}\``, {
        help: didYouMean(token.rawName, names),
      });
    }
    if (spec.type === 'boolean' && token.value !== undefined) {
      throw new CommandError(`\`${token.rawName}\` takes no value`);
    }
    if (spec.type === 'string' && (token.value === undefined || looksLikeOption(token))) {
      const help = 'a value that starts with `-` is written behind an equals sign: `--name=-value`';
      throw new CommandError(`\`${token.rawName}\` needs a value`, {
        help: token.value === undefined ? undefined : help,
      });
    }
  }
}

function looksLikeOption(token: {
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}): boolean {
  return token.inlineValue === false && token.value !== undefined && /^-./.test(token.value);
}

function checkChoice(name: string, value: string, choices: readonly string[] | undefined): string {
  if (choices === undefined || choices.includes(value)) return value;
  throw new CommandError(`\`--${name}\` cannot be \`${value}\``, { help: didYouMean(value, choices) });
}

function checkOperands(operands: readonly string[], { operands: allowed }: Command): void {
  const { label, least, most, choices } = allowed;
  if (operands.length < least) throw new CommandError(`missing argument: ${label}`);
  const odd = operands.find((operand) => choices?.includes(operand) === false);
  if (choices !== undefined && odd !== undefined)
    throw new CommandError(`\`${odd}\` is none of ${choices.join(', ')}`, { help: didYouMean(odd, choices) });
  const extra = most === undefined ? undefined : operands[most];
  if (extra === undefined) return;
  throw new CommandError(`\`${extra}\` is one argument too many`, {
    help: most === 0 ? 'this command takes no arguments' : `this command takes ${label}`,
  });
}
