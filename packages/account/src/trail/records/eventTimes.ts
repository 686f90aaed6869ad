import { codesOf, NINE, ZERO } from '../../json/jsonCodes.ts';

/** How many events are alike in all that is read of them. */
export interface AlikeEvents {
  readonly count: number;
  /** Times of the first and the last of them. */
  readonly first: string;
  readonly last: string;
}

/** As AWS CloudTrail writes times: where the letters of this are no digits, the same is there. */
export const TIME_FORM = '0000-00-00T00:00:00Z';
const FORM = codesOf(TIME_FORM);

/**
 * Counts events by rows, and knows the times of the first and the last of each. Times as AWS CloudTrail writes them are kept as
 * numbers, outside of the memory that is tidied again and again.
 */
export class EventTimes {
  #counts: Float64Array = new Float64Array(1024);
  #firsts: Float64Array = new Float64Array(1024);
  #lasts: Float64Array = new Float64Array(1024);
  /** Rows with any time that is written otherwise. */
  readonly #others: Map<number, AlikeEvents> = new Map();

  /**
   * Counts an event.
   *
   * @param row - number of the row.
   * @param time - as `timeNumber` has it.
   */
  count(row: number, time: number): void {
    if (this.#others.size > 0 && this.#others.has(row)) {
      const text = timeText(time);
      this.countAlike(row, { count: 1, first: text, last: text });
      return;
    }
    this.#add(row, { count: 1, first: time, last: time });
  }

  /**
   * Counts events.
   *
   * @param row - number of the row.
   * @param alike - how many, and when.
   */
  countAlike(row: number, alike: AlikeEvents): void {
    const first = numberOfText(alike.first);
    const last = numberOfText(alike.last);
    const known = this.#others.get(row);
    if (known === undefined && first !== undefined && last !== undefined) {
      this.#add(row, { count: alike.count, first, last });
      return;
    }
    const { count, first: from, last: to } = this.of(row) ?? { ...alike, count: 0 };
    this.#others.set(row, {
      count: count + alike.count,
      first: alike.first < from ? alike.first : from,
      last: alike.last > to ? alike.last : to,
    });
  }

  /** What was counted; `undefined` where nothing was. */
  of(row: number): AlikeEvents | undefined {
    const other = this.#others.get(row);
    if (other !== undefined) return other;
    const count = this.#counts[row] ?? 0;
    if (count === 0) return undefined;
    const first = timeText(this.#firsts[row] ?? 0);
    const last = this.#lasts[row] === this.#firsts[row] ? first : timeText(this.#lasts[row] ?? 0);
    return { count, first, last };
  }

  #add(
    row: number,
    { count, first, last }: { readonly count: number; readonly first: number; readonly last: number },
  ): void {
    if (row >= this.#counts.length) this.#grow(row);
    const before = this.#counts[row] ?? 0;
    if (before === 0 || first < (this.#firsts[row] ?? 0)) this.#firsts[row] = first;
    if (before === 0 || last > (this.#lasts[row] ?? 0)) this.#lasts[row] = last;
    this.#counts[row] = before + count;
  }

  #grow(row: number): void {
    const length = 2 * Math.max(row, this.#counts.length);
    const more = (numbers: Float64Array): Float64Array => {
      const all = new Float64Array(length);
      all.set(numbers);
      return all;
    };
    this.#counts = more(this.#counts);
    this.#firsts = more(this.#firsts);
    this.#lasts = more(this.#lasts);
  }
}

/**
 * A time as a number of its digits: the earlier, the smaller.
 *
 * @param unitAt - the characters of a text as long as {@link TIME_FORM}.
 * @returns `undefined` for one that is written otherwise.
 */
export function timeNumber(unitAt: (index: number) => number | undefined): number | undefined {
  let number = 0;
  for (let index = 0; index < FORM.length; index++) {
    const unit = unitAt(index) ?? 0;
    if (FORM[index] !== ZERO) {
      if (unit !== FORM[index]) return undefined;
    } else if (unit >= ZERO && unit <= NINE) number = 10 * number + unit - ZERO;
    else return undefined;
  }
  return number;
}

function numberOfText(text: string): number | undefined {
  return text.length === TIME_FORM.length ? timeNumber((index) => text.charCodeAt(index)) : undefined;
}

function timeText(time: number): string {
  const digits = String(time).padStart(14, '0');
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return `${date}T${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12)}Z`;
}
