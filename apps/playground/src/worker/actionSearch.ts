import { closestNames, getService, search, services } from '@policywright/catalog';

/** An action as it is searched. */
interface Entry {
  readonly fullName: string;
  /** Its name without the prefix, in lower case. */
  readonly name: string;
  /** Everything by which it can be found, in lower case. */
  readonly text: string;
}

let entries: readonly Entry[] | undefined;

function allEntries(): readonly Entry[] {
  entries ??= services().flatMap(({ name: serviceName, actions }) =>
    actions.map(({ fullName, name }) => ({
      fullName,
      name: name.toLowerCase(),
      text: `${fullName} ${serviceName}`.toLowerCase(),
    })),
  );
  return entries;
}

/**
 * Finds actions for what somebody types: those that have all the words, or where there are none, those that are
 * near.
 *
 * The tolerant search of the catalog looks at every letter of every name; most of what is typed has no slip,
 * and should not wait for it.
 *
 * @param text - words in any order and letter case, parts of words, or `ecs:Run`.
 * @returns full names, the best first.
 */
export function searchActions(text: string, limit: number): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9-]+/g) ?? [];
  if (words.length === 0 || text.length > LONGEST) return [];
  const found = withAll(words);
  if (found.length > 0) return found.slice(0, limit);
  const near = [...nearInService(words, limit), ...nearAnywhere(words.join(''), limit)];
  return near.length > 0
    ? [...new Set(near)].slice(0, limit)
    : search(text, { kinds: ['action'], limit }).map(({ name }) => name);
}

const LONGEST = 100;

function withAll(words: readonly string[]): readonly string[] {
  const joined = words.join('');
  const rank = ({ name }: Entry): number => {
    const at = words.findIndex((_, index) => name.startsWith(words.slice(index).join('')));
    if (name === joined || (at >= 0 && name === words.slice(at).join(''))) return 0;
    if (at >= 0) return 1;
    return name.includes(joined) ? 2 : 3;
  };
  return allEntries()
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((entry) => ({ name: entry.fullName, rank: rank(entry) }))
    .toSorted((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

let fullNames: ReadonlyMap<string, readonly string[]> | undefined;

/** For `delete tabel`, whole names of any service with at most two letters wrong. */
function nearAnywhere(joined: string, limit: number): readonly string[] {
  if (joined.length < SHORTEST_NEAR) return [];
  fullNames ??= byName();
  const known = fullNames;
  return closestNames(joined, known.keys(), { limit, maxEdits: 2 }).flatMap((name) => known.get(name) ?? []);
}

/** Of shorter texts, too many names are near. */
const SHORTEST_NEAR = 6;

function byName(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, fullName } of allEntries()) {
    const same = names.get(name);
    if (same === undefined) names.set(name, [fullName]);
    else same.push(fullName);
  }
  return names;
}

/** For `ecs runtsak`, only the actions of the service are compared letter by letter. */
function nearInService([prefix = '', ...rest]: readonly string[], limit: number): readonly string[] {
  const service = getService(prefix);
  if (service === undefined || rest.length === 0) return [];
  const names = service.actions.map(({ name }) => name);
  return closestNames(rest.join(''), names, { limit }).map((name) => `${service.prefix}:${name}`);
}
