import { LIMITS } from '../data/limits.ts';
import { compileGlob, overlap } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';

/** A pattern with its text. */
export interface Glob {
  readonly text: string;
  readonly matcher: Matcher;
}

/**
 * Whether two plain patterns can match the same text; `true` also where that is too costly to tell.
 *
 * Most pairs differ in what stands in front of their first wildcard or behind their last, which is quick to see.
 */
export function globsOverlap(a: Glob, b: Glob): boolean {
  const left = a.matcher;
  const right = b.matcher;
  if (left.kind === 'any' || right.kind === 'any') return true;
  if (left.literal !== undefined) return right.matches(left.literal);
  if (right.literal !== undefined) return left.matches(right.literal);
  if (!left.prefix.startsWith(right.prefix) && !right.prefix.startsWith(left.prefix)) return false;
  if (!left.suffix.endsWith(right.suffix) && !right.suffix.endsWith(left.suffix)) return false;
  // With one run of wildcards each, the longer head and the longer tail together are a shared text.
  if (left.kind !== 'general' && right.kind !== 'general') return true;
  // Nobody writes patterns of so many wildcards but to cost time.
  if (countWildcards(a) > LIMITS.wildcards || countWildcards(b) > LIMITS.wildcards) return true;
  // Nor is a search needed where an example of the one happens to match the other.
  if (right.matches(exampleOf(a)) || left.matches(exampleOf(b))) return true;
  return overlap(left, right, { limit: LIMITS.steps }).verdict !== 'no';
}

function countWildcards({ text }: Glob): number {
  return text.match(/[*?]+/g)?.length ?? 0;
}

function exampleOf({ text }: Glob): string {
  return text.replace(/[*?]/g, 'x');
}

// Fields of ARNs repeat; bounded, since they come from documents.
const known = new Map<string, Glob>();
const MOST_KNOWN = 2000;

/** A pattern, compiled. */
export function globOf(text: string): Glob {
  let glob = known.get(text);
  if (glob === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    glob = { text, matcher: compileGlob(text) };
    known.set(text, glob);
  }
  return glob;
}
