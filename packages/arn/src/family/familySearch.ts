import { Antichain } from './antichain.ts';
import { END } from './confined.ts';
import type { FamilyProgram } from './familyProgram.ts';
import type { ResolvedLimits } from './limits.ts';
import { RowTable } from './rowTable.ts';
import { Stepper } from './stepper.ts';
import { WorkList } from './workList.ts';

/** What a state accepts, as a set of groups, and the state. */
export type OnAccepted = (set: Int32Array, state: number) => 'go on' | 'stop';

/**
 * Goes through the states of a family, each once: breadth first, or where groups have polarities the most promising
 * first, since a state that is dominated need not be followed.
 */
export class FamilySearch {
  readonly #program: FamilyProgram;
  readonly #limits: ResolvedLimits;
  readonly #stepper: Stepper;
  readonly #states = new RowTable();
  /** For each state the one before and the letter between; of the first, -1. */
  readonly #parents: number[] = [];
  readonly #letters: number[] = [];
  readonly #antichain: Antichain | undefined;
  readonly #work = new WorkList();
  readonly #accepted: Int32Array;
  #stopped = false;

  /**
   * @param program - the family.
   * @param limits - how far to go.
   */
  constructor(program: FamilyProgram, limits: ResolvedLimits) {
    this.#program = program;
    this.#limits = limits;
    this.#stepper = new Stepper(program);
    this.#accepted = new Int32Array(program.words);
    const polar = [...program.helps, ...program.hurts].some((word) => word !== 0);
    this.#antichain = polar ? new Antichain(program, this.#states, this.#stepper) : undefined;
  }

  /** How many steps have been taken. */
  get steps(): number {
    return this.#stepper.steps;
  }

  /** How many states there are so far. */
  get states(): number {
    return this.#states.size;
  }

  /**
   * Searches.
   *
   * @param onAccepted - told of each state whose texts count.
   * @returns whether all was seen, or the search stopped where it was told to, or at which limit.
   */
  run(onAccepted: OnAccepted): 'all' | 'stopped' | 'states' | 'steps' {
    this.#stepper.start();
    this.#visit(-1, -1, onAccepted);
    const letters: number[] = [];
    for (let state = this.#work.next(); state >= 0 && !this.#stopped; state = this.#work.next()) {
      if (this.#antichain?.isDominated(state) === true) continue;
      const from = this.#states.offset(state);
      const end = this.#states.offset(state + 1);
      this.#stepper.letters(this.#states.data, from, end, letters);
      for (const letter of letters) {
        this.#stepper.move(this.#states.data, from, end, letter);
        this.#visit(state, letter, onAccepted);
        if (this.#stopped) return 'stopped';
      }
      if (this.#states.size > this.#limits.states) return 'states';
      if (this.#stepper.steps > this.#limits.steps) return 'steps';
    }
    return this.#stopped ? 'stopped' : 'all';
  }

  /**
   * @param state - a state.
   * @returns the text that led to it first.
   */
  textOf(state: number): string {
    const units: number[] = [];
    for (let at = state; (this.#parents[at] ?? -1) >= 0; at = this.#parents[at] ?? -1) {
      units.push(this.#program.alphabet.units[this.#letters[at] ?? 0] ?? 0);
    }
    return units
      .toReversed()
      .map((unit) => String.fromCharCode(unit < 0x10000 ? unit : 0xfffd))
      .join('');
  }

  #visit(parent: number, letter: number, onAccepted: OnAccepted): void {
    const { row, length } = this.#stepper;
    if (!this.#isHopeful(row, length)) return;
    const before = this.#states.size;
    const state = this.#states.add(row, length);
    if (state < before) return;
    this.#parents.push(parent);
    this.#letters.push(letter);
    this.#accept(row, length);
    if (this.#counts()) this.#stopped = onAccepted(this.#accepted, state) === 'stop';
    // Without positions nothing changes any more.
    if (length > this.#program.words) this.#enqueue(state, row);
  }

  #enqueue(state: number, row: Int32Array): void {
    if (this.#antichain === undefined) {
      this.#work.add(state, 0);
      return;
    }
    this.#antichain.add(state);
    if (!this.#antichain.isDominated(state)) this.#work.add(state, this.#score(row));
  }

  /** Whether what follows may still count: no unwanted group is settled, and every wanted one is within reach. */
  #isHopeful(row: Int32Array, length: number): boolean {
    const { words, wanted, unwanted, groupsOf, patternAt } = this.#program;
    for (let word = 0; word < words; word++) {
      if (((row[word] ?? 0) & (unwanted[word] ?? 0)) !== 0) return false;
    }
    for (let word = 0; word < words; word++) {
      let missing = (wanted[word] ?? 0) & ~(row[word] ?? 0);
      for (let index = words; missing !== 0 && index < length; index++) {
        missing &= ~(groupsOf[(patternAt[row[index] ?? 0] ?? 0) * words + word] ?? 0);
      }
      if (missing !== 0) return false;
    }
    return true;
  }

  #accept(row: Int32Array, length: number): void {
    const { words, codes, patternAt, groupsOf } = this.#program;
    const accepted = this.#accepted;
    for (let word = 0; word < words; word++) accepted[word] = row[word] ?? 0;
    for (let index = words; index < length; index++) {
      const position = row[index] ?? 0;
      if (codes[position] !== END) continue;
      const pattern = (patternAt[position] ?? 0) * words;
      for (let word = 0; word < words; word++) {
        accepted[word] = (accepted[word] ?? 0) | (groupsOf[pattern + word] ?? 0);
      }
    }
  }

  #counts(): boolean {
    const { words, wanted, unwanted } = this.#program;
    for (let word = 0; word < words; word++) {
      const set = this.#accepted[word] ?? 0;
      if (((wanted[word] ?? 0) & ~set) !== 0 || ((unwanted[word] ?? 0) & set) !== 0) return false;
    }
    return true;
  }

  /** How much is settled for good, less what is for bad. */
  #score(row: Int32Array): number {
    const { words, helps, hurts } = this.#program;
    let score = 0;
    for (let word = 0; word < words; word++) {
      score += bitsIn((row[word] ?? 0) & (helps[word] ?? 0)) - bitsIn((row[word] ?? 0) & (hurts[word] ?? 0));
    }
    return score;
  }
}

function bitsIn(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
