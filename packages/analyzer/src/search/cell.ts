import type { ContextValue } from '@policywright/conditions';
import type { Requirement } from '../model/requirement.ts';

/** Values of one part of a request that no statement in play tells apart. */
export interface Cell {
  /** For each requirement of the list that was asked about, whether the values meet it. */
  readonly met: readonly boolean[];
  /** One of the values; left out of a cell that may be empty. */
  readonly value?: CellValue;
  /** Of a cell of resources that may be empty: a resource that is in it for some values of policy variables, or none. */
  readonly hint?: string;
}

/** A value of the part of a request that a cell is about. */
export type CellValue =
  | {
      readonly kind: 'actions';
      /** Some of them, in lower case; those that statements list or the universe knows are all there. */
      readonly actions: readonly string[];
      /** Those that statements list or the universe knows. */
      readonly named: readonly string[];
      /** No other action is in the cell. */
      readonly whole: boolean;
    }
  | { readonly kind: 'resource'; readonly text: string }
  | { readonly kind: 'key'; readonly value: ContextValue | undefined };

/** How the values of one part fall into cells. */
export interface CellsAsked<R extends Requirement = Requirement> {
  readonly requirements: readonly R[];
  /** What meeting each does to the question. */
  readonly polarities: readonly Polarity[];
  /** The action of the requests, once it is known; in lower case. */
  readonly action: string;
}

/** Whether meeting a requirement can only help towards a wanted request, only hurt, or both. */
export type Polarity = 'helps' | 'hurts' | 'both';

/**
 * Leaves out cells that another makes needless: what helps is met there too, what hurts is not.
 *
 * @param cells - all cells of a part.
 * @param polarities - of the requirements.
 */
export function undominated(cells: readonly Cell[], polarities: readonly Polarity[]): readonly Cell[] {
  if (cells.length < 2 || polarities.every((polarity) => polarity === 'both')) return cells;
  const kept: Cell[] = [];
  for (const cell of cells) {
    if (kept.some((other) => dominates(other, cell, polarities))) continue;
    const left = kept.filter((other) => !dominates(cell, other, polarities));
    kept.splice(0, kept.length, ...left, cell);
  }
  return kept;
}

/** A cell that may be empty makes no other needless. */
function dominates(one: Cell, other: Cell, polarities: readonly Polarity[]): boolean {
  if (one.value === undefined) return false;
  for (let index = 0; index < polarities.length; index++) {
    const met = one.met[index];
    if (met === other.met[index]) continue;
    const polarity = polarities[index];
    if (polarity === 'both' || (polarity === 'helps') !== met) return false;
  }
  return true;
}
