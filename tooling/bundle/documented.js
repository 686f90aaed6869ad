// Which declarations keep their comments: an editor shows those of what the public entries give by name, and of what
// these inherit from. Comments elsewhere are for whoever reads the sources, and a third of what would be installed.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAMED = /(?:import|export) (?:type )?(?:\{([^}]*)\}|\*) from '(\.[^']+)\.[jt]s'/g;
const INHERITED = /\bextends ([^{]+)\{/g;

/**
 * The declaration files whose comments people read.
 *
 * @param {readonly string[]} entries - declarations of the public entries.
 * @returns {ReadonlySet<string>} the entries, the files whose names they give, and those that these inherit from.
 */
export function documented(entries) {
  const found = new Set(entries.flatMap((entry) => [entry, ...namedIn(entry).map(({ file }) => file)]));
  for (const file of found) {
    const inherited = new Set(
      [...readFileSync(file, 'utf8').matchAll(INHERITED)].flatMap(
        ([, names = '']) => names.match(/\w+/g) ?? [],
      ),
    );
    // What is added here is visited as well.
    for (const { names, file: base } of namedIn(file))
      if (names.some((name) => inherited.has(name))) found.add(base);
  }
  return found;
}

/**
 * A declaration without its comments.
 *
 * @param {string} text
 * @returns {string}
 */
export function withoutComments(text) {
  return text.replace(/^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\r?\n/gm, '');
}

/**
 * What a file imports or exports by name from files beside it.
 *
 * @param {string} file
 * @returns {{ names: string[], file: string }[]}
 */
function namedIn(file) {
  return [...readFileSync(file, 'utf8').matchAll(NAMED)].map(([, names = '', path = '']) => ({
    names: names.split(',').map((name) =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*/, ''),
    ),
    file: join(dirname(file), `${path}.d.ts`),
  }));
}
