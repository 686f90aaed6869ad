import * as fc from 'fast-check';
import { test } from 'vitest';
import { policyTypes as types } from './_testing/policyTypes.ts';
import { damaged } from './_testing/damagedText.ts';
import { RUNS, SEED } from './_testing/runs.ts';
import { SEED_FILES, SEED_POLICIES } from './_testing/seedDocuments.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { positionAt } from './diagnostic/positionAt.ts';
import { extractPolicies } from './extract/extractPolicies.ts';
import type { JsonNode } from './json/jsonNode.ts';
import { parsePointer } from './json/jsonPointer.ts';
import { locate } from './json/locate.ts';
import { parseJson } from './json/parseJson.ts';
import type { PolicyType } from './model/policy.ts';
import { parsePolicy } from './read/parsePolicy.ts';
import type { ParseResult } from './read/parseResult.ts';
import { policyFromNode } from './read/policyFromNode.ts';
import { policyFromValue } from './read/policyFromValue.ts';

// No `expect` here: it takes longer than what is tested.
function assert(holds: boolean, fact: string): asserts holds {
  if (!holds) throw new Error(`expected ${fact}`);
}

/** Ranges lie inside the text, and their lines and columns are those of their offsets. */
function assertRanges(text: string, diagnostics: readonly Diagnostic[]): void {
  for (const { range } of diagnostics) {
    assert(range !== undefined, 'a range');
    const { start, end } = range;
    assert(
      0 <= start.offset && start.offset <= end.offset && end.offset <= text.length,
      'a range in the text',
    );
    for (const { offset, line, column } of [start, end]) {
      const position = positionAt(text, offset);
      assert(position.line === line && position.column === column, 'the line and column of the offset');
    }
  }
}

function assertResult(result: ParseResult): void {
  const failed = result.diagnostics.some(({ severity }) => severity === 'error');
  assert(result.ok !== failed, '`ok` without errors only');
}

/** Every value and name lies inside the value around it. */
function assertOffsets(node: JsonNode, start: number, end: number): void {
  assert(
    start <= node.start && node.start <= node.end && node.end <= end,
    'a value inside what is around it',
  );
  if (node.kind === 'array') for (const item of node.items) assertOffsets(item, node.start, node.end);
  if (node.kind !== 'object') return;
  for (const { name, value } of node.members) {
    assertOffsets(name, node.start, node.end);
    assertOffsets(value, name.end, node.end);
  }
}

function assertSoundText(text: string, type: PolicyType | undefined): void {
  const { node, diagnostics } = parseJson(text);
  assert((node === undefined) === diagnostics.length > 0, 'a tree or mistakes');
  assertRanges(text, diagnostics);
  const result = parsePolicy(text, { type });
  assertResult(result);
  assertRanges(text, result.diagnostics);
  if (node === undefined) {
    assert(!result.ok, 'no policy in what is no JSON');
    return;
  }
  assertOffsets(node, 0, text.length);
  const paths = result.diagnostics.map(({ path }) => path);
  assert(
    paths.every((path) => locate(node, path) !== undefined),
    'pointers that resolve',
  );
  assertSoundValue(JSON.parse(text), type);
}

function assertSoundValue(value: unknown, type: PolicyType | undefined): void {
  const result = policyFromValue(value, { type });
  assertResult(result);
  for (const { path, range } of result.diagnostics) {
    assert(range === undefined, 'no range without a text');
    assert(resolves(value, path), 'a pointer that resolves');
  }
}

function resolves(value: unknown, pointer: string): boolean {
  let at = value;
  for (const step of parsePointer(pointer) ?? []) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}

function assertSoundFile(text: string): void {
  const { node: root } = parseJson(text);
  if (root === undefined) return;
  for (const { node, pointer, type, embedded, isUnknown } of extractPolicies(root, { text })) {
    // No pointer leads to what stands under a name for the second time.
    const isFound = locate(root, pointer) !== undefined || repeatsName(root);
    assert(isFound, 'the pointer of a policy in the file');
    assert(0 <= node.start && node.start <= node.end && node.end <= text.length, 'a policy in the file');
    const result = policyFromNode(node, { text, type, isUnknown });
    assertResult(result);
    assertRanges(text, result.diagnostics);
    for (const { path } of result.diagnostics) {
      assert(locate(node, path) !== undefined, `a pointer that resolves${embedded ? ', embedded' : ''}`);
    }
  }
}

function repeatsName(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.some(repeatsName);
  if (node.kind !== 'object') return false;
  const names = new Set(node.members.map(({ name }) => name.value));
  return names.size < node.members.length || node.members.some(({ value }) => repeatsName(value));
}

const policies = fc.constantFrom(...SEED_POLICIES);
const files = fc.constantFrom(...SEED_FILES);
const random = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => String.fromCharCode(...bytes)),
  fc.array(fc.nat(0xffff), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes)),
  fc.json(),
);
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  key: fc.constantFrom('Statement', 'Effect', 'Action', 'Resource', 'Condition', 'a~/b', '__proto__'),
});
const parameters = { numRuns: RUNS, seed: SEED };

// Together as many cases as runs.
test('INVARIANT 18: findings about damaged policies lie in their text and name what is there', () => {
  const runs = { ...parameters, numRuns: Math.ceil(RUNS * 0.6) };
  fc.assert(fc.property(damaged(policies), types, assertSoundText), runs);
});

test('INVARIANT 18: findings about policies of damaged files lie in their text and name what is there', () => {
  const runs = { ...parameters, numRuns: Math.ceil(RUNS * 0.2) };
  fc.assert(fc.property(damaged(files), assertSoundFile), runs);
});

test('INVARIANT 18: findings about random texts lie in them', () => {
  const runs = { ...parameters, numRuns: Math.ceil(RUNS * 0.1) };
  fc.assert(fc.property(random, types, assertSoundText), runs);
});

test('INVARIANT 18: no value makes the reader throw', () => {
  const runs = { ...parameters, numRuns: Math.ceil(RUNS * 0.1) };
  fc.assert(
    fc.property(anything, types, (value, type) => assertResult(policyFromValue(value, { type }))),
    runs,
  );
});
