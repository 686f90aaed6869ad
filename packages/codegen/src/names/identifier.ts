/** Words that no module can declare, and names that TypeScript or CommonJS keep for themselves. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export ' +
    'exports extends false finally for function globalThis if implements import in instanceof interface let ' +
    'module new null package private protected public require return static super switch this throw true try ' +
    'typeof undefined var void while with yield'
  ).split(' '),
);

/**
 * Makes a text usable as the name of an exported constant, changing as little as possible.
 *
 * @param text - a name in AWS's spelling, such as `RunTask`.
 * @returns the text with other characters than letters and digits replaced by `_`; a reserved word and a
 * leading digit get a `_` too.
 */
export function escapeIdentifier(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_$]/g, '_');
  if (/^[0-9]/.test(name) || name === '') return `_${name}`;
  return RESERVED.has(name) ? `${name}_` : name;
}
