// Writes the declarations of a package: of all that the compiler wrote only what the entries reach, in as few files as
// there can be. Imports of files from each other, and what nobody can name, were a third of what would be installed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printFile } from './printFile.js';
import { Reach } from './reach.js';

/**
 * @typedef {import('./declarationGraph.js').Declaration} Declaration
 * @typedef {import('./declarationGraph.js').Target} Target
 *
 * @typedef {object} RolledEntry
 * @property {string} source - the declarations of the entry as the compiler wrote them.
 * @property {string} target - the file to write.
 * @property {boolean} published - false for an entry that only packages of this repository know.
 * @property {boolean} documented - whether people write against it, and so read the comments of what it exports.
 */

/**
 * Rolls up the declarations of a package: what one entry alone reaches stands in its file, what several do in one beside
 * them.
 *
 * @param {string} dist - the folder to write to.
 * @param {readonly RolledEntry[]} entries - those of the package.
 * @param {import('./declarationGraph.js').DeclarationGraph} graph - of its declarations.
 */
export function rollUp(dist, entries, graph) {
  const reach = new Reach(graph, entries);
  /** @type {Map<Declaration, string>} */
  const homes = new Map();
  for (const [declaration, by] of reach.by) homes.set(declaration, homeOf(dist, [...by]));
  const reached = [...homes.keys()];
  const targets = reached.flatMap((one) => graph.namesIn(one, reach.keptIn(one)).map(({ target }) => target));
  const rolledUp = { homes, names: namesOf([...reached, ...targets]), reach, graph };
  for (const file of new Set([...entries.map(({ target }) => target), ...homes.values()])) {
    const entry = entries.find(({ target }) => target === file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, printFile(file, entry && graph.exportsOf(entry.source), rolledUp));
  }
}

/**
 * @param {string} dist
 * @param {readonly RolledEntry[]} entries - that reach a declaration.
 * @returns {string} the file for it.
 */
function homeOf(dist, entries) {
  const [only, ...others] = entries;
  if (only !== undefined && others.length === 0) return only.target;
  return join(dist, entries.some(({ published }) => published) ? '_shared.d.ts' : '_internals/_shared.d.ts');
}

/**
 * @param {readonly Target[]} targets
 * @returns {ReadonlyMap<Target, string>} what each is called: two of one name must not meet in one file.
 */
function namesOf(targets) {
  /** @type {Map<string, number>} */
  const used = new Map();
  return new Map(
    [...new Set(targets)].map((target) => {
      const name = 'file' in target ? target.name : target.local;
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      return [target, count === 1 ? name : `${name}$${count}`];
    }),
  );
}
