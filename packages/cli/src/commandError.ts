import { EXIT_CODE, type ExitCode } from './exitCode.ts';

/** What else to tell about a failed command. */
export interface CommandErrorOptions {
  /** How to mend it. */
  readonly help?: string | undefined;
  /** `EXIT_CODE.usage` unless given. */
  readonly exitCode?: ExitCode | undefined;
}

/** Ends a command with a message for the user; everything else that is thrown is an internal error. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly help: string | undefined;
  readonly exitCode: ExitCode;

  /**
   * @param message - lower case, no final full stop, what was found in backticks.
   * @param options - how to mend it, and the exit code.
   */
  constructor(message: string, { help, exitCode = EXIT_CODE.usage }: CommandErrorOptions = {}) {
    super(message);
    this.help = help;
    this.exitCode = exitCode;
  }
}
