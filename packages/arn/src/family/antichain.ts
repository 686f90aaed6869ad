import { STAR } from '../_internals/codes.ts';
import type { FamilyProgram } from './familyProgram.ts';
import { RowTable } from './rowTable.ts';
import type { Stepper } from './stepper.ts';

/**
 * Keeps of the states of a one-sided question those that no other dominates. One state dominates another when they
 * agree in all that has no polarity, and it has every helpful group and position of the other and no hurtful one that
 * the other has not: whatever text follows, it comes out at least as well.
 */
export class Antichain {
  /** What states have without polarity; those that agree in it are compared. */
  readonly #kinds = new RowTable();
  /** For each kind the states that are left. */
  readonly #members: number[][] = [];
  /** For each state, whether another dominates it. */
  readonly #dominated: boolean[] = [];
  readonly #program: FamilyProgram;
  readonly #states: RowTable;
  readonly #stepper: Stepper;
  readonly #scratch: Int32Array;

  /**
   * @param program - the family.
   * @param states - the rows of its states.
   * @param stepper - counts the steps.
   */
  constructor(program: FamilyProgram, states: RowTable, stepper: Stepper) {
    this.#program = program;
    this.#states = states;
    this.#stepper = stepper;
    this.#scratch = new Int32Array(program.words + program.codes.length);
  }

  /**
   * Takes a new state in, or marks it as dominated.
   *
   * @param state - its number.
   */
  add(state: number): void {
    const kind = this.#kindOf(state);
    const members = (this.#members[kind] ??= []);
    for (const member of members) {
      if (!this.#dominates(member, state)) continue;
      this.#dominated[state] = true;
      return;
    }
    let to = 0;
    for (const member of members) {
      if (this.#dominates(state, member)) this.#dominated[member] = true;
      else members[to++] = member;
    }
    members.length = to;
    members.push(state);
  }

  /**
   * @param state - a state that was taken in.
   * @returns whether another dominates it, so that it need not be followed.
   */
  isDominated(state: number): boolean {
    return this.#dominated[state] === true;
  }

  #kindOf(state: number): number {
    const { words, helps, hurts, signs, patternAt } = this.#program;
    const { data } = this.#states;
    const from = this.#states.offset(state);
    const end = this.#states.offset(state + 1);
    let length = 0;
    for (let word = 0; word < words; word++) {
      this.#scratch[length++] = (data[from + word] ?? 0) & ~((helps[word] ?? 0) | (hurts[word] ?? 0));
    }
    for (let index = from + words; index < end; index++) {
      const position = data[index] ?? 0;
      if (signs[patternAt[position] ?? 0] === 0) this.#scratch[length++] = position;
    }
    return this.#kinds.add(this.#scratch, length);
  }

  #dominates(better: number, worse: number): boolean {
    const { words, helps, hurts } = this.#program;
    const { data } = this.#states;
    const up = this.#states.offset(better);
    const down = this.#states.offset(worse);
    for (let word = 0; word < words; word++) {
      const above = data[up + word] ?? 0;
      const below = data[down + word] ?? 0;
      if ((below & ~above & (helps[word] ?? 0)) !== 0 || (above & ~below & (hurts[word] ?? 0)) !== 0)
        return false;
    }
    return this.#contains(better, worse, 1) && this.#contains(worse, better, -1);
  }

  /** Whether one state has all positions of a sign that another has, or has what makes up for them. */
  #contains(outer: number, inner: number, sign: number): boolean {
    const { words, codes, patternAt, starts, signs, union } = this.#program;
    const { data } = this.#states;
    const from = this.#states.offset(outer);
    const outerEnd = this.#states.offset(outer + 1);
    const innerEnd = this.#states.offset(inner + 1);
    let at = from + words;
    for (let index = this.#states.offset(inner) + words; index < innerEnd; index++) {
      this.#stepper.steps++;
      const position = data[index] ?? 0;
      const pattern = patternAt[position] ?? 0;
      if (signs[pattern] !== sign) continue;
      while (at < outerEnd && (data[at] ?? 0) < (starts[pattern] ?? 0)) at++;
      if (this.#stepper.isSettled(data, from, pattern)) continue;
      const first = at < outerEnd ? (data[at] ?? 0) : -1;
      if (first < 0 || patternAt[first] !== pattern) return false;
      // A plain star takes whatever would have been between; of a union it stands in one of its patterns only.
      if (first > position && codes[first] === STAR && pattern !== union) continue;
      let seek = at;
      while (seek < outerEnd && (data[seek] ?? 0) < position) seek++;
      if (data[seek] !== position || seek >= outerEnd) return false;
    }
    return true;
  }
}
