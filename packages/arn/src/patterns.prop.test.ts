import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchArnTokens, matchGlobTokens, TokenBuffer } from './engine.ts';
import {
  compileArnPattern,
  compileGlob,
  formatArn,
  parseArn,
  tokenizeGlob,
  type ArnDialect,
  type ArnParts,
} from './index.ts';

/*
 * The oracle: the rules written down plainly, on texts instead of tokens, with a memo for speed and no other
 * thought of it. It shares no code with what it checks.
 */

/** Matches from every pair of positions once; `mayMatchColon(at)` says so for the wildcard at `at`. */
function matchesPlainly(pattern: string, text: string, mayMatchColon: (at: number) => boolean): boolean {
  const memo = new Map<string, boolean>();
  const from = (at: number, index: number): boolean => {
    const key = `${at} ${index}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const result = step(at, index);
    memo.set(key, result);
    return result;
  };
  const step = (at: number, index: number): boolean => {
    if (at === pattern.length) return index === text.length;
    const character = pattern[at];
    const canTake = index < text.length && (text[index] !== ':' || mayMatchColon(at));
    if (character === '*') return from(at + 1, index) || (canTake && from(at, index + 1));
    if (character === '?') return canTake && from(at + 1, index + 1);
    return character === text[index] && from(at + 1, index + 1);
  };
  return from(0, 0);
}

function globOracle(pattern: string, text: string): boolean {
  return matchesPlainly(pattern, text, () => true);
}

type MissingFields = 'wildcard' | 'filled' | 'never';

function resourceOracle(pattern: string, text: string, missingFields: MissingFields): boolean {
  let normal = pattern;
  const missing = 6 - normal.split(':').length;
  if (missing > 0 && normal.startsWith('arn:') && !normal.endsWith('*')) {
    if (missingFields === 'never') return false;
    normal += (missingFields === 'filled' ? ':?*' : ':*').repeat(missing);
  }
  const confined = normal !== pattern && missingFields === 'filled';
  return matchesPlainly(normal, text, (at) => {
    const inResource = normal.slice(0, at).split(':').length > 5;
    const endsSegment = !confined && (at + 1 === normal.length || normal[at + 1] === ':');
    return inResource || (normal[at] === '*' && endsSegment);
  });
}

function operatorOracle(pattern: string, text: string): boolean {
  const components = (arn: string): string[] => {
    const fields = arn.split(':');
    return [...fields.slice(0, 5), fields.slice(5).join(':')];
  };
  if (pattern.split(':').length < 6 || text.split(':').length < 6) return false;
  const values = components(text);
  return components(pattern).every((component, field) => globOracle(component, values[field] ?? ''));
}

/*
 * The generators: small alphabets, and texts that are made from the pattern and then spoilt a little, so that
 * about half of the pairs match and the others nearly do.
 */

const texts = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', '*', '?', 'B'), maxLength: 12 });
const fillings = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/'), maxLength: 4 });
const globs = fc.string({ unit: fc.constantFrom('a', 'b', 'a', ':', '/', '*', '?'), maxLength: 14 });
const segments = fc.string({ unit: fc.constantFrom('a', 'b', 'a', '/', '*', '*', '?'), maxLength: 6 });
const arnPatterns = fc.oneof(
  globs,
  fc.array(segments, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(':')),
  fc.array(segments, { minLength: 1, maxLength: 7 }).map((parts) => ['arn', ...parts].join(':')),
  fc.array(segments, { minLength: 5, maxLength: 5 }).map((parts) => ['arn', ...parts].join(':')),
);

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edits = fc.array(
  fc.record({ at: fc.nat(30), remove: fc.nat(1), insert: fc.constantFrom('', '', 'a', 'b', ':') }),
  { maxLength: 2 },
);

function nearMiss(pattern: string, stars: readonly string[], changes: readonly Edit[]): string {
  let used = 0;
  const next = (): string => stars[used++ % stars.length] ?? '';
  let text = '';
  for (const character of pattern) {
    if (character === '*') text += next();
    else if (character === '?') text += next().charAt(0) || 'a';
    else text += character;
  }
  for (const { at, remove, insert } of changes) {
    const place = at % (text.length + 1);
    text = text.slice(0, place) + insert + text.slice(place + remove);
  }
  return text;
}

function pairs(patterns: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> {
  const made = fc
    .tuple(patterns, fc.array(fillings, { minLength: 1, maxLength: 5 }), edits)
    .map(([pattern, stars, changes]) => [pattern, nearMiss(pattern, stars, changes)] as const);
  return fc.oneof({ weight: 5, arbitrary: made }, fc.tuple(patterns, texts));
}

const RUNS = { numRuns: 5000 };
const DIALECTS = ['resource', 'operator'] as const;

function bufferOf(pattern: string, cuts: readonly number[]): TokenBuffer {
  const buffer = new TokenBuffer();
  let from = 0;
  for (const cut of [...cuts, pattern.length].toSorted((a, b) => a - b)) {
    if (cut > pattern.length) break;
    buffer.pushTokens(tokenizeGlob(pattern.slice(from, cut)));
    from = cut;
  }
  if (from < pattern.length) buffer.pushTokens(tokenizeGlob(pattern.slice(from)));
  return buffer;
}

describe('a match is what the oracle says (INVARIANT 10)', () => {
  test('S48, S49, S92: plain patterns', () => {
    const check = ([pattern, text]: readonly [string, string]): void => {
      expect(compileGlob(pattern).matches(text)).toBe(globOracle(pattern, text));
    };
    fc.assert(fc.property(pairs(globs), check), RUNS);
  });

  test('S50, S51, S52: dialect resource', () => {
    const check = ([pattern, text]: readonly [string, string], missing: MissingFields): void => {
      const matcher = compileArnPattern(pattern, { dialect: 'resource', missingFields: missing });
      expect(matcher.matches(text)).toBe(resourceOracle(pattern, text, missing));
    };
    fc.assert(fc.property(pairs(arnPatterns), fc.constantFrom('wildcard', 'filled', 'never'), check), RUNS);
  });

  test('S110, S111: dialect operator', () => {
    const check = ([pattern, text]: readonly [string, string]): void => {
      const matcher = compileArnPattern(pattern, { dialect: 'operator' });
      expect(matcher.matches(text)).toBe(operatorOracle(pattern, text));
    };
    fc.assert(fc.property(pairs(arnPatterns), check), RUNS);
  });

  test('S51: every short pattern with every short text', () => {
    const wrong: string[] = [];
    const subjects = words(['a', 'b', ':'], 5);
    for (const pattern of words(['a', ':', '*', '?'], 5)) {
      const glob = compileGlob(pattern);
      const arn = compileArnPattern(pattern, { dialect: 'resource' });
      for (const text of subjects) {
        if (glob.matches(text) !== globWithoutMemo(pattern, text)) wrong.push(`${pattern} ${text}`);
        if (arn.matches(text) !== resourceOracle(pattern, text, 'never')) wrong.push(`${pattern} ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** The oracle without its memo, quick enough for short texts. */
function globWithoutMemo(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*')) {
    return (
      globWithoutMemo(pattern.slice(1), text) || (text !== '' && globWithoutMemo(pattern, text.slice(1)))
    );
  }
  const same = text !== '' && (pattern.startsWith('?') || pattern[0] === text[0]);
  return same && globWithoutMemo(pattern.slice(1), text.slice(1));
}

function words(letters: readonly string[], length: number): string[] {
  if (length === 0) return [''];
  const shorter = words(letters, length - 1);
  const longest = shorter.filter((word) => word.length === length - 1);
  return [...shorter, ...longest.flatMap((word) => letters.map((letter) => word + letter))];
}

describe('spellings and growth (INVARIANT 10)', () => {
  const everyMatcher = (pattern: string): ((text: string) => readonly boolean[]) => {
    const matchers = [
      compileGlob(pattern),
      ...DIALECTS.map((dialect) => compileArnPattern(pattern, { dialect })),
    ];
    return (text) => matchers.map((matcher) => matcher.matches(text));
  };

  test('`**` is `*`', () => {
    const check = ([pattern, text]: readonly [string, string]): void => {
      expect(everyMatcher(pattern.replaceAll('*', '**'))(text)).toEqual(everyMatcher(pattern)(text));
    };
    fc.assert(fc.property(pairs(arnPatterns), check), RUNS);
  });

  test('`?*` is `*?`, but for a resource, where `*?` is confined to its segment (S51)', () => {
    const check = ([pattern, text]: readonly [string, string]): void => {
      const [starFirst, starLast] = [pattern.replaceAll('?*', '*?'), pattern.replaceAll('*?', '?*')];
      const operator = (other: string): boolean =>
        compileArnPattern(other, { dialect: 'operator' }).matches(text);
      const resource = (other: string): boolean =>
        compileArnPattern(other, { dialect: 'resource' }).matches(text);
      for (const other of [starFirst, starLast]) {
        expect(compileGlob(other).matches(text)).toBe(compileGlob(pattern).matches(text));
        expect(operator(other)).toBe(operator(pattern));
      }
      if (resource(starFirst)) expect(resource(starLast)).toBe(true);
    };
    fc.assert(fc.property(pairs(arnPatterns), check), RUNS);
  });

  /** Whether no segment changes its place when this part of an ARN pattern is replaced. */
  const keepsSegments = (pattern: string, from: number, to: number): boolean =>
    !pattern.slice(from, to).includes(':') || pattern.slice(0, from).split(':').length > 5;

  test('a character replaced by `?`, or a part by `*`, loses no match', () => {
    const check = ([pattern, text]: readonly [string, string], at: number, length: number): void => {
      const from = at % (pattern.length + 1);
      const to = Math.min(pattern.length, from + length);
      const before = everyMatcher(pattern)(text);
      const wider = [`${pattern.slice(0, from)}*${pattern.slice(to)}`];
      if (!/^$|[*]/.test(pattern.charAt(from)))
        wider.push(`${pattern.slice(0, from)}?${pattern.slice(from + 1)}`);
      wider.forEach((replaced, way) => {
        const after = everyMatcher(replaced)(text);
        const holds = keepsSegments(pattern, from, way === 0 ? to : from + 1);
        expect(after[0]).toBe(before[0] || after[0]);
        if (holds) expect(after).toEqual(after.map((matched, index) => before[index] || matched));
      });
    };
    fc.assert(fc.property(pairs(arnPatterns), fc.nat(30), fc.nat(4), check), RUNS);
  });

  test('S61: without case, both sides count as lower-case', () => {
    const check = ([pattern, text]: readonly [string, string], upper: readonly boolean[]): void => {
      const spelt = (word: string): string =>
        word.replace(/[a-z]/g, (letter, index: number) =>
          upper[index % upper.length] ? letter.toUpperCase() : letter,
        );
      const expected = globOracle(pattern.toLowerCase(), text.toLowerCase());
      expect(compileGlob(spelt(pattern), { ignoreCase: true }).matches(text)).toBe(expected);
      expect(compileGlob(pattern, { ignoreCase: true }).matches(spelt(text))).toBe(expected);
    };
    fc.assert(fc.property(pairs(globs), fc.array(fc.boolean(), { minLength: 1 }), check), RUNS);
  });
});

describe('what a matcher tells about itself', () => {
  test('a text that matches has the prefix, the suffix, the length and the literal', () => {
    const check = ([pattern, text]: readonly [string, string], dialect: ArnDialect | 'glob'): void => {
      const matcher = dialect === 'glob' ? compileGlob(pattern) : compileArnPattern(pattern, { dialect });
      if (!matcher.matches(text)) return;
      expect(text.startsWith(matcher.prefix)).toBe(true);
      expect(text.endsWith(matcher.suffix)).toBe(true);
      expect(text.length).toBeGreaterThanOrEqual(matcher.minLength);
      expect(matcher.literal ?? text).toBe(text);
    };
    fc.assert(fc.property(pairs(arnPatterns), fc.constantFrom('glob', ...DIALECTS), check), RUNS);
  });

  test('matching between two offsets is matching the slice', () => {
    const check = (pair: readonly [string, string], before: string, after: string): void => {
      const [pattern, text] = pair;
      const whole = before + text + after;
      const matchers = [compileGlob(pattern), compileGlob(pattern, { ignoreCase: true })];
      for (const dialect of DIALECTS) matchers.push(compileArnPattern(pattern, { dialect }));
      for (const matcher of matchers) {
        const inside = matcher.matches(whole, before.length, before.length + text.length);
        expect(inside).toBe(matcher.matches(text));
      }
    };
    fc.assert(fc.property(pairs(arnPatterns), fillings, fillings, check), RUNS);
  });
});

describe('token buffers', () => {
  test('S92, S110: a pattern put together from parts is the whole pattern', () => {
    const check = ([pattern, text]: readonly [string, string], cuts: readonly number[]): void => {
      const buffer = bufferOf(pattern, cuts);
      expect(matchGlobTokens(buffer, text)).toBe(globOracle(pattern, text));
      expect(matchArnTokens(buffer, text, 'resource')).toBe(resourceOracle(pattern, text, 'never'));
      expect(matchArnTokens(buffer, text, 'operator')).toBe(operatorOracle(pattern, text));
      expect(compileGlob(buffer.tokens.slice(0, buffer.length)).tokens).toEqual(compileGlob(pattern).tokens);
    };
    fc.assert(fc.property(pairs(arnPatterns), fc.array(fc.nat(20), { maxLength: 4 }), check), RUNS);
  });

  test('S123: substituted stars and question marks are literal', () => {
    const hide = (text: string): string => text.replaceAll('*', '\u0001').replaceAll('?', '\u0002');
    const check = ([head, text]: readonly [string, string], value: string, tail: string): void => {
      const subject = text + value + tail.replaceAll('*', 'a');
      const buffer = new TokenBuffer();
      buffer.pushTokens(tokenizeGlob(head));
      buffer.pushText(value);
      buffer.pushTokens(tokenizeGlob(tail));
      const hidden = head + hide(value) + tail;
      expect(matchGlobTokens(buffer, subject)).toBe(globOracle(hidden, hide(subject)));
      expect(matchArnTokens(buffer, subject, 'operator')).toBe(operatorOracle(hidden, hide(subject)));
      expect(matchArnTokens(buffer, subject, 'resource')).toBe(
        resourceOracle(hidden, hide(subject), 'never'),
      );
    };
    fc.assert(fc.property(pairs(arnPatterns), texts, globs, check), RUNS);
  });

  test('a cleared buffer keeps nothing', () => {
    const buffer = new TokenBuffer();
    const check = (first: string, [pattern, text]: readonly [string, string]): void => {
      buffer.clear();
      buffer.pushText(first.repeat(20));
      buffer.clear();
      buffer.pushTokens(tokenizeGlob(pattern));
      expect(matchGlobTokens(buffer, text)).toBe(globOracle(pattern, text));
    };
    fc.assert(fc.property(texts, pairs(globs), check), { numRuns: 500 });
  });
});

describe('ARNs (INVARIANT 11)', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '-', '1', '/', '*', '\u{1F600}'), maxLength: 5 });
  const filled = fc.string({ unit: fc.constantFrom('a', '-', '1', '/'), minLength: 1, maxLength: 5 });
  const parts = fc.record({
    partition: filled,
    service: filled,
    region: field,
    account: field,
    resource: fc.tuple(filled, texts).map(([first, rest]) => `${rest}${first}`),
  });

  test('S42: parse(print(arn)) = arn', () => {
    const check = (arn: ArnParts): void => {
      expect(parseArn(formatArn(arn))).toEqual(arn);
    };
    fc.assert(fc.property(parts, check), RUNS);
  });

  test('S42: print(parse(text)) = text', () => {
    const check = (text: string): void => {
      const arn = parseArn(text);
      if (arn !== undefined) expect(formatArn(arn)).toBe(text);
    };
    fc.assert(fc.property(fc.oneof(arnPatterns, fc.string({ unit: 'binary' })), check), RUNS);
  });

  test('S110: what ArnLike matches, it matches component by component', () => {
    const check = ([pattern, text]: readonly [string, string]): void => {
      if (!compileArnPattern(pattern, { dialect: 'operator' }).matches(text)) return;
      const patternFields = pattern.split(':');
      const fields = text.split(':');
      for (let index = 0; index < 5; index++) {
        expect(globOracle(patternFields[index] ?? '', fields[index] ?? '')).toBe(true);
      }
    };
    fc.assert(fc.property(pairs(arnPatterns), check), RUNS);
  });
});
