import { Alphabet } from './alphabet.ts';
import { END } from './confined.ts';
import type { FamilyPattern } from './familyPattern.ts';
import type { Polarity } from './patternGroup.ts';

/** A group with what a search makes of it. */
export interface ProgramGroup {
  readonly patterns: readonly FamilyPattern[];
  readonly polarity: Polarity;
  /** Whether only texts in it count (`true`), or only texts outside (`false`). */
  readonly wanted?: boolean;
}

/**
 * The patterns of all groups as one automaton. Its positions are those of one pattern after the other, each with an
 * `END` behind; sets of groups are bits in `words` numbers.
 */
export interface FamilyProgram {
  /** For each position the class of its literal, or the code of a wildcard, or `END`. */
  readonly codes: Int32Array;
  /** For each position its pattern. */
  readonly patternAt: Int32Array;
  /** For each pattern its first position. */
  readonly starts: Int32Array;
  /** The pattern that is a union, the last one, or -1. */
  readonly union: number;
  /** For each position of the union the one that can stand in its place, or -1. */
  readonly alternatives: Int32Array;
  readonly words: number;
  /** For each pattern the set of its groups. */
  readonly groupsOf: Int32Array;
  /** For each pattern: 1 where all its groups help, -1 where all hurt, else 0. */
  readonly signs: Int8Array;
  /** The sets of groups that help and that hurt; empty where no group has a polarity. */
  readonly helps: Int32Array;
  readonly hurts: Int32Array;
  readonly wanted: Int32Array;
  readonly unwanted: Int32Array;
  readonly alphabet: Alphabet;
  /** What {@link Alphabet.close} gives. */
  readonly takes: Uint8Array;
}

/**
 * Joins groups into one program.
 *
 * @param groups - the groups.
 * @returns the program.
 */
export function compileFamily(groups: readonly ProgramGroup[]): FamilyProgram {
  const numbers = new Map<FamilyPattern, number>();
  for (const { patterns } of groups) {
    for (const pattern of patterns) if (!numbers.has(pattern)) numbers.set(pattern, numbers.size);
  }
  const words = Math.max(1, Math.ceil(groups.length / 32));
  const groupsOf = new Int32Array(numbers.size * words);
  groups.forEach(({ patterns }, group) => {
    for (const pattern of patterns) addTo(groupsOf, (numbers.get(pattern) ?? 0) * words, group);
  });
  const alphabet = new Alphabet();
  const positions = layOut([...numbers.keys()], alphabet);
  return {
    ...positions,
    words,
    groupsOf,
    ...polaritiesOf(groups, { words, groupsOf, patterns: numbers.size }),
    wanted: setOf(groups, words, (group) => group.wanted === true),
    unwanted: setOf(groups, words, (group) => group.wanted === false),
    alphabet,
    takes: alphabet.close(),
  };
}

function layOut(
  patterns: readonly FamilyPattern[],
  alphabet: Alphabet,
): Pick<FamilyProgram, 'codes' | 'patternAt' | 'starts' | 'union' | 'alternatives'> {
  let length = 0;
  for (const pattern of patterns) length += pattern.codes.length + 1;
  const codes = new Int32Array(length);
  const patternAt = new Int32Array(length);
  const starts = new Int32Array(patterns.length);
  const last = patterns.at(-1)?.alternatives;
  const alternatives = new Int32Array(last === undefined ? 0 : length).fill(-1);
  let at = 0;
  patterns.forEach((pattern, index) => {
    starts[index] = at;
    patternAt.fill(index, at, at + pattern.codes.length + 1);
    pattern.alternatives?.forEach((to, from) => {
      if (to >= 0) alternatives[at + from] = at + to;
    });
    for (const code of pattern.codes) {
      codes[at++] = code < 0 ? code : alphabet.classOf(code, pattern.spellings);
    }
    codes[at++] = END;
  });
  return { codes, patternAt, starts, union: last === undefined ? -1 : patterns.length - 1, alternatives };
}

interface Joined {
  readonly words: number;
  readonly groupsOf: Int32Array;
  readonly patterns: number;
}

/** A pattern that stands in groups of unlike polarity has none. */
function polaritiesOf(
  groups: readonly ProgramGroup[],
  { words, groupsOf, patterns }: Joined,
): Pick<FamilyProgram, 'helps' | 'hurts' | 'signs'> {
  const helps = setOf(groups, words, ({ polarity }) => polarity === 'helps');
  const hurts = setOf(groups, words, ({ polarity }) => polarity === 'hurts');
  const signs = new Int8Array(patterns);
  for (let pattern = 0; pattern < patterns; pattern++) {
    const own = groupsOf.subarray(pattern * words, (pattern + 1) * words);
    if (own.every((word, index) => (word & ~(helps[index] ?? 0)) === 0)) signs[pattern] = 1;
    else if (own.every((word, index) => (word & ~(hurts[index] ?? 0)) === 0)) signs[pattern] = -1;
  }
  return { helps, hurts, signs };
}

function setOf(
  groups: readonly ProgramGroup[],
  words: number,
  has: (group: ProgramGroup) => boolean,
): Int32Array {
  const set = new Int32Array(words);
  groups.forEach((group, index) => {
    if (has(group)) addTo(set, 0, index);
  });
  return set;
}

function addTo(sets: Int32Array, offset: number, group: number): void {
  const at = offset + (group >>> 5);
  sets[at] = (sets[at] ?? 0) | (1 << (group & 31));
}
