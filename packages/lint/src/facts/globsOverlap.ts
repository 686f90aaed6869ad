import { compileGlob, overlap, type Matcher } from '@policywright/arn';
import { LIMITS } from '../data/limits.ts';

/** A pattern with its text. */
export interface Glob {
  readonly text: string;
  readonly matcher: Matcher;
}

const STAR = 42;
const ANY = 63;

/**
 * Whether two plain patterns can match the same text; `true` also where that is too costly to tell.
 *
 * Where both have a star, that depends on nothing but what stands in front of the first and behind the last: the
 * longer head, all that is between stars, and the longer tail together are a text that both match.
 */
export function globsOverlap(a: Glob, b: Glob): boolean {
  const left = a.text;
  const right = b.text;
  const isOpen = left.includes('*');
  if (isOpen === right.includes('*')) {
    if (!isOpen && left.length !== right.length) return false;
    return headsAgree(left, right) && (!isOpen || tailsAgree(left, right));
  }
  const [open, fixed] = isOpen ? [a, b] : [b, a];
  if (fixed.matcher.literal !== undefined) return open.matcher.matches(fixed.text);
  return overlap(open.matcher, fixed.matcher, { limit: LIMITS.steps }).verdict !== 'no';
}

/** Whether what is in front of the first star of either text can be the same. */
function headsAgree(left: string, right: string): boolean {
  const end = Math.min(left.length, right.length);
  for (let at = 0; at < end; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === STAR || b === STAR) return true;
    if (a !== b && a !== ANY && b !== ANY) return false;
  }
  return true;
}

/** Whether what is behind the last star of either text can be the same. */
function tailsAgree(left: string, right: string): boolean {
  const end = Math.min(left.length, right.length);
  for (let back = 1; back <= end; back++) {
    const a = left.charCodeAt(left.length - back);
    const b = right.charCodeAt(right.length - back);
    if (a === STAR || b === STAR) return true;
    if (a !== b && a !== ANY && b !== ANY) return false;
  }
  return true;
}

// Fields of ARNs repeat; bounded, since they come from documents.
const known = new Map<string, Glob>();
const MOST_KNOWN = 2000;

/** A pattern, compiled when it has to be. */
export function globOf(text: string): Glob {
  let glob = known.get(text);
  if (glob === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    let matcher: Matcher | undefined;
    glob = {
      text,
      get matcher(): Matcher {
        return (matcher ??= compileGlob(text));
      },
    };
    known.set(text, glob);
  }
  return glob;
}
