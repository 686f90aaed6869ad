import type { ScenarioFile, ScenarioReading } from '@policywright/scenario';
import { didYouMean } from '../../arguments/didYouMean.ts';
import { CommandError } from '../../commandError.ts';
import { shortList } from '../../terminal/shortList.ts';

const MOST_LISTED = 8;

/**
 * Chooses one scenario of a file.
 *
 * @param file - as read.
 * @param id - which one; needed where there are several.
 * @throws CommandError - where no scenario or more than one answers to it.
 */
export function chooseScenario({ file, scenarios }: ScenarioFile, id: string | undefined): ScenarioReading {
  const candidates = id === undefined ? scenarios : scenarios.filter((scenario) => scenario.id === id);
  const [first, second] = candidates;
  if (first !== undefined && second === undefined) return first;
  if (scenarios.length === 0) throw new CommandError(`\`${file}\` holds no scenario`);
  const ids = scenarios.map((scenario) => scenario.id);
  if (id === undefined) {
    throw new CommandError(`\`${file}\` holds ${scenarios.length} scenarios`, {
      help: `choose one with --id: ${list(ids)}`,
    });
  }
  if (second !== undefined)
    throw new CommandError(`${candidates.length} scenarios of \`${file}\` have the id \`${id}\``, {
      help: 'give each an id of its own',
    });
  throw new CommandError(`\`${file}\` holds no scenario \`${id}\``, {
    help: didYouMean(id, ids) ?? `there are ${list(ids)}`,
  });
}

function list(ids: readonly string[]): string {
  const quoted = ids.map((id) => `\`${id}\``);
  return shortList(quoted, MOST_LISTED);
}
