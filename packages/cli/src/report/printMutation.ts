import type { MutationReport, SurvivingMutant } from '@policywright/testing/scenario';
import type { Io } from '../io/io.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { useColor } from '../terminal/useColor.ts';
import { placeText } from './printCoverage.ts';

/**
 * Prints which mistakes in their policies scenarios do not notice, each with its place and the change, and the score.
 *
 * @param io - its standard output.
 * @param mutation - as tested.
 */
export function printMutation(io: Io, mutation: MutationReport): void {
  const paint = createPaint(useColor(io.stdout, io.env));
  for (const survivor of mutation.survivors) io.stdout.write(`\n${describe(survivor, paint).join('\n')}\n`);
  const { caught, total, percent, equivalent, untried } = mutation;
  const sign = caught === total ? paint('good', '✓') : paint('warning', '!');
  const notes = [
    ...(equivalent > 0 ? [`${equivalent} more would change nothing`] : []),
    ...(untried > 0 ? [`${untried} not tried, since the limit was reached`] : []),
  ];
  const score = `mutants ${percent} %: ${caught} of ${total} caught`;
  io.stdout.write(`\n${sign} ${[score, ...notes].join('; ')}\n`);
}

function describe(survivor: SurvivingMutant, paint: Paint): string[] {
  const { kind, before, after, scenarios } = survivor;
  const place = paint('strong', printable(placeText(survivor)));
  const unnoticed = scenarios === 0 ? 'no scenario that passes uses it' : `none of ${scenarios} notices`;
  return [
    `${place} ${kind.replaceAll('-', ' ')}: ${scenarios === 1 ? 'the only scenario does not notice' : unnoticed}`,
    paint('bad', `    - ${printable(before)}`),
    ...(after === null ? [] : [paint('good', `    + ${printable(after)}`)]),
  ];
}
