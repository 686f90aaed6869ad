import type { ArnPatternOptions } from '../arn-pattern/arnPatternOptions.ts';
import { ANY, COLON, SEGMENT_ANY, SEGMENT_STAR, STAR } from './codes.ts';
import type { Program } from './program.ts';

/** How many colons split an ARN; what comes after them is the resource (S42). */
const COLONS = 5;

/** Tokens in normal form: the first `length` of an array. */
export interface TokenRun {
  readonly tokens: Int32Array;
  readonly length: number;
}

/**
 * Writes the program of an ARN pattern: which wildcards may match a colon, and what missing fields mean.
 *
 * A `*` ends its segment when no literal character follows it there: since `?*` and `*?` are the same pattern,
 * `*?:` reads as `?*:`, whose `*` may cross colons (S50).
 *
 * @param program - Overwritten; its array grows as needed.
 * @param source - The pattern.
 * @param options - The dialect and its open questions.
 * @returns `false` when the pattern matches nothing, and then the program means nothing.
 */
export function writeArnProgram(program: Program, source: TokenRun, options: ArnPatternOptions): boolean {
  const missing = COLONS - countColons(source);
  const operator = options.dialect === 'operator';
  if (operator && missing > 0 && !(options.loneStar === 'any' && isLoneStar(source))) return false;
  const incomplete = !operator && missing > 0 && isIncompleteArn(source);
  if (incomplete && options.missingFields !== 'wildcard') return false;
  reserve(program, source.length + 2 * COLONS);
  writeCodes(program, source, operator && missing <= 0);
  if (incomplete) appendFields(program, missing);
  return true;
}

function countColons({ tokens, length }: TokenRun): number {
  let colons = 0;
  for (let index = 0; index < length && colons < COLONS; index++) if (tokens[index] === COLON) colons++;
  return colons;
}

function isLoneStar({ tokens, length }: TokenRun): boolean {
  return length === 1 && tokens[0] === STAR;
}

/** Whether it starts with `arn:` and does not end in `*`; other texts with few segments stand as they are. */
function isIncompleteArn({ tokens, length }: TokenRun): boolean {
  const isArn = tokens[0] === 97 && tokens[1] === 114 && tokens[2] === 110 && tokens[3] === COLON;
  return length >= 4 && isArn && tokens[length - 1] !== STAR;
}

function reserve(program: Program, length: number): void {
  if (program.codes.length < length) program.codes = new Int32Array(2 * length);
}

function writeCodes(program: Program, { tokens, length }: TokenRun, confined: boolean): void {
  const { codes } = program;
  let colons = 0;
  for (let index = 0; index < length; index++) {
    const token = tokens[index] ?? 0;
    codes[index] = token;
    if (token === COLON) colons++;
    if (token >= 0 || colons >= COLONS) continue;
    if (token === ANY) codes[index] = SEGMENT_ANY;
    else if (confined || (index + 1 < length && tokens[index + 1] !== COLON)) codes[index] = SEGMENT_STAR;
  }
  program.first = 0;
  program.last = length;
}

function appendFields(program: Program, count: number): void {
  for (let field = 0; field < count; field++) {
    program.codes[program.last] = COLON;
    program.codes[program.last + 1] = STAR;
    program.last += 2;
  }
}
