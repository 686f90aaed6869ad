import { Findings } from '../diagnostic/findings.ts';
import { isText, readText } from '../json/_internals/readText.ts';
import { readPlainPolicy } from './_internals/plain/readPlainPolicy.ts';
import { readTree } from './_internals/readTree.ts';
import type { ParseOptions, ParseResult } from './parseResult.ts';

/**
 * Parses a policy document (rules S1 to S34, S82).
 *
 * Never throws. Reports all findings of the document, also those that stand beside a syntax error whose
 * meaning is plain, such as a trailing comma; beyond 10,000 errors or warnings it only counts.
 *
 * @param source - the text, JSON of at most 16 MiB and 256 levels unless `options.limits` says otherwise.
 * @param options - what the caller knows about the document.
 * @returns the policy with warnings, or the errors.
 */
export function parsePolicy(source: string, options: ParseOptions = {}): ParseResult {
  const text = isText(source) ? source : undefined;
  const plain = text === undefined ? undefined : readPlainPolicy(text, options);
  if (plain !== undefined) return { ok: true, policy: plain, diagnostics: [] };
  const findings = new Findings();
  const root = readText(source, findings, options.limits);
  return readTree(findings, root, { text, type: options.type, name: options.name, basePointer: '' });
}
