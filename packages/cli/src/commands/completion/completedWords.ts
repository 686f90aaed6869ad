import type { Command, CommandGroup } from '../../arguments/command.ts';

/** What can be written after the words of a command. */
export interface CompletedCommand {
  /** The words after the program's name: `['catalog', 'action']`; none for the program itself. */
  readonly path: readonly string[];
  /** The commands that can follow, with their summaries. */
  readonly commands: readonly CompletedWord[];
  readonly options: readonly CompletedOption[];
  /** The arguments that can follow, where only some can; files can otherwise. */
  readonly operands: readonly string[];
}

/** A word, and what it means. */
export interface CompletedWord {
  readonly word: string;
  readonly description: string;
}

/** An option, and what follows it. */
export interface CompletedOption extends CompletedWord {
  /** Its letter, where it has one. */
  readonly short: string | undefined;
  /** Whether a value follows, and which ones there are, where only some are. */
  readonly value: 'none' | 'any' | readonly string[];
}

/**
 * All commands of the program, each with what can follow it.
 *
 * @param program - its commands, each of which is loaded.
 */
export function completedWords(program: CommandGroup): Promise<readonly CompletedCommand[]> {
  return wordsOf([], program);
}

async function wordsOf(
  path: readonly string[],
  subject: Command | CommandGroup,
): Promise<readonly CompletedCommand[]> {
  if (subject.kind === 'command') return [commandWords(path, subject)];
  const entries = Object.entries(subject.commands);
  const commands = entries.map(([word, { summary }]) => ({ word, description: summary }));
  const below: CompletedCommand[] = [];
  for (const [name, { load }] of entries) below.push(...(await wordsOf([...path, name], await load())));
  return [{ path, commands, options: [HELP], operands: [] }, ...below];
}

const HELP: CompletedOption = { word: '--help', short: 'h', description: 'print help', value: 'none' };
const PLAIN: CompletedOption = {
  word: '--no-color',
  short: undefined,
  description: 'print without colours',
  value: 'none',
};

function commandWords(path: readonly string[], { options, operands }: Command): CompletedCommand {
  const own = Object.entries(options).map(
    ([name, { value, short, choices, description }]): CompletedOption => ({
      word: `--${name}`,
      short,
      description,
      value: value === undefined ? 'none' : (choices ?? 'any'),
    }),
  );
  return { path, commands: [], options: [...own, PLAIN, HELP], operands: operands.choices ?? [] };
}

/** The ways to write an option: `--quiet`, and `-q` where it has a letter. */
export function flagsOf({ word, short }: CompletedOption): readonly string[] {
  return short === undefined ? [word] : [word, `-${short}`];
}

/**
 * For shells that go through the words of a line: the cases in which a word leads on to a command.
 *
 * @param commands - all commands.
 * @param variable - of the shell; it holds the words so far.
 */
export function stepsTo(commands: readonly CompletedCommand[], variable: string): string {
  return commands
    .flatMap(({ path, commands: below }) => below.map(({ word }) => [...path, word].join(' ')))
    .map((words) => `      '${words}') ${variable}='${words}' ;;`)
    .join('\n');
}
