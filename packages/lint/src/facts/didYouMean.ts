/**
 * Help that names what was likely meant.
 *
 * @param names - names of the catalog, the likeliest first.
 * @returns `undefined` where there are none.
 */
export function didYouMean(names: readonly string[]): string | undefined {
  const marked = names.map((name) => `\`${name}\``);
  const last = marked.pop();
  if (last === undefined) return undefined;
  return `did you mean ${marked.length === 0 ? last : `${marked.join(', ')} or ${last}`}`;
}
