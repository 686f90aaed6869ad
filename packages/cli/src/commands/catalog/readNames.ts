import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';

/**
 * The names that a command is given: its operands, and for `-` the words of standard input.
 *
 * @param io - its standard input.
 * @param operands - names, patterns and `-`.
 * @throws CommandError - where standard input cannot be read.
 */
export async function readNames(io: Io, operands: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const operand of operands) {
    if (operand !== '-') {
      names.push(operand);
      continue;
    }
    const input = await readInput(io, '-');
    if (!input.ok) throw new CommandError(`standard input: ${input.problem.message}`);
    names.push(...input.text.split(/\s+/).filter((word) => word !== ''));
  }
  return names;
}
