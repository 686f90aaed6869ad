import type { Diagnostic } from '@policywright/policy';

type Position = NonNullable<Diagnostic['range']>['start'];

/** Finds lines and columns of offsets: both from 1, columns in UTF-16 units. */
export class LineIndex {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  position(offset: number): Position {
    this.#starts ??= lineStarts(this.#text);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { offset, line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index];
    if (unit === '\n' || (unit === '\r' && text[index + 1] !== '\n')) starts.push(index + 1);
  }
  return starts;
}
