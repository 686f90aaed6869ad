import { dropSuperfluous } from './dropSuperfluous.ts';
import { simplePattern } from './simplePattern.ts';

/**
 * Covers some of the names of a service with few patterns that match none of the others.
 *
 * @param all - every name of the service.
 * @param wanted - the names to cover, some of `all`.
 * @returns patterns without prefix.
 */
export function coverNames(all: readonly string[], wanted: ReadonlySet<string>): readonly string[] {
  if (wanted.size === all.length) return ['*'];
  const candidates = findCandidates(all, wanted);
  const uncovered = new Set(wanted);
  const chosen: string[] = [];
  while (uncovered.size > 0) {
    const best = takeBest(candidates, uncovered);
    if (best === undefined) break;
    chosen.push(best.pattern);
    for (const name of best.names) uncovered.delete(name);
  }
  return dropSuperfluous([...chosen, ...uncovered], wanted);
}

interface Candidate {
  readonly pattern: string;
  /** Whether it is cut where words begin, so that people can read it. */
  readonly readable: boolean;
  /** The wanted names that it matches. */
  readonly names: readonly string[];
  /** How many of them were uncovered when last counted; it only falls. */
  gain: number;
}

/** The patterns that match two or more wanted names and no unwanted one. */
function findCandidates(all: readonly string[], wanted: ReadonlySet<string>): Candidate[] {
  const unwanted = all.filter((name) => !wanted.has(name)).map((name) => name.toLowerCase());
  const lowerCase = [...wanted].map((name) => name.toLowerCase());
  const wantedNames = [...wanted];
  const readable = new Set(wantedNames.flatMap(patternsOf));
  const patterns = new Set([...readable, ...wantedNames.flatMap(shortPatternsOf)]);
  const candidates: Candidate[] = [];
  for (const pattern of patterns) {
    const matches = simplePattern(pattern);
    if (unwanted.some(matches)) continue;
    const names = wantedNames.filter((_, index) => matches(lowerCase[index] ?? ''));
    if (names.length < 2) continue;
    candidates.push({ pattern, readable: readable.has(pattern), names, gain: names.length });
  }
  return candidates;
}

/** Takes the pattern that covers the most names that are still uncovered; of equal ones the simplest. */
function takeBest(candidates: readonly Candidate[], uncovered: ReadonlySet<string>): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    const goal = best?.gain ?? 2;
    if (candidate.gain < goal) continue;
    candidate.gain = candidate.names.reduce((count, name) => count + (uncovered.has(name) ? 1 : 0), 0);
    if (candidate.gain < goal) continue;
    if (best === undefined || candidate.gain > best.gain || isSimpler(candidate, best)) best = candidate;
  }
  return best;
}

function isSimpler(a: Candidate, b: Candidate): boolean {
  if (a.readable !== b.readable) return a.readable;
  if (a.pattern.length !== b.pattern.length) return a.pattern.length < b.pattern.length;
  return a.pattern < b.pattern;
}

/** The patterns of a name that cut it at words: `Put*`, `*Acl`, `Put*Acl`, `*Bucket*`; also `*Job*` of what ends in it. */
function patternsOf(name: string): readonly string[] {
  const cuts = wordBoundaries(name);
  const patterns: string[] = [];
  for (const [index, head] of cuts.entries()) {
    patterns.push(`${name.slice(0, head)}*`, `*${name.slice(head)}`);
    for (const tail of cuts.slice(index + 1)) patterns.push(`${name.slice(0, head)}*${name.slice(tail)}`);
  }
  const edges = [0, ...cuts, name.length];
  for (const [index, start] of edges.entries()) {
    for (const end of edges.slice(index + 1)) patterns.push(`*${name.slice(start, end)}*`);
  }
  return patterns;
}

/** The patterns of a name that cut it anywhere, but keep only its head or only its tail: `Pu*`, `*cl`. */
function shortPatternsOf(name: string): readonly string[] {
  const patterns: string[] = [];
  for (let offset = 1; offset < name.length; offset++) {
    patterns.push(`${name.slice(0, offset)}*`, `*${name.slice(offset)}`);
  }
  return patterns;
}

/** The offsets at which words of a name begin, without its start: `GetBucketACL` has 3 and 9. */
function wordBoundaries(name: string): readonly number[] {
  const offsets: number[] = [];
  for (let offset = 1; offset < name.length; offset++) {
    const upper = /[A-Z]/.test(name.charAt(offset));
    if (upper && (!/[A-Z]/.test(name.charAt(offset - 1)) || /[a-z]/.test(name.charAt(offset + 1)))) {
      offsets.push(offset);
    }
  }
  return offsets;
}
