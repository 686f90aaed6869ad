import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { Findings } from '../diagnostic/findings.ts';
import { createPositionFinder } from '../diagnostic/positionAt.ts';
import type { JsonNode } from '../json/jsonNode.ts';
import { isText, readText } from '../json/_internals/readText.ts';
import { recoverText } from '../json/_internals/recoverText.ts';
import { hasAllParts, type PolicyTree, type StatementTree } from '../model/policyTree.ts';
import type { PlacedParts } from './_internals/readDocument.ts';
import type { StatementPlace } from './_internals/statementPlace.ts';
import { readParts, type TreeSource } from './_internals/readTree.ts';
import type { ParseOptions } from './parseResult.ts';
import type { NodeOptions } from './policyFromNode.ts';

/**
 * Reads what can be read of a policy document with errors, for editors and other readers that help with it: decisions
 * are for `parsePolicy`, which gives a policy only where there are none.
 *
 * A statement that is not marked incomplete has no error in it. Where the text is not JSON, it also stands before the
 * first mistake, with another one without errors between, since a bracket too many or too few shows only behind where it
 * is.
 * Never throws.
 *
 * @param source - the text, complete or not.
 * @param options - as for `parsePolicy`.
 * @returns the tree, empty where nothing can be read or the text exceeds the limits.
 */
export function parsePolicyTree(source: string, options: ParseOptions = {}): PolicyTree {
  if (!isText(source)) return NOTHING;
  const { type, name, limits } = options;
  const findings = new Findings();
  const root = readText(source, findings, limits);
  if (!findings.failed)
    return root === undefined ? NOTHING : policyTreeFromNode(root, { text: source, type, name });
  const found = recoverText(source, limits);
  const diagnostics = findings.toDiagnostics({ text: source, basePointer: '' });
  if (found.root === undefined) return { ...NOTHING, diagnostics };
  const tree = treeOf(found.root, { text: source, type, name, basePointer: '' }, found.firstMistake);
  return { ...tree, diagnostics };
}

/** A document in a larger text, and which of its statements to read. */
export interface TreeOptions extends NodeOptions {
  /** The places of the statements to read, counted from 0; left out, all. */
  readonly only?: ReadonlySet<number> | undefined;
}

/**
 * Reads what can be read of a policy document with errors that is part of a larger text.
 *
 * @param node - the document in the tree that `parseJson` gave.
 * @param options - the text around it, what is known about it, and which statements to read.
 * @returns as `parsePolicyTree`; pointers in the statements themselves count from the document, not from the text.
 */
export function policyTreeFromNode(node: JsonNode, options: TreeOptions): PolicyTree {
  const { text, type, basePointer = '', name, isUnknown, only } = options;
  return treeOf(node, { text, type, name, basePointer, only, isUnknown });
}

const NOTHING: PolicyTree = {
  root: undefined,
  version: undefined,
  id: undefined,
  statements: [],
  diagnostics: [],
};

interface Source extends TreeSource {
  readonly text: string;
  readonly isUnknown?: NodeOptions['isUnknown'];
}

/**
 * @param root - of the document.
 * @param source - where it comes from.
 * @param firstMistake - the offset of the first mistake in the text; left out where it is JSON.
 */
function treeOf(root: JsonNode, source: Source, firstMistake?: number): PolicyTree {
  const { text, basePointer } = source;
  const findings = new Findings(source.isUnknown);
  const document = readParts(findings, root, source);
  const diagnostics = findings.toDiagnostics({ text, basePointer });
  if (document === undefined) return { ...NOTHING, root, diagnostics };
  const errors = new ErrorPlaces(diagnostics, basePointer);
  const positionOf = createPositionFinder(text);
  const statements = document.parts.map((each, index): StatementTree => {
    const { node, pointer } = each.place;
    const range = { start: positionOf(node.start), end: positionOf(node.end) };
    const next = document.parts[index + 1]?.place;
    const isSure = firstMistake === undefined || (next !== undefined && isBefore(next, firstMistake, errors));
    return statementOf(each, range, isSure && !errors.touch(pointer));
  });
  const { version, id } = document.policy;
  return { root, version, id, statements, diagnostics };
}

function statementOf({ parts }: PlacedParts, range: StatementTree['range'], isWhole: boolean): StatementTree {
  return isWhole && hasAllParts(parts)
    ? { incomplete: false, statement: parts, range }
    : { incomplete: true, parts, range };
}

/** Whether a statement is whole and stands before a mistake; one that is no more than the rest of another is not. */
function isBefore({ node, pointer }: StatementPlace, mistake: number, errors: ErrorPlaces): boolean {
  return node.end < mistake && !errors.touch(pointer);
}

/** Where a document has errors. */
class ErrorPlaces {
  /** Pointers of errors. */
  readonly #statements = new Set<string>();
  /** Whether there is one that is about all statements, as there being two `Statement`, or not all are known. */
  readonly #all: boolean;

  constructor(diagnostics: readonly Diagnostic[], basePointer: string) {
    const errors = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ path, code }) => ({ path: path.slice(basePointer.length), code }));
    this.#all = errors.some(({ path, code }) => code === 'too-many-findings' || isOfAll(path, code));
    for (const { path } of errors) {
      const [, , index = ''] = path.split('/', 3);
      this.#statements.add(`/Statement/${index}`);
      if (path.startsWith('/Statement')) this.#statements.add('/Statement');
    }
  }

  /** Whether a statement has an error in it. */
  touch(pointer: string): boolean {
    return this.#all || this.#statements.has(pointer);
  }
}

function isOfAll(path: string, code: string): boolean {
  return path === '/Statement' && code === 'duplicate-key';
}
