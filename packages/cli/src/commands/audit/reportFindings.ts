import type { AccountDiagnostic } from '@policywright/account';
import { printable } from '@policywright/policy/text';
import type { Io } from '../../io/io.ts';

/** More findings than a person reads. */
const MOST_FINDINGS = 20;

/**
 * Writes what is wrong with files to standard error, errors first.
 *
 * @param io - standard error.
 * @param diagnostics - of all files.
 */
export function reportFindings(io: Io, diagnostics: readonly AccountDiagnostic[]): void {
  const sorted = diagnostics.toSorted((a, b) =>
    a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1,
  );
  for (const { severity, code, message, file, path, start, help } of sorted.slice(0, MOST_FINDINGS)) {
    const place = start === undefined ? '' : `:${start.line}:${start.column}`;
    const at = path === '' ? '' : ` (${path})`;
    io.stderr.write(`${printable(`${file}${place}${at}: ${severity}[${code}]: ${message}`)}\n`);
    if (help !== undefined) io.stderr.write(`  help: ${printable(help)}\n`);
  }
  const more = diagnostics.length - MOST_FINDINGS;
  if (more > 0) io.stderr.write(`and ${more} more\n`);
}
