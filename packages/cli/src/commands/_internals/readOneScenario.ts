import { readScenarios, type Scenario } from '@policywright/scenario';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { chooseScenario } from './chooseScenario.ts';

/** Which scenario of which file. */
export interface ScenarioChoice {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  /** Needed where the file holds several. */
  readonly id: string | undefined;
}

/**
 * Reads one scenario.
 *
 * @param io - files, and standard error for what is wrong.
 * @param choice - which one.
 * @returns the scenario, or `undefined` after saying on standard error why there is none.
 * @throws CommandError - where no scenario or more than one answers to the choice.
 */
export async function readOneScenario(io: Io, { file, id }: ScenarioChoice): Promise<Scenario | undefined> {
  const input = await readInput(io, file);
  if (!input.ok) {
    printDiagnostics(io, { file, text: input.text }, [input.problem]);
    return undefined;
  }
  const source = { file, text: input.text };
  const read = readScenarios(input.text, { file });
  printDiagnostics(io, source, read.diagnostics);
  if (read.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const chosen = chooseScenario(read, id);
  printDiagnostics(io, source, chosen.diagnostics);
  return chosen.ok ? chosen.scenario : undefined;
}
