import { dirname, join } from 'node:path';
import ts from 'typescript';
import { readDeclarationFile } from './declarationFile.js';

/**
 * What a name stands for: a declaration, which has a file and a name there, or something of a module that is installed
 * with the package.
 *
 * @typedef {{ name: string, file: string, statements: readonly ts.Statement[] }} Declaration
 * @typedef {{ name: string, module: string, local: string }} Installed - `local` is what it is called where it is first met.
 * @typedef {Declaration | Installed} Target
 *
 * @typedef {{ name: string, typeOnly: boolean, target: Target }} Exported
 */

/** The declarations of a package and of what is put into it, followed from name to name. */
export class DeclarationGraph {
  /** @type {Map<string, import('./declarationFile.js').DeclarationFile>} */
  #files = new Map();
  /** @type {Map<string, Declaration>} */
  #declarations = new Map();
  /** @type {Map<string, Installed>} */
  #installed = new Map();
  #placeOf;

  /**
   * @param {import('./installed.js').PlaceOf} placeOf - where modules are that are not installed with the package.
   */
  constructor(placeOf) {
    this.#placeOf = placeOf;
  }

  /**
   * @param {string} file
   */
  #read(file) {
    const read = this.#files.get(file) ?? readDeclarationFile(file);
    this.#files.set(file, read);
    return read;
  }

  /**
   * The statements of a file that add to another module, as one declaration without a name.
   *
   * @param {string} file
   * @returns {Declaration}
   */
  augmentationOf(file) {
    return firstOf(this.#declarations, file, { name: '', file, statements: this.#read(file).augmenting });
  }

  /**
   * What a file exports.
   *
   * @param {string} file
   * @returns {readonly Exported[]}
   */
  exportsOf(file) {
    const { exported, passedOn } = this.#read(file);
    return [
      ...[...exported].map(([name, { typeOnly }]) => ({
        name,
        typeOnly,
        target: this.#exported(file, name),
      })),
      ...passedOn.flatMap((module) => this.exportsOf(besides(file, module))),
    ];
  }

  /**
   * What the names within a declaration stand for, as far as they are neither global nor of its own.
   *
   * @param {Declaration} declaration
   * @param {(node: ts.Node) => boolean} isKept - whether a part of it is to be written.
   * @returns {readonly { identifier: ts.Identifier, target: Target }[]}
   */
  namesIn({ file, statements }, isKept) {
    return statements
      .flatMap((statement) => referencesIn(statement, isKept))
      .flatMap((identifier) => {
        const target = this.#named(file, identifier.text);
        return target === undefined ? [] : [{ identifier, target }];
      });
  }

  /**
   * @param {string} file
   * @param {string} name - as within the file.
   * @returns {Target | undefined}
   */
  #named(file, name) {
    const { declared, imported } = this.#read(file);
    const statements = declared.get(name);
    if (statements !== undefined) {
      return firstOf(this.#declarations, `${file}#${name}`, { name, file, statements });
    }
    const origin = imported.get(name);
    return origin && this.#ofModule(file, { ...origin, local: name });
  }

  /**
   * @param {string} file
   * @param {string} name - as for others.
   * @returns {Target}
   */
  #exported(file, name) {
    const { exported, passedOn } = this.#read(file);
    const origin = exported.get(name);
    const target =
      origin === undefined
        ? passedOn.flatMap((module) => this.exportsOf(besides(file, module))).find((one) => one.name === name)
            ?.target
        : origin.from === undefined
          ? this.#named(file, origin.name)
          : this.#ofModule(file, { name: origin.name, from: origin.from, local: name });
    if (target === undefined) throw new Error(`${file} does not export ${name}`);
    return target;
  }

  /**
   * @param {string} file - that names something of a module.
   * @param {{ name: string, from: string, local: string }} named
   * @returns {Target}
   */
  #ofModule(file, { name, from, local }) {
    const place = from.startsWith('.') ? besides(file, from) : this.#placeOf(from);
    if (place !== undefined) return this.#exported(place, name);
    return firstOf(this.#installed, `${from}#${name}`, { name, module: from, local });
  }
}

/**
 * @param {string} file
 * @param {string} module - as the file names one of its package.
 * @returns {string} the declarations of the module.
 */
function besides(file, module) {
  return join(dirname(file), module.replace(/\.[jt]s$/, '.d.ts'));
}

/**
 * One object for each key, so that what is the same can be told by identity.
 *
 * @template T
 * @param {Map<string, T>} known
 * @param {string} key
 * @param {T} value
 * @returns {T} the first value of the key.
 */
function firstOf(known, key, value) {
  const first = known.get(key) ?? value;
  known.set(key, first);
  return first;
}

/**
 * The identifiers in a statement that may name something outside it, and those by which it declares its own names.
 *
 * @param {ts.Node} node
 * @param {(node: ts.Node) => boolean} isKept
 * @returns {readonly ts.Identifier[]}
 */
function referencesIn(node, isKept) {
  if (ts.isImportTypeNode(node)) throw new Error(`import what is named: ${node.getText()}`);
  if (ts.isIdentifier(node)) return isReference(node) ? [node] : [];
  /** @type {ts.Identifier[]} */
  const found = [];
  ts.forEachChild(node, (child) => {
    if (isKept(child)) found.push(...referencesIn(child, isKept));
  });
  return found;
}

/**
 * @param {ts.Identifier} identifier
 * @returns {boolean} false for the names of members and parameters.
 */
function isReference(identifier) {
  const { parent } = identifier;
  return (
    ts.isTypeReferenceNode(parent) ||
    ts.isTypeQueryNode(parent) ||
    ts.isExpressionWithTypeArguments(parent) ||
    ts.isComputedPropertyName(parent) ||
    (ts.isQualifiedName(parent) && parent.left === identifier) ||
    (ts.isPropertyAccessExpression(parent) && parent.expression === identifier) ||
    ts.isVariableDeclaration(parent) ||
    (ts.isDeclarationStatement(parent) && !ts.isModuleDeclaration(parent))
  );
}
