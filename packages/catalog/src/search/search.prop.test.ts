import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestNames, search, services, type SearchHit } from '../index.ts';
import { wordsOf } from './_internals/wordsOf.ts';

interface Entry extends Pick<SearchHit, 'kind' | 'name' | 'service'> {
  readonly prefix: readonly string[];
  readonly rest: readonly string[];
  readonly ofService: readonly string[];
}

const entries: readonly Entry[] = services().flatMap((service): Entry[] => {
  const ofService = wordsOf(service.name);
  const kind = 'service';
  const own = { kind, name: service.prefix, service: service.prefix, prefix: [], ofService } as const;
  return [
    { ...own, rest: wordsOf(service.prefix) },
    { ...own, rest: ofService },
    ...service.resourceTypes.map(({ name }): Entry => ({
      ...own,
      kind: 'resourceType',
      name: `${service.prefix}:${name}`,
      prefix: wordsOf(service.prefix),
      rest: wordsOf(name),
    })),
  ];
});

function isMisspelt(word: string, text: string): boolean {
  return word.length > 3 && closestNames(word, [text], { maxEdits: word.length > 6 ? 2 : 1 }).length > 0;
}

/** From 0 to 20, as the documentation of `search` has it, without an index. */
function fit(word: string, { prefix, rest, ofService }: Entry, misspelt: boolean): number {
  const one = (text: string): number => {
    if (text === word) return 20;
    if (text.startsWith(word)) return 18;
    return misspelt && isMisspelt(word, text) ? 12 : 0;
  };
  const tails = word.length > 1 ? rest.map((_, index) => rest.slice(index).join('')) : [];
  return Math.max(
    ...[...prefix, ...rest].map(one),
    ...ofService.map((text) => one(text) / 2),
    ...(rest.length > 1 && word.length > 1 ? [one(rest.join(''))] : []),
    ...tails.map((tail) => (rest.length > 1 && tail.startsWith(word) ? 16 : 0)),
  );
}

function found(text: string, misspelt: boolean): readonly SearchHit[] {
  const words = [...new Set(wordsOf(text))];
  const best = new Map<string, SearchHit>();
  for (const entry of entries) {
    const fits = words.map((word) => fit(word, entry, misspelt));
    if (fits.length === 0 || fits.includes(0)) continue;
    const { kind, name, service } = entry;
    const count = entry.prefix.length + entry.rest.length;
    const most = Math.max(words.length, (words.length + count) / 2);
    const score = Math.round((5 * fits.reduce((sum, one) => sum + one)) / most);
    const key = `${kind} ${name}`;
    if ((best.get(key)?.score ?? 0) < score) best.set(key, { kind, name, service, score });
  }
  return [...best.values()].sort(
    (a, b) => b.score - a.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
  );
}

const vocabulary = [...new Set(entries.flatMap(({ rest, ofService }) => [...rest, ...ofService]))];
const names = entries.map(({ rest }) => rest.slice(-2).join(''));
const word = fc
  .tuple(fc.constantFrom(...vocabulary, ...names), fc.nat(20), fc.constantFrom('', 'cut', 'lost', 'added'))
  .map(([text, at, change]) => {
    if (change === 'cut') return text.slice(0, at + 1);
    if (change === 'lost') return text.slice(0, at) + text.slice(at + 1);
    return change === 'added' ? `${text.slice(0, at)}q${text.slice(at)}` : text;
  });

test('the index finds what looking at every name finds, in the same order', () => {
  const hits = { literally: 0, misspelt: 0 };
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(1, 5, 10_000),
      (words, limit) => {
        const text = words.join(' ');
        fc.pre(text.length <= 100);
        const literally = found(text, false);
        const expected = literally.length > 0 ? literally : found(text, true);
        if (literally.length > 0) hits.literally++;
        else if (expected.length > 0) hits.misspelt++;
        expect(search(text, { kinds: ['service', 'resourceType'], limit })).toEqual(expected.slice(0, limit));
      },
    ),
    {
      numRuns: 60,
      examples: [
        [['bucket'], 5],
        [['buqcket'], 5],
      ],
    },
  );
  expect(Math.min(hits.literally, hits.misspelt)).toBeGreaterThan(0);
}, 30_000);
