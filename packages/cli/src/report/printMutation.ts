import { printable } from '@policywright/policy/text';
import type { MutationReport, SurvivingMutant } from '@policywright/scenario';
import type { Io } from '../io/io.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';
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
  for (const survivors of byPlace(mutation.survivors)) {
    io.stdout.write(`\n${describe(survivors, paint).join('\n')}\n`);
  }
  const { caught, total, percent, equivalent, untried } = mutation;
  const sign = caught === total ? paint('good', '✓') : paint('warning', '!');
  const notes = [
    ...(equivalent > 0 ? [`${equivalent} more would change nothing`] : []),
    ...(untried > 0 ? [`${untried} not tried, since the limit was reached`] : []),
  ];
  const score = `mutants ${percent} %: ${caught} of ${total} caught`;
  io.stdout.write(`\n${sign} ${[score, ...notes].join('; ')}\n`);
}

/** The changes of one kind to the same thing go together: an action that may be widened a little or much. */
function byPlace(survivors: readonly SurvivingMutant[]): readonly (readonly SurvivingMutant[])[] {
  const groups = new Map<string, SurvivingMutant[]>();
  for (const survivor of survivors) {
    const key = [placeText(survivor), survivor.kind, survivor.before].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), survivor]);
  }
  return [...groups.values()];
}

function describe(survivors: readonly SurvivingMutant[], paint: Paint): string[] {
  const [first] = survivors;
  if (first === undefined) return [];
  const { kind, before, scenarios } = first;
  const place = paint('strong', printable(placeText(first)));
  const afters = survivors.flatMap(({ after }) => after ?? []);
  return [
    `${place} ${kind.replaceAll('-', ' ')}: ${unnoticed(scenarios)}`,
    paint('bad', `    - ${printable(before)}`),
    ...afters.map((after) => paint('good', `    + ${printable(after)}`)),
  ];
}

function unnoticed(scenarios: number): string {
  if (scenarios === 0) return 'no scenario that passes uses it';
  return scenarios === 1 ? 'the only scenario does not notice' : `none of ${scenarios} scenarios notices`;
}
