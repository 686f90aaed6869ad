import type { TextCell } from './textCell.ts';
import type { PatternGroup } from './patternGroup.ts';

/**
 * Drops cells that another one dominates, where groups have polarities.
 *
 * @param cells - the cells, each of another set of groups.
 * @param groups - the groups.
 * @returns those that are left, in their order.
 */
export function withoutDominated(
  cells: readonly TextCell[],
  groups: readonly PatternGroup[],
): readonly TextCell[] {
  if (groups.every(({ polarity = 'both' }) => polarity === 'both')) return cells;
  const sets = cells.map((cell) => ({ cell, set: new Set(cell.groups) }));
  return sets
    .filter(({ set }) => !sets.some((other) => other.set !== set && dominates(other.set, set, groups)))
    .map(({ cell }) => cell);
}

function dominates(
  better: ReadonlySet<number>,
  worse: ReadonlySet<number>,
  groups: readonly PatternGroup[],
): boolean {
  return groups.every(({ polarity = 'both' }, group) => {
    const [above, below] = [better.has(group), worse.has(group)];
    return above === below || (polarity === 'helps' && above) || (polarity === 'hurts' && below);
  });
}
