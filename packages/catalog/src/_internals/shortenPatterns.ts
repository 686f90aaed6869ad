import { dropSuperfluous } from './dropSuperfluous.ts';
import { simplePattern } from './simplePattern.ts';

/**
 * Makes each pattern as short as it can be without matching a name that is not wanted.
 *
 * A shorter pattern matches at least what it matched before, so that nothing is lost; it may also match what another
 * does, which then is dropped.
 */
export function shortenPatterns(
  patterns: readonly string[],
  all: readonly string[],
  wanted: ReadonlySet<string>,
): readonly string[] {
  const unwanted = all.filter((name) => !wanted.has(name)).map((name) => name.toLowerCase());
  const shortened = patterns.map((pattern) => shorten(pattern, unwanted));
  return dropSuperfluous([...new Set(shortened)], wanted);
}

function shorten(pattern: string, unwanted: readonly string[]): string {
  const allowed = (candidate: string): boolean => {
    return !unwanted.some(simplePattern(candidate));
  };
  const star = pattern.indexOf('*');
  // A pattern with a star at each end is kept: what is between is one word or a few.
  if (star === 0 && pattern.length > 1 && pattern.endsWith('*')) return pattern;
  let head = star < 0 ? pattern : pattern.slice(0, star);
  let tail = star < 0 ? '' : pattern.slice(star + 1);
  while (head !== '' && allowed(`${head.slice(0, -1)}*${tail}`)) head = head.slice(0, -1);
  while (tail !== '' && allowed(`${head}*${tail.slice(1)}`)) tail = tail.slice(1);
  const shortened = `${head}*${tail}`;
  return shortened.length < pattern.length ? shortened : pattern;
}
