// Puts the declarations that a package takes from packages which are put into its bundle into its `dist`, too, so
// that whoever installs it needs only what stands in its `dependencies`.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { reachableFrom } from './reachableFrom.js';

const TYPE_IMPORT = /(import|export) type \{([^}]*)\} from '(@policywright\/([a-z-]+)(?:\/[a-z-]+)?)';/g;
const ANY_IMPORT = /(?:from|import)\s*\(?\s*['"](@policywright\/[a-z-]+)/g;
const RE_EXPORT = /export (?:type )?\{([^}]*)\} from '(\.[^']+)\.[jt]s';/g;

/**
 * Rewrites declaration files of a package.
 *
 * @param {{ root: string, files: readonly string[], kept: readonly string[] }} where - `root` is the folder of the package, `files` its
 * declarations, `kept` the names of the packages that it goes on importing from.
 */
export function inlineTypes({ root, files, kept }) {
  const dist = join(root, 'dist');
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const rewritten = text.replace(TYPE_IMPORT, (...match) => {
      const [all = '', keyword = '', names = '', specifier = '', folder = ''] = /** @type {string[]} */ (
        match
      );
      if (kept.includes(`@policywright/${folder}`)) return all;
      const target = join(dist, '_types', folder);
      return [...byDeclaration(root, names, specifier)]
        .map(([declaration, { from, members }]) => {
          copyReachable(declaration, from, target);
          const path = relative(dirname(file), join(target, relative(from, declaration)));
          return `${keyword} type { ${members.join(', ')} } from '${asSpecifier(path)}';`;
        })
        .join('\n');
    });
    if (rewritten !== text) writeFileSync(file, rewritten);
  }
}

/**
 * Makes sure that declarations import from no package that is not installed with them.
 *
 * @param {readonly string[]} files - all that the package has.
 * @param {readonly string[]} kept - the names of the packages that are.
 * @throws {Error} with the first that does.
 */
export function checkImports(files, kept) {
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(ANY_IMPORT)) {
      if (!kept.includes(name))
        throw new Error(`${file}: write \`import type { ... }\` for what comes from ${name}`);
    }
  }
}

/**
 * The declaration files that have the names of one import, by path, with the names in each.
 *
 * @param {string} root
 * @param {string} names - between the braces of the import.
 * @param {string} specifier
 * @returns {Map<string, { from: string, members: string[] }>}
 */
function byDeclaration(root, names, specifier) {
  const entry = createRequire(join(root, 'package.json')).resolve(specifier);
  const from = dirname(entry);
  /** @type {Map<string, string>} */
  const places = new Map();
  const declarations = readFileSync(entry.replace(/\.js$/, '.d.ts'), 'utf8');
  for (const [, exported = '', path] of declarations.matchAll(RE_EXPORT))
    for (const name of listed(exported)) places.set(name, join(from, `${path}.d.ts`));
  /** @type {Map<string, { from: string, members: string[] }>} */
  const found = new Map();
  for (const name of listed(names)) {
    const place = places.get(name);
    if (place === undefined) throw new Error(`${specifier} does not export ${name} from a file of its own`);
    const known = found.get(place) ?? { from, members: [] };
    known.members.push(name);
    found.set(place, known);
  }
  return found;
}

/**
 * @param {string} names - with commas between.
 * @returns {string[]}
 */
function listed(names) {
  return names
    .split(',')
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '');
}

/**
 * @param {string} declaration
 * @param {string} from - the folder that its place is told from.
 * @param {string} target - the folder to copy to.
 */
function copyReachable(declaration, from, target) {
  for (const file of reachableFrom([declaration])) {
    const copy = join(target, relative(from, file));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
}

/**
 * @param {string} path
 * @returns {string}
 */
function asSpecifier(path) {
  const withSlashes = path
    .split(sep)
    .join('/')
    .replace(/\.d\.ts$/, '.js');
  return withSlashes.startsWith('.') ? withSlashes : `./${withSlashes}`;
}
