/**
 * Compiles a pattern that has at most one `*`, or one at each end and none within; letter case is ignored.
 *
 * `shrinkActions` makes no others; for them matching is a comparison of heads and tails.
 *
 * @param pattern - such as `Get*`, `*Object`, `Put*Acl`, `*Bucket*` or `GetObject`.
 * @returns a predicate over names in lower case.
 */
export function simplePattern(pattern: string): (lowerCaseName: string) => boolean {
  const lowerCase = pattern.toLowerCase();
  const star = lowerCase.indexOf('*');
  if (star < 0) return (name) => name === lowerCase;
  if (star === 0 && lowerCase.length > 1 && lowerCase.endsWith('*')) {
    const within = lowerCase.slice(1, -1);
    return (name) => name.includes(within);
  }
  const head = lowerCase.slice(0, star);
  const tail = lowerCase.slice(star + 1);
  const minLength = head.length + tail.length;
  return (name) => name.length >= minLength && name.startsWith(head) && name.endsWith(tail);
}
