import { withoutDominated } from './dominatedCells.ts';
import type { FamilyPattern } from './familyPattern.ts';
import { compileFamily } from './familyProgram.ts';
import { FamilySearch } from './familySearch.ts';
import { resolveLimits, type ResolvedLimits } from './limits.ts';
import type { FamilyLimitMet, FamilyLimits, PatternGroup } from './patternGroup.ts';
import { RowTable } from './rowTable.ts';
import { membersOf } from './universeMembers.ts';
import type { TextCell } from './textCell.ts';

/** The cells, or the limit that was met. */
export type GroupCells =
  | { readonly outcome: 'cells'; readonly cells: readonly TextCell[]; readonly steps: number }
  | FamilyLimitMet;

/** Which texts there are, and how much may be spent. */
export interface GroupCellsOptions extends FamilyLimits {
  /**
   * The texts that exist: those that one of these matches. Left out: every text. An empty list: none, and no cells.
   */
  readonly universe?: readonly FamilyPattern[];
}

/**
 * Divides all texts by the groups that they are in.
 *
 * The cells are exactly the sets of groups that some text of the universe is in, each once (INVARIANT 12). Where
 * groups have polarities, cells that another one *dominates* may be left out: one that has all their helpful groups, no
 * hurtful group that they have not, and the same others.
 *
 * @param groups - the groups.
 * @param options - the universe and the limits.
 * @returns the cells in the order in which they were found, or the limit that was met.
 */
export function groupCells(groups: readonly PatternGroup[], options: GroupCellsOptions = {}): GroupCells {
  const search = new CellSearch(groups, resolveLimits(options));
  for (const member of membersOf(options.universe)) if (!search.run(member)) break;
  return search.result();
}

/** Collects the cells of one universe after the other. */
class CellSearch {
  readonly #groups: readonly PatternGroup[];
  readonly #limits: ResolvedLimits;
  readonly #sets: RowTable = new RowTable();
  readonly #cells: TextCell[] = [];
  #steps = 0;
  #states = 0;
  #limit: keyof FamilyLimits | undefined;

  constructor(groups: readonly PatternGroup[], limits: ResolvedLimits) {
    this.#groups = groups;
    this.#limits = limits;
  }

  /** @returns whether there is something left to spend. */
  run(member: FamilyPattern | undefined): boolean {
    const groups = this.#groups.map(({ patterns, polarity = 'both' }) => ({ patterns, polarity }));
    const polar = groups.some(({ polarity }) => polarity !== 'both');
    const program = compileFamily(
      member === undefined
        ? groups
        : [...groups, { patterns: [member], polarity: polar ? 'helps' : 'both', wanted: true }],
    );
    const search = new FamilySearch(program, {
      ...this.#limits,
      steps: this.#limits.steps - this.#steps,
      states: this.#limits.states - this.#states,
    });
    const outcome = search.run((set, state) => {
      this.#add(set, () => search.textOf(state));
      return this.#cells.length > this.#limits.cells ? 'stop' : 'go on';
    });
    this.#steps += search.steps;
    this.#states += search.states;
    if (outcome === 'stopped') this.#limit = 'cells';
    else if (outcome !== 'all') this.#limit = outcome;
    return this.#limit === undefined;
  }

  result(): GroupCells {
    const steps = this.#steps;
    if (this.#limit !== undefined) return { outcome: 'limit', limit: this.#limit, steps };
    return { outcome: 'cells', cells: withoutDominated(this.#cells, this.#groups), steps };
  }

  #add(set: Int32Array, text: () => string): void {
    const words = Math.max(1, Math.ceil(this.#groups.length / 32));
    // The bit of the universe is not the caller's.
    const own = set.slice(0, words);
    const rest = this.#groups.length & 31;
    if (rest !== 0) own[words - 1] = (own[words - 1] ?? 0) & ((1 << rest) - 1);
    const known = this.#sets.size;
    const cell = this.#sets.add(own, words);
    if (cell === known) this.#cells.push({ groups: groupsIn(own), text: text() });
    else if (this.#steps > 0) this.#shorten(cell, text());
  }

  /** A later universe may have a shorter text. */
  #shorten(index: number, text: string): void {
    const cell = this.#cells[index];
    if (cell !== undefined && text.length < cell.text.length) this.#cells[index] = { ...cell, text };
  }
}

function groupsIn(set: Int32Array): readonly number[] {
  const members: number[] = [];
  set.forEach((word, index) => {
    for (let rest = word; rest !== 0; rest &= rest - 1)
      members.push(index * 32 + 31 - Math.clz32(rest & -rest));
  });
  return members;
}
