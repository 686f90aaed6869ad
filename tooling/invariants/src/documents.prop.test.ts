import {
  POLICY_TYPES,
  extractPolicies,
  locate,
  parseJson,
  parsePolicy,
  policyFromValue,
  printPolicy,
  type Policy,
  type PolicyType,
} from '@policywright/policy';
import type { PolicyDocument } from '@policywright/scenario';
import { policyDocument } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { Chooser } from './rearrange.ts';

interface TypedDocument {
  readonly type: PolicyType;
  readonly document: PolicyDocument;
}

const typedDocument: fc.Arbitrary<TypedDocument> = fc
  .constantFrom(...POLICY_TYPES)
  .chain((type) => policyDocument({ type }).map((document) => ({ type, document })));
const seeds = fc.nat().map((seed) => new Chooser(seed));
const indents = fc.nat(4);

function read(text: string, type: PolicyType): Policy {
  const result = parsePolicy(text, { type });
  if (!result.ok) throw new Error(`${text}\n${JSON.stringify(result.diagnostics)}`);
  return result.policy;
}

/** Everything but the tree, which says where it stood in the text. */
function meaning({ version, id, statements }: Policy): unknown {
  return { version, id, statements };
}

/** Operators in their canonical spelling, as the model has them beside the written one. */
const canonically = (policy: Policy): string => printPolicy(policy, { form: 'canonical' });

test('18: what is printed reads as the policy that it was printed from, and prints the same again', () => {
  check(
    fc.property(typedDocument, fc.option(fc.string(), { nil: undefined }), indents, (...given) => {
      const [{ type, document }, Id, indent] = given;
      const policy = read(JSON.stringify({ ...document, Id }), type);
      const printed = printPolicy(policy, { indent });
      const again = read(printed, type);
      expect(meaning(again)).toEqual(meaning(policy));
      expect(printPolicy(again, { indent })).toBe(printed);
      expect(canonically(read(canonically(policy), type))).toBe(canonically(policy));
    }),
  );
});

test('18: a text and its value read as the same policy', () => {
  check(
    fc.property(typedDocument, indents, ({ type, document }, indent) => {
      const fromValue = policyFromValue(document, { type });
      const fromText = read(JSON.stringify(document, undefined, indent), type);
      expect(fromValue.ok && meaning(fromValue.policy)).toEqual(meaning(fromText));
    }),
  );
});

/** Ranges lie inside the text, pointers resolve, and a policy comes exactly where no error does. */
function expectSound(text: string, type: PolicyType | undefined): number {
  const result = parsePolicy(text, { type });
  const { node } = parseJson(text);
  expect(result.ok).toBe(result.diagnostics.every(({ severity }) => severity !== 'error'));
  for (const { range, path } of result.diagnostics) {
    const { start, end } = range ?? { start: undefined, end: undefined };
    expect(start?.offset).toBeGreaterThanOrEqual(0);
    expect(end?.offset).toBeGreaterThanOrEqual(start?.offset ?? Infinity);
    expect(end?.offset).toBeLessThanOrEqual(text.length);
    expect(start && offsetOf(text, start)).toBe(start?.offset);
    if (node !== undefined) expect(locate(node, path)).toBeDefined();
  }
  return result.diagnostics.length;
}

/** The offset of a line and a column, counted without the parser. */
function offsetOf(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  const before = text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, line - 1);
  return before.join('').length + column - 1;
}

const PIECES = [
  '',
  ...'{}[],:"\'\\/\n\r#0 x*-.',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\0',
  '\\u',
  '\\ud800',
  '"Effect":"Deny",',
  '"Effect":"Allow","Effect":"Deny",',
  '"Statement":[],',
  '"__proto__":{},',
  'null',
  '1e999',
  '/*',
  '\r\n',
] as const;

/** A text with a few small things in it replaced. */
function damaged(text: string, chooser: Chooser): string {
  let result = text;
  for (let times = 1 + chooser.below(3); times > 0; times -= 1) {
    const at = chooser.below(result.length + 1);
    const piece = PIECES[chooser.below(PIECES.length)] ?? '';
    result = result.slice(0, at) + piece + result.slice(at + chooser.below(4));
  }
  return result;
}

test('18: what the parser says of damaged policies lies inside the text and points at what is there', () => {
  let cases = 0;
  let objected = 0;
  check(
    fc.property(typedDocument, indents, seeds, ({ type, document }, indent, chooser) => {
      const text = damaged(JSON.stringify(document, undefined, indent), chooser);
      cases += 1;
      objected += expectSound(text, type) > 0 ? 1 : 0;
      // Of another type, or of none, other things are wrong.
      expectSound(text, POLICY_TYPES[chooser.below(POLICY_TYPES.length)]);
      expectSound(text, undefined);
    }),
  );
  expect(objected / cases).toBeGreaterThan(0.5);
});

/** The value with a member of one of its objects, or an item of an array, replaced or moved elsewhere. */
function misplaced(value: unknown, chooser: Chooser, junk: unknown): unknown {
  if (chooser.below(12) === 1) return junk;
  if (Array.isArray(value)) return value.map((item) => misplaced(item, chooser, junk));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const other = ['Effect', 'Action', 'Principal', 'Null', 'a/~b', 'efect', '__proto__'];
    const renamed = chooser.below(12) === 1 ? (other[chooser.below(other.length)] ?? name) : name;
    return [renamed, misplaced(member, chooser, junk)] as const;
  });
  return Object.fromEntries(members);
}

test('18: so does what it says of policies with the wrong values in the wrong places', () => {
  check(
    fc.property(typedDocument, fc.jsonValue({ maxDepth: 2 }), seeds, (...given) => {
      const [{ type, document }, junk, chooser] = given;
      expectSound(JSON.stringify(misplaced(document, chooser, junk), undefined, chooser.below(3)), type);
    }),
  );
});

test('18: the parser never throws, whatever the text', () => {
  const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
  const bytes = fc.uint8Array({ maxLength: 60 }).map((data) => new TextDecoder().decode(data));
  const tokens = fc.array(fc.constantFrom(...PIECES, '"Action":', '"*"'), { maxLength: 30 });
  const texts = fc.oneof(
    units,
    bytes,
    fc.string({ unit: 'binary' }),
    tokens.map((list) => list.join('')),
  );
  check(
    fc.property(texts, fc.constantFrom(undefined, ...POLICY_TYPES), (text, type) => {
      expectSound(text, type);
      const { node } = parseJson(text);
      if (node !== undefined) extractPolicies(node, { text });
    }),
  );
});

const BRACKETS: readonly (readonly [opening: string, closing: string])[] = [
  ['[', ']'],
  ['{"Statement":', '1}'],
  ['{"a":[', ']}'],
  ['{"Effect":1,"Effect":', '1}'],
  ['"', '"'],
  ['9', ''],
  ['-', ''],
  ['\\u0000', ''],
];

test('18: nor however deep, long, or often repeated its parts are', () => {
  check(
    fc.property(
      fc.constantFrom(...BRACKETS),
      fc.constantFrom('', '{"Statement":', '{"Statement":{"Condition":{"NumericEquals":{"k":'),
      fc.integer({ min: 1, max: 400 }),
      fc.boolean(),
      (...[[opening, closing], before, times, isClosed]) => {
        expectSound(before + opening.repeat(times) + (isClosed ? closing.repeat(times) : ''), undefined);
      },
    ),
  );
});
