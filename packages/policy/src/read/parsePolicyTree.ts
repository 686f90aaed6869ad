import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { Findings } from '../diagnostic/findings.ts';
import { createPositionFinder } from '../diagnostic/positionAt.ts';
import type { JsonNode } from '../json/jsonNode.ts';
import { isText, readText } from '../json/_internals/readText.ts';
import { recoverText } from '../json/_internals/recoverText.ts';
import { hasAllParts, type PolicyTree, type StatementTree } from '../model/policyTree.ts';
import type { PlacedParts } from './_internals/readDocument.ts';
import type { StatementPlace } from './_internals/statementPlace.ts';
import { readParts } from './_internals/readTree.ts';
import type { ParseOptions } from './parseResult.ts';

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
  const { type, name } = options;
  const found = readRoot(source, options);
  if (found.root === undefined) return NOTHING;
  const findings = new Findings();
  const document = readParts(findings, found.root, { text: source, type, name, basePointer: '' });
  if (document === undefined) return { ...NOTHING, root: found.root };
  const errors = new ErrorPlaces(findings.toDiagnostics({ text: undefined, basePointer: '' }));
  const positionOf = createPositionFinder(source);
  const { firstMistake } = found;
  const statements = document.parts.map((each, index): StatementTree => {
    const { node, pointer } = each.place;
    const range = { start: positionOf(node.start), end: positionOf(node.end) };
    const next = document.parts[index + 1]?.place;
    const isSure = firstMistake === undefined || (next !== undefined && isBefore(next, firstMistake, errors));
    return treeOf(each, range, isSure && !errors.touch(pointer));
  });
  const { version, id } = document.policy;
  return { root: found.root, version, id, statements };
}

const NOTHING: PolicyTree = { root: undefined, version: undefined, id: undefined, statements: [] };

interface FoundRoot {
  readonly root: JsonNode | undefined;
  /** Absent where the text is JSON. */
  readonly firstMistake?: number;
}

function readRoot(text: string, { limits }: ParseOptions): FoundRoot {
  const findings = new Findings();
  const root = readText(text, findings, limits);
  return findings.failed ? recoverText(text, limits) : { root };
}

function treeOf({ parts }: PlacedParts, range: StatementTree['range'], isWhole: boolean): StatementTree {
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

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
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
