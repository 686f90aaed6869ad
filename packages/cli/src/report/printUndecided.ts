import { printable } from '@policywright/policy/text';
import type { Io } from '../io/io.ts';
import { createPaint } from '../terminal/paint.ts';

import { useColor } from '../terminal/useColor.ts';
import type { UndecidedWarning } from './undecidedWarnings.ts';

/**
 * Prints the scenarios that are denied only because a condition cannot be decided: which one, and why.
 *
 * @param io - its standard output.
 * @param warnings - in order.
 */
export function printUndecided(io: Io, warnings: readonly UndecidedWarning[]): void {
  const paint = createPaint(useColor(io.stdout, io.env));
  for (const warning of warnings) {
    const { file, id, decision, statement, sid, operator, key, text } = warning;
    const name = printable([file, id].filter((part) => part !== '').join(' '));
    const title = sid === null ? statement : `"${sid}" ${statement}`;
    const lines = [
      `hangs on ${title}, where \`${operator}\`${key === null ? '' : ` on \`${key}\``} cannot be decided`,
      text,
    ];
    io.stdout.write(`${paint('warning', '! UNDECIDED')} ${paint('strong', name)} ${decision}\n`);
    io.stdout.write(`${lines.map((line) => `    ${printable(line)}\n`).join('')}\n`);
  }
}
