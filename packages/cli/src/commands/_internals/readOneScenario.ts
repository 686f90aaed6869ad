import {
  chooseScenario,
  type ReadableCall,
  type ReadableScenario,
  type ScenarioFile,
  type ScenarioReading,
} from '@policywright/scenario';
import { didYouMean } from '../../arguments/didYouMean.ts';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { shortList } from '../../terminal/shortList.ts';
import { readScenarioFile } from './readScenarioFile.ts';

/** Which scenario of which file. */
export interface ScenarioAsked {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  /** Needed where the file holds several. */
  readonly id: string | undefined;
}

/**
 * Reads one scenario.
 *
 * @param io - files, and standard error for what is wrong.
 * @param asked - which one.
 * @returns the scenario, or `undefined` after saying on standard error why there is none.
 * @throws CommandError - where no scenario or more than one answers to it.
 */
export async function readOneScenario(
  io: Io,
  { file, id }: ScenarioAsked,
): Promise<ReadableScenario | ReadableCall | undefined> {
  const input = await readInput(io, file);
  if (!input.ok) {
    printDiagnostics(io, { file, text: input.text }, [input.problem]);
    return undefined;
  }
  const source = { file, text: input.text };
  const read = await readScenarioFile(io, source);
  printDiagnostics(io, source, read.diagnostics);
  if (read.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const chosen = chosenOf(read, id);
  printDiagnostics(io, source, chosen.diagnostics);
  return chosen.ok ? chosen : undefined;
}

const MOST_LISTED = 8;

function chosenOf(read: ScenarioFile, id: string | undefined): ScenarioReading {
  const choice = chooseScenario(read, id);
  if (choice.ok) return choice.reading;
  const { problem, ids } = choice;
  const { file } = read;
  const list = shortList(
    ids.map((each) => `\`${each}\``),
    MOST_LISTED,
  );
  switch (problem) {
    case 'empty':
      throw new CommandError(`\`${file}\` holds no scenario`);
    case 'several':
      throw new CommandError(`\`${file}\` holds ${ids.length} scenarios`, {
        help: `choose one with --id: ${list}`,
      });
    case 'repeated-id':
      throw new CommandError(
        `${ids.filter((each) => each === id).length} scenarios of \`${file}\` have the id \`${id}\``,
        { help: 'give each an id of its own' },
      );
    case 'unknown-id':
      throw new CommandError(`\`${file}\` holds no scenario \`${id}\``, {
        help: didYouMean(id ?? '', ids) ?? `there are ${list}`,
      });
  }
}
