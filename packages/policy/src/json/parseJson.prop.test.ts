import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonNode } from './jsonNode.ts';
import { parseJson } from './parseJson.ts';

/** The value that `JSON.parse` gives for a tree: the last of repeated names wins. */
function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map(plainValue);
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, plainValue(value)]));
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

function nativeParse(text: string): { ok: boolean; value?: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function expectAgreement(text: string): void {
  const native = nativeParse(text);
  const { node, diagnostics } = parseJson(text);
  expect(node !== undefined).toBe(native.ok);
  expect(diagnostics.length === 0).toBe(native.ok);
  if (node !== undefined) expect(plainValue(node)).toEqual(native.value);
  for (const { range, path } of diagnostics) {
    expect(path).toBe('');
    expect(range?.start.offset).toBeGreaterThanOrEqual(0);
    expect(range?.end.offset).toBeGreaterThanOrEqual(range?.start.offset ?? 0);
    expect(range?.end.offset).toBeLessThanOrEqual(text.length);
  }
}

/** Pieces of JSON and of what people write for it: far more often nearly right than random characters. */
const fragments = fc.constantFrom(
  ...'{}[],:"\'\\/ \n\t#0123456789.-+eEuntrfal*',
  '"a"',
  '"a":',
  'true',
  'false',
  'null',
  '1e3',
  '\\u00e4',
  '\\"',
  '//',
  '/*',
  '*/',
  '{}',
  '[]',
  '\ud83d',
  '\u201c',
  '\u00a0',
);

test('agrees with JSON.parse on text made of JSON values', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), fc.nat(4), (value, indent) => {
      expectAgreement(JSON.stringify(value, undefined, indent));
    }),
  );
});

test('agrees with JSON.parse on text made of fragments', () => {
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => expectAgreement(parts.join(''))),
    { numRuns: 5000 },
  );
});

test('agrees with JSON.parse on damaged JSON', () => {
  const damaged = fc
    .tuple(fc.jsonValue({ maxDepth: 3 }), fc.nat(), fc.nat(3), fragments)
    .map(([value, at, length, piece]) => {
      const text = JSON.stringify(value);
      const start = at % (text.length + 1);
      return text.slice(0, start) + piece + text.slice(start + length);
    });
  fc.assert(fc.property(damaged, expectAgreement), { numRuns: 3000 });
});

test('agrees with JSON.parse on any string, and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), expectAgreement), { numRuns: 1000 });
  const units = fc.array(fc.nat(0xffff), { maxLength: 30 }).map((codes) => String.fromCharCode(...codes));
  fc.assert(fc.property(units, expectAgreement), { numRuns: 1000 });
});
