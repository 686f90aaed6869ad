import { Findings } from '../diagnostic/findings.ts';
import { nodeFromValue } from '../json/_internals/nodeFromValue.ts';
import { readTree } from './_internals/readTree.ts';
import type { ParseOptions, ParseResult } from './parseResult.ts';

/**
 * Reads a policy document that is already a JavaScript value.
 *
 * Never throws: cycles, accessors that throw, functions and endless proxies are reported. Only own enumerable
 * members with string names count; `undefined` members are left out as in `JSON.stringify`, `toJSON` is not called.
 *
 * @param value - the document, such as the result of `JSON.parse`.
 * @param options - what the caller knows about it.
 * @returns as `parsePolicy`, but diagnostics have no `range`, and repeated names cannot be seen (rule S8).
 */
export function policyFromValue(value: unknown, options: ParseOptions = {}): ParseResult {
  const findings = new Findings();
  const root = nodeFromValue(value, findings, options.limits);
  return readTree(findings, root, {
    text: undefined,
    type: options.type,
    name: options.name,
    basePointer: '',
  });
}
