import type { Findings } from '../../diagnostic/findings.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import type { PolicyType } from '../../model/policy.ts';
import type { ParseResult } from '../parseResult.ts';
import { readDocument, type ReadDocument } from './readDocument.ts';
import { ANY_TYPE_GRAMMAR, TYPE_GRAMMARS } from './typeGrammar.ts';

/** Where a tree comes from and what is known about it. */
export interface TreeSource {
  /** `undefined` where the tree was not read from text. */
  readonly text: string | undefined;
  readonly type: PolicyType | undefined;
  readonly name: string | undefined;
  readonly basePointer: string;
  /** The places of the statements to read; all if left out. */
  readonly only?: ReadonlySet<number> | undefined;
}

/** Reads what a tree says, complete or not. */
export function readParts(findings: Findings, root: JsonNode, source: TreeSource): ReadDocument | undefined {
  const { text, type, name, only } = source;
  const grammar = type === undefined ? ANY_TYPE_GRAMMAR : TYPE_GRAMMARS[type];
  const context = { findings, type, grammar, only, suggestions: { count: 0 }, operators: new Map() };
  return readDocument(context, root, { text: text?.slice(root.start, root.end), name });
}

/** Reads a policy from a tree, and makes the result of what was found in it and before. */
export function readTree(findings: Findings, root: JsonNode | undefined, source: TreeSource): ParseResult {
  const { text, basePointer } = source;
  const policy = (root && readParts(findings, root, source))?.policy;
  const diagnostics = findings.toDiagnostics({ text, basePointer });
  if (policy === undefined || findings.failed) return { ok: false, diagnostics };
  return { ok: true, policy, diagnostics };
}
