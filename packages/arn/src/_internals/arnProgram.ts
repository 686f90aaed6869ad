import type { ArnPatternOptions } from '../model/arnPatternOptions.ts';
import { ANY, COLON, SEGMENT_ANY, SEGMENT_STAR, STAR } from './codes.ts';
import type { Program } from './program.ts';
import { readWildcardRun, type WildcardRun } from './wildcardRun.ts';

/** How many colons split an ARN; what comes after them is the resource (S42). */
const COLONS = 5;

/** Tokens in the order of the pattern: the first `length` of an array. */
export interface TokenRun {
  readonly tokens: Int32Array;
  readonly length: number;
}

/**
 * Writes the program of an ARN pattern: which wildcards may match a colon, and what missing fields mean.
 *
 * A `*` that is the last character of its segment may cross colons (S50); any other, also that of `*?:`, may
 * not (S51). In the resource part the order of `*` and `?` means nothing.
 *
 * @param program - overwritten; its array grows as needed.
 * @param source - the pattern.
 * @param options - the dialect and its open questions.
 * @returns `false` when the pattern matches nothing, and then the program means nothing.
 */
export function writeArnProgram(program: Program, source: TokenRun, options: ArnPatternOptions): boolean {
  const missing = COLONS - countColons(source);
  const operator = options.dialect === 'operator';
  if (operator && missing > 0) return false;
  const incomplete = !operator && missing > 0 && isIncompleteArn(source);
  const { missingFields = 'never' } = options;
  if (incomplete && missingFields === 'never') return false;
  const filled = incomplete && missingFields === 'filled';
  reserve(program, source.length + 3 * COLONS);
  writeCodes(program, source, operator || filled);
  if (incomplete) appendFields(program, missing, filled);
  return true;
}

function countColons({ tokens, length }: TokenRun): number {
  let colons = 0;
  for (let index = 0; index < length && colons < COLONS; index++) if (tokens[index] === COLON) colons++;
  return colons;
}

/** Whether it starts with `arn:` and does not end in `*`; other texts with few segments stand as they are. */
function isIncompleteArn({ tokens, length }: TokenRun): boolean {
  const isArn = tokens[0] === 97 && tokens[1] === 114 && tokens[2] === 110 && tokens[3] === COLON;
  return length >= 4 && isArn && tokens[length - 1] !== STAR;
}

function reserve(program: Program, length: number): void {
  if (program.codes.length < length) program.codes = new Int32Array(2 * length);
}

// One for the whole module: writing calls nothing back.
const run: WildcardRun = { end: 0, anys: 0, hasStar: false };

function writeCodes(program: Program, { tokens, length }: TokenRun, confined: boolean): void {
  const { codes } = program;
  let colons = 0;
  let to = 0;
  for (let index = 0; index < length;) {
    const token = tokens[index] ?? 0;
    if (token >= 0) {
      if (token === COLON) colons++;
      codes[to++] = token;
      index++;
      continue;
    }
    readWildcardRun(tokens, { start: index, length }, run);
    index = run.end;
    const inResource = colons >= COLONS;
    const any = inResource ? ANY : SEGMENT_ANY;
    for (let count = 0; count < run.anys; count++) codes[to++] = any;
    if (!run.hasStar) continue;
    const endsSegment = tokens[index - 1] === STAR && (index === length || tokens[index] === COLON);
    codes[to++] = inResource || (endsSegment && !confined) ? STAR : SEGMENT_STAR;
  }
  program.first = 0;
  program.last = to;
}

function appendFields(program: Program, count: number, filled: boolean): void {
  const { codes } = program;
  for (let field = 1; field <= count; field++) {
    codes[program.last++] = COLON;
    const isLast = field === count;
    if (filled) codes[program.last++] = isLast ? ANY : SEGMENT_ANY;
    // Fields that must hold something are those of the text, one for one: no star before may run past a colon (S52).
    codes[program.last++] = filled && !isLast ? SEGMENT_STAR : STAR;
  }
}
