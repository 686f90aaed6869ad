/** Orders texts by code point, so that no locale changes what is generated. */
export function byCodePoint(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
