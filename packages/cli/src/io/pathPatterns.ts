import { compileGlob, type Matcher } from '@policywright/arn';

/** Tells whether a path, of a file or a folder, is left out. */
export type LeavesOut = (path: string) => boolean;

/**
 * Reads patterns of paths: `*` stands for any characters, also slashes, `?` for one. A pattern with a slash is of the
 * whole path from the current folder, one without of the name of any file or folder; what is in a folder that is
 * left out is left out, too.
 *
 * @param patterns - as users write them; a slash at the end, and `./` at the beginning, mean nothing.
 */
export function pathPatterns(patterns: readonly string[]): LeavesOut {
  const wholePaths: Matcher[] = [];
  const names: Matcher[] = [];
  for (const pattern of patterns) {
    const own = pattern.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
    if (own !== '') (own.includes('/') ? wholePaths : names).push(compileGlob(own.replace(/^\//, '')));
  }
  if (wholePaths.length + names.length === 0) return () => false;
  return (path) => {
    const parts = path.split(/[\\/]/).filter((part) => part !== '.' && part !== '');
    return parts.some((part, index) => {
      const whole = parts.slice(0, index + 1).join('/');
      return names.some((name) => name.matches(part)) || wholePaths.some((each) => each.matches(whole));
    });
  };
}
