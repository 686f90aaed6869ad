import { printable } from '@policywright/policy/text';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { createPaint } from '../terminal/paint.ts';
import { useColor } from '../terminal/useColor.ts';
import { foldLines } from '../terminal/foldLines.ts';

/** Where a failure happened. */
export interface FailureSite {
  readonly io: Io;
  /** The program with the command that ran. */
  readonly command: string;
}

/**
 * Tells the user why a command ended: in one or two lines for what the user can mend, with the request to
 * report it for all else; the stack only where `POLICYWRIGHT_DEBUG` is set.
 *
 * @param error - what was thrown.
 * @param site - where.
 */
export function reportFailure(error: unknown, { io, command }: FailureSite): ExitCode {
  const paint = createPaint(useColor(io.stderr, io.env));
  const write = (tone: 'bad' | 'strong', label: string, text: string): void =>
    io.stderr.write(foldLines(io.stderr, `${paint(tone, `${label}:`)} ${printable(text)}\n`));
  if (error instanceof CommandError) {
    write('bad', 'error', error.message);
    if (error.help !== undefined) write('strong', '  help', error.help);
    if (error.exitCode === EXIT_CODE.usage) write('strong', '  more', `${command} --help`);
    return error.exitCode;
  }
  write('bad', 'internal error', error instanceof Error ? error.message : String(error));
  write(
    'strong',
    '  help',
    'this is a fault of policywright; please report it: https://github.com/policywright/policywright/issues',
  );
  if (io.env['POLICYWRIGHT_DEBUG'])
    io.stderr.write(`${traceOf(error).split('\n').map(printable).join('\n')}\n`);
  else write('strong', '  more', 'set POLICYWRIGHT_DEBUG=1 to see where it happened');
  return EXIT_CODE.internal;
}

function traceOf(error: unknown): string {
  return (error instanceof Error ? error.stack : undefined) ?? String(error);
}
