import type { Command, CommandGroup } from './arguments/command.ts';
import { CommandError } from './commandError.ts';
import { program } from './commands/program.ts';
import { EXIT_CODE, type ExitCode } from './exitCode.ts';
import { renderHelp } from './help/renderHelp.ts';
import type { Io } from './io/io.ts';

const NAME = 'policywright';

/**
 * Runs one command line.
 *
 * @param argv - the arguments without the program's name.
 * @param io - where input comes from and output goes.
 * @returns the exit code. Never rejects.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const path = [NAME];
  try {
    if (argv[0] === '--version' || argv[0] === '-V') {
      const { readVersion } = await import('./version.ts');
      io.stdout.write(`${readVersion()}\n`);
      return EXIT_CODE.yes;
    }
    return await dispatch({ argv, io, path }, program);
  } catch (error) {
    const { reportFailure } = await import('./report/reportFailure.ts');
    return reportFailure(error, { io, command: path.join(' ') });
  }
}

interface Call {
  readonly argv: readonly string[];
  readonly io: Io;
  /** The names so far; grows on the way down. */
  readonly path: string[];
}

async function dispatch({ argv, io, path }: Call, subject: Command | CommandGroup): Promise<ExitCode> {
  if (subject.kind === 'command') return runCommand({ argv, io, path }, subject);
  const [name, ...others] = argv;
  if (name === 'help' && path.length === 1)
    return dispatch({ argv: [...others, '--help'], io, path }, subject);
  if (name === '--help' || name === '-h') {
    io.stdout.write(renderHelp(path, subject));
    return EXIT_CODE.yes;
  }
  if (name === undefined) {
    io.stderr.write(renderHelp(path, subject));
    return EXIT_CODE.usage;
  }
  const entry = Object.hasOwn(subject.commands, name) ? subject.commands[name] : undefined;
  if (entry === undefined) {
    const kind = name.startsWith('-') ? 'option' : 'command';
    const known =
      kind === 'option'
        ? ['--help', ...(path.length === 1 ? ['--version'] : [])]
        : Object.keys(subject.commands);
    const { didYouMean } = await import('./arguments/didYouMean.ts');
    throw new CommandError(`there is no ${kind} \`${name}\``, { help: didYouMean(name, known) });
  }
  path.push(name);
  return dispatch({ argv: others, io, path }, await entry.load());
}

async function runCommand({ argv, io, path }: Call, command: Command): Promise<ExitCode> {
  // Loads what names are compared by, which `--version` and `--help` do not need.
  const { readArguments } = await import('./arguments/readArguments.ts');
  const read = readArguments(argv, command);
  if (read.kind === 'help') {
    io.stdout.write(renderHelp(path, command));
    return EXIT_CODE.yes;
  }
  const { options, operands, isPlain } = read;
  const env = isPlain ? { ...io.env, NO_COLOR: '1', FORCE_COLOR: undefined } : io.env;
  return command.run({ options, operands, io: { ...io, env }, program });
}
