import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { Findings } from '../diagnostic/findings.ts';
import { isText, readText } from './_internals/readText.ts';
import type { JsonLimits } from './jsonLimits.ts';
import type { JsonNode } from './jsonNode.ts';

/** What `parseJson` gives: the tree, or what is wrong with the text. */
export interface JsonParseResult {
  /** Absent exactly where `diagnostics` is not empty. */
  readonly node?: JsonNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses JSON without loss: places of all values, spelling of numbers, repeated member names (rule S8).
 *
 * Accepts exactly the texts that `JSON.parse` accepts, within the limits, and reports up to twenty mistakes in
 * the others. Never throws.
 *
 * @param text - any string.
 * @param limits - bounds on nesting and size.
 * @returns the tree where the text is JSON, else the mistakes.
 */
export function parseJson(text: string, limits?: JsonLimits): JsonParseResult {
  const findings = new Findings();
  const node = readText(text, findings, limits);
  const diagnostics = findings.toDiagnostics({ text: isText(text) ? text : undefined, basePointer: '' });
  if (node === undefined || findings.failed) return { diagnostics };
  return { node, diagnostics };
}
