import ts from 'typescript';

/**
 * @typedef {import('./declarationGraph.js').Declaration} Declaration
 * @typedef {import('./declarationGraph.js').DeclarationGraph} DeclarationGraph
 * @typedef {import('./rollUp.js').RolledEntry} RolledEntry
 */

/** What the entries of a package reach. */
export class Reach {
  /** Which entries reach a declaration, in the order in which a reader meets the declarations. */
  by = /** @type {Map<Declaration, Set<RolledEntry>>} */ (new Map());
  /** What people read comments of: what entries for them export, and what that inherits from. */
  documented = /** @type {Set<Declaration>} */ (new Set());
  /** Classes that somebody can construct or extend. */
  #constructible = /** @type {Set<Declaration>} */ (new Set());
  #graph;

  /**
   * @param {DeclarationGraph} graph
   * @param {readonly RolledEntry[]} entries
   */
  constructor(graph, entries) {
    this.#graph = graph;
    const exported = entries.map((entry) => ({ entry, names: graph.exportsOf(entry.source) }));
    for (const { names } of exported)
      for (const { target, typeOnly } of names)
        if (!typeOnly && 'file' in target) this.#constructible.add(target);
    for (const { entry, names } of exported) {
      this.#visit(graph.augmentationOf(entry.source), entry);
      for (const { target } of names) {
        if (!('file' in target)) continue;
        if (entry.documented) this.#document(target);
        this.#visit(target, entry);
      }
    }
  }

  /**
   * Whether a part of a declaration is to be written: a constructor only where it can be called.
   *
   * @param {Declaration} declaration
   * @returns {(node: ts.Node) => boolean}
   */
  keptIn(declaration) {
    return (node) => !ts.isConstructorDeclaration(node) || this.#constructible.has(declaration);
  }

  /**
   * @param {Declaration} declaration
   * @param {RolledEntry} entry
   */
  #visit(declaration, entry) {
    const by = this.by.get(declaration) ?? new Set();
    this.by.set(declaration, by);
    if (by.has(entry)) return;
    by.add(entry);
    for (const { identifier, target } of this.#graph.namesIn(declaration, this.keptIn(declaration))) {
      if (!('file' in target)) continue;
      this.#visit(target, entry);
      if (isBase(identifier)) this.#allowConstruction(target);
    }
  }

  /**
   * @param {Declaration} declaration - that another extends.
   */
  #allowConstruction(declaration) {
    if (this.#constructible.has(declaration)) return;
    this.#constructible.add(declaration);
    const before = this.by.get(declaration) ?? [];
    this.by.delete(declaration);
    for (const entry of before) this.#visit(declaration, entry);
  }

  /**
   * @param {Declaration} declaration
   */
  #document(declaration) {
    if (this.documented.has(declaration)) return;
    this.documented.add(declaration);
    for (const { identifier, target } of this.#graph.namesIn(declaration, () => true))
      if ('file' in target && isBase(identifier)) this.#document(target);
  }
}

/**
 * @param {ts.Node} identifier
 * @returns {boolean} whether the declaration that it stands in inherits from what it names.
 */
function isBase({ parent }) {
  return ts.isHeritageClause(parent) || (!ts.isStatement(parent) && isBase(parent));
}
