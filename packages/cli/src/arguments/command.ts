import type { ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';

/** One option of a command; options without a value are switches. */
export interface OptionSpec {
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  /** One letter that stands for the option: `q` for `-q`. */
  readonly short?: string;
  /** The values that there are, where only some are. */
  readonly choices?: readonly string[];
  /** Whether it may be given several times; the command then sees a list. */
  readonly repeats?: true;
  readonly description: string;
}

/** The options of a command by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<Spec extends OptionSpec> = Spec extends { readonly choices: readonly (infer Choice)[] }
  ? Choice | undefined
  : Spec extends { readonly repeats: true }
    ? readonly string[]
    : Spec extends { readonly value: string }
      ? string | undefined
      : boolean;

/** Options by name: the text of those with a value, the texts of those that repeat, whether a switch is on. */
export type GivenOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** What a command is called with. */
export interface Invocation<Options extends GivenOptions = GivenOptions> {
  readonly options: Options;
  /** Arguments that belong to no option, as many as the command takes. */
  readonly operands: readonly string[];
  readonly io: Io;
  /** The whole program, for commands that tell of the others. */
  readonly program: CommandGroup;
}

/** What the help of a command or a group of commands says. */
interface Described {
  /** One line, lower case, no final full stop. */
  readonly summary: string;
  /** Paragraphs after the options. */
  readonly notes?: readonly string[];
  /** Command lines without the program's name. */
  readonly examples?: readonly string[];
}

/** One subcommand. */
export interface Command extends CommandTraits {
  readonly kind: 'command';
  /** Answers with the exit code; throws a `CommandError` for what the user can mend. */
  run(invocation: Invocation): Promise<ExitCode>;
}

/** What a command is, apart from what it does. */
interface CommandTraits extends Described {
  readonly options: OptionSpecs;
  readonly operands: OperandSpec;
}

/** The arguments of a command that belong to no option. */
export interface OperandSpec {
  /** As in the help: `PATH...`. */
  readonly label: string;
  readonly least: number;
  /** No bound unless given. */
  readonly most?: number;
  /** What they can be, where only some words are. */
  readonly choices?: readonly string[];
}

/** Commands under one name. */
export interface CommandGroup extends Described {
  readonly kind: 'group';
  readonly commands: Readonly<Record<string, CommandEntry>>;
}

/** A command that is loaded when it is asked for. */
export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command | CommandGroup>;
}

/** A command whose `run` sees each option by its own type. */
interface CommandDefinition<Specs extends OptionSpecs> extends CommandTraits {
  readonly options: Specs;
  run(invocation: Invocation<{ readonly [Name in keyof Specs]: ValueOf<Specs[Name]> }>): Promise<ExitCode>;
}

/**
 * Defines a command whose `run` sees its options by their types.
 *
 * @param command - all but the kind.
 */
export function defineCommand<const Specs extends OptionSpecs>(command: CommandDefinition<Specs>): Command {
  // INVARIANT: the dispatcher reads the options by the specs of the same command, so that the types hold.
  return { kind: 'command', ...command };
}
