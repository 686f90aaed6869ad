import { dirname, relative, sep } from 'node:path';
import ts from 'typescript';

const COMMENT = /^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\r?\n/gm;

/**
 * @typedef {import('./declarationGraph.js').Declaration} Declaration
 * @typedef {import('./declarationGraph.js').Target} Target
 * @typedef {import('./declarationGraph.js').Exported} Exported
 *
 * @typedef {object} RolledUp
 * @property {ReadonlyMap<Declaration, string>} homes - the file in which every declaration is to stand.
 * @property {ReadonlyMap<Target, string>} names - what everything is called there.
 * @property {import('./reach.js').Reach} reach
 * @property {import('./declarationGraph.js').DeclarationGraph} graph
 */

/**
 * Prints a declaration file.
 *
 * @param {string} file - its path.
 * @param {readonly Exported[] | undefined} exported - what it exports; all that stands in it where left out.
 * @param {RolledUp} rolledUp
 * @returns {string}
 */
export function printFile(file, exported, rolledUp) {
  const { homes, names, reach, graph } = rolledUp;
  const declarations = [...homes].filter(([, home]) => home === file).map(([declaration]) => declaration);
  const inPlace = new Set(
    exported?.filter((one) => isInPlace(one, file, rolledUp)).map(({ target }) => target),
  );
  const imports = declarations
    .flatMap((declaration) => graph.namesIn(declaration, reach.keptIn(declaration)))
    .map(({ target }) => target)
    .filter((target) => !('file' in target) || homes.get(target) !== file)
    .map((target) => ({ from: moduleOf(target, file, homes), text: importText(target, names) }));
  const exports = (exported ?? [])
    .filter(({ target }) => !inPlace.has(target))
    .map(({ name, typeOnly, target }) => {
      const own = 'file' in target ? names.get(target) : target.name;
      return {
        from: 'file' in target && homes.get(target) === file ? undefined : moduleOf(target, file, homes),
        text: `${typeOnly ? 'type ' : ''}${own === name ? name : `${own} as ${name}`}`,
      };
    });
  const printed = declarations.flatMap((declaration) => {
    const isExported = exported === undefined || inPlace.has(declaration);
    return printDeclaration(declaration, isExported, rolledUp);
  });
  return [
    ...byModule('import type', imports),
    ...printed,
    ...byModule('export', exports),
    'export {};',
    '',
  ].join('\n');
}

/**
 * Whether an exported declaration can have the keyword where it stands.
 *
 * @param {Exported} exported
 * @param {string} file
 * @param {RolledUp} rolledUp
 * @returns {boolean}
 */
function isInPlace({ name, typeOnly, target }, file, { homes, names }) {
  if (!('file' in target) || homes.get(target) !== file || names.get(target) !== name) return false;
  return !typeOnly || target.statements.every(isType);
}

/**
 * @param {ts.Statement} statement
 * @returns {boolean}
 */
function isType(statement) {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

/**
 * @param {Target} target
 * @param {string} file - that names it.
 * @param {ReadonlyMap<Declaration, string>} homes
 * @returns {string} the module that it is to be imported from.
 */
function moduleOf(target, file, homes) {
  if (!('file' in target)) return target.module;
  const path = relative(dirname(file), homes.get(target) ?? '')
    .split(sep)
    .join('/')
    .replace(/\.d\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

/**
 * @param {Target} target
 * @param {ReadonlyMap<Target, string>} names
 * @returns {string}
 */
function importText(target, names) {
  const own = names.get(target) ?? '';
  if ('file' in target) return own;
  return target.name === own ? own : `${target.name} as ${own}`;
}

/**
 * One statement for each module.
 *
 * @param {'import type' | 'export'} keyword
 * @param {readonly { from: string | undefined, text: string }[]} named
 * @returns {readonly string[]}
 */
function byModule(keyword, named) {
  return [...new Set(named.map(({ from }) => from))].map((from) => {
    const texts = [...new Set(named.filter((one) => one.from === from).map(({ text }) => text))];
    const whole = texts.find((text) => text.startsWith('* as '));
    if (whole !== undefined && texts.length > 1) throw new Error(`import ${from} as a whole, or names of it`);
    return `${keyword} ${whole ?? `{ ${texts.join(', ')} }`}${from === undefined ? '' : ` from '${from}'`};`;
  });
}

/**
 * @param {Declaration} declaration
 * @param {boolean} isExported
 * @param {RolledUp} rolledUp
 * @returns {readonly string[]} its statements.
 */
function printDeclaration(declaration, isExported, { names, reach, graph }) {
  const isKept = reach.keptIn(declaration);
  const renamed = graph
    .namesIn(declaration, isKept)
    .map(({ identifier, target }) => ({ node: identifier, text: names.get(target) ?? '' }))
    .filter(({ node, text }) => node.text !== text);
  return declaration.statements.map((statement) => {
    const dropped = partsNotKept(statement, isKept).map((node) => ({ node, text: '' }));
    const code = edited(
      statement,
      [...renamed, ...dropped].filter(({ node }) => statement.pos <= node.pos && node.end <= statement.end),
    );
    const text = `${isExported ? 'export ' : ''}${code.replace(/^export /, '')}`;
    if (!reach.documented.has(declaration)) return indented(text.replace(COMMENT, ''));
    const source = statement.getSourceFile();
    return indented(source.text.slice(statement.getStart(source, true), statement.getStart(source)) + text);
  });
}

/**
 * @param {ts.Node} node
 * @param {(node: ts.Node) => boolean} isKept
 * @returns {readonly ts.Node[]}
 */
function partsNotKept(node, isKept) {
  if (!isKept(node)) return [node];
  /** @type {ts.Node[]} */
  const found = [];
  ts.forEachChild(node, (child) => {
    found.push(...partsNotKept(child, isKept));
  });
  return found;
}

/**
 * @param {ts.Statement} statement
 * @param {readonly { node: ts.Node, text: string }[]} edits - what to write for parts of it.
 * @returns {string} its text.
 */
function edited(statement, edits) {
  const { text } = statement.getSourceFile();
  let result = '';
  let at = statement.getStart();
  for (const { node, text: replacement } of [...edits].sort(
    (left, right) => left.node.pos - right.node.pos,
  )) {
    const isName = replacement !== '';
    result += text.slice(at, isName ? node.getStart() : node.pos) + replacement;
    at = node.end;
  }
  return result + text.slice(at, statement.end);
}

/**
 * @param {string} text - as the compiler indents it, by four.
 * @returns {string}
 */
function indented(text) {
  return text.replace(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2));
}
