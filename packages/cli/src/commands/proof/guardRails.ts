import { quote } from '@policywright/policy/text';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { readTree } from '../_internals/readTree.ts';
import { guardRailsIn, type NamedGuardRail } from './guardRailsIn.ts';

/**
 * Reads a file of guard rails.
 *
 * @param io - the files.
 * @param file - as the user named it.
 * @returns the guard rails, one at least; `undefined` after saying on standard error what is no JSON or YAML.
 * @throws CommandError - where the file has another form: a member that is not known would be a rule that nobody holds.
 */
export async function readGuardRails(io: Io, file: string): Promise<readonly NamedGuardRail[] | undefined> {
  const input = await readInput(io, file);
  if (!input.ok) {
    printDiagnostics(io, { file, text: input.text }, [input.problem]);
    return undefined;
  }
  const tree = await readTree(file, input.text);
  if (!tree.ok) {
    printDiagnostics(io, { file, text: input.text }, tree.diagnostics);
    return undefined;
  }
  return guardRailsIn(tree.root, quote(file));
}
