import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandActions, fitActions, services, shrinkActions } from '../index.ts';

const everything = expandActions('*');
const prefixes = services().map((service) => service.prefix);

/** Sets of actions that lie close together, as those of real policies do. */
const actionSet = fc
  .array(
    fc.record({
      prefix: fc.constantFrom('s3', 'ecs', 'ec2', 'iam', 'kms', ...prefixes),
      keep: fc.integer({ min: 0, max: 255 }),
      pattern: fc.constantFrom('*', 'Get*', '*Tag*', 'Create*', '*e', '*Object*', 'D*'),
    }),
    { maxLength: 4 },
  )
  .map((parts) =>
    parts.flatMap(({ prefix, keep, pattern }) =>
      // `keep` leaves out some by a cheap hash, so that the sets have holes.
      expandActions(`${prefix}:${pattern}`).filter(
        (name) => (name.length * 31 + name.charCodeAt(name.length - 3)) % 256 <= keep,
      ),
    ),
  );

const sortedSet = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

test('19: expand(shrink(S)) = S for every set S of catalog actions', () => {
  fc.assert(
    fc.property(actionSet, fc.constantFrom('patterns' as const, 'characters' as const), (actions, prefer) => {
      const patterns = shrinkActions(actions, { prefer });
      expect(sortedSet(patterns.flatMap(expandActions))).toEqual(sortedSet(actions));
    }),
    { numRuns: 150 },
  );
});

test('19: the same holds for sets drawn at random from all services', () => {
  fc.assert(
    fc.property(fc.subarray(everything.slice(0, 2_000)), (actions) => {
      expect(sortedSet(shrinkActions(actions).flatMap(expandActions))).toEqual(sortedSet(actions));
    }),
    { numRuns: 15 },
  );
});

test('shrinking never gives more patterns than there were actions, and shrinking again changes nothing in number', () => {
  fc.assert(
    fc.property(actionSet, (actions) => {
      const once = shrinkActions(actions);
      expect(once.length).toBeLessThanOrEqual(new Set(actions).size);
      expect(shrinkActions(once)).toEqual(once);
    }),
    { numRuns: 60 },
  );
});

test('S61: letter case and order of the input do not change the result', () => {
  fc.assert(
    fc.property(actionSet, (actions) => {
      const shouted = actions.toReversed().map((name) => name.toUpperCase());
      expect(shrinkActions(shouted)).toEqual(shrinkActions(actions));
    }),
    { numRuns: 30 },
  );
});

test('no pattern is superfluous: without any one of them an action is missing', () => {
  fc.assert(
    fc.property(actionSet, fc.constantFrom('patterns' as const, 'characters' as const), (actions, prefer) => {
      const patterns = shrinkActions(actions, { prefer });
      for (const left of patterns) {
        const others = new Set(patterns.filter((pattern) => pattern !== left).flatMap(expandActions));
        expect(expandActions(left).every((name) => others.has(name))).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

/** A pattern of one of the forms that shrinking makes, cut out of the name of an action at any place. */
const onePattern = fc
  .tuple(fc.constantFrom(...everything), fc.nat(), fc.nat(), fc.constantFrom('head', 'tail', 'word'))
  .map(([fullName, a, b, form]) => {
    const colon = fullName.indexOf(':');
    const name = fullName.slice(colon + 1);
    const words = name.split(/(?=[A-Z][a-z])/);
    const word = words[a % words.length] ?? name;
    const cut = 1 + (b % name.length);
    const pattern = { head: `${name.slice(0, cut)}*`, tail: `*${name.slice(-cut)}`, word: `*${word}*` }[form];
    return `${fullName.slice(0, colon)}:${pattern}`;
  });

test('what one pattern with a star at an end, or around a word, matches is one pattern again: the fewest there are', () => {
  fc.assert(
    fc.property(onePattern, (pattern) => {
      expect(shrinkActions(expandActions(pattern))).toHaveLength(1);
    }),
    { numRuns: 150 },
  );
});

test('S35: what fits keeps to the limit to the character, and matches the same actions whether it fits or not', () => {
  fc.assert(
    fc.property(actionSet, fc.integer({ min: 2, max: 2_000 }), (actions, limit) => {
      const { fits, patterns, size } = fitActions(actions, limit);
      expect(size).toBe(JSON.stringify(patterns).length);
      expect(fits).toBe(size <= limit);
      expect(sortedSet(patterns.flatMap(expandActions))).toEqual(sortedSet(actions));
      expect(fitActions(actions, size)).toEqual({ fits: true, patterns, size });
      if (size > 2)
        expect(fitActions(actions, size - 1).patterns).not.toEqual({ fits: true, patterns, size });
    }),
    { numRuns: 60 },
  );
});
