import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyTypes as types } from '../_testing/policyTypes.ts';
import { renderDiagnostic } from '../diagnostic/renderDiagnostic.ts';
import { locate } from '../json/locate.ts';
import { parseJson } from '../json/parseJson.ts';
import { OPERATOR_NAMES } from '../model/conditionOperator.ts';
import { STATEMENT_ELEMENTS } from '../model/elementNames.ts';
import type { PolicyType } from '../model/policy.ts';
import { parsePolicy } from './parsePolicy.ts';

/** INVARIANT 18: ranges lie inside the text, pointers resolve, `ok` is false exactly with an error. */
function expectSoundDiagnostics(text: string, type: PolicyType | undefined): void {
  const result = parsePolicy(text, { type });
  const { node } = parseJson(text);
  expect(result.ok).toBe(!result.diagnostics.some(({ severity }) => severity === 'error'));
  for (const diagnostic of result.diagnostics) {
    const { range, path } = diagnostic;
    if (range === undefined) throw new Error('expected a range');
    expect(range.start.offset).toBeGreaterThanOrEqual(0);
    expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset);
    expect(range.end.offset).toBeLessThanOrEqual(text.length);
    const lines = text.slice(0, range.start.offset).split(/\r\n|\n|\r(?!\n)/);
    expect(range.start.line).toBe(lines.length);
    expect(range.start.column).toBe((lines.at(-1)?.length ?? 0) + 1);
    if (node !== undefined) expect(locate(node, path)).toBeDefined();
    expect(renderDiagnostic(diagnostic, text)).toContain(diagnostic.code);
  }
}

const text = fc.constantFrom(
  '*',
  's3:GetObject',
  'arn:aws:s3:::b',
  'Allow',
  'Deny',
  'x y',
  '',
  '\u0100',
  '111122223333',
);
const junk = fc.jsonValue({ maxDepth: 2 });
const names = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<string>(...STATEMENT_ELEMENTS, 'Version', 'Statement', 'Id', 'AWS', 'Service'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<string>(...OPERATOR_NAMES, 'ForAnyValue:StringLike', 'aws:username', 'a/~b'),
  },
  fc.constantFrom('effect', '__proto__', 'actions', 'ForAllValues:Null', 'Strin'),
);
/** Documents that are nearly policies: right names in wrong places, and wrong values under right names. */
const nearPolicies = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    junk,
    fc.array(fc.oneof(text, tie('object')), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(names, tie('value'), { maxKeys: 5 }),
}));
const statements = fc.record(
  {
    Sid: fc.oneof(text, junk),
    Effect: fc.oneof(fc.constantFrom('Allow', 'Deny'), junk),
    Principal: nearPolicies.value,
    Action: fc.oneof(text, nearPolicies.value),
    NotAction: fc.array(text, { maxLength: 2 }),
    Resource: fc.oneof(text, nearPolicies.value),
    Condition: nearPolicies.object,
  },
  { requiredKeys: [] },
);
const documents = fc.oneof(
  nearPolicies.object,
  fc.record({
    Version: fc.constantFrom('2012-10-17', '2008'),
    Statement: fc.oneof(statements, fc.array(statements, { maxLength: 3 })),
  }),
);

test('INVARIANT 18: diagnostics of near policies are sound', () => {
  fc.assert(
    fc.property(documents, types, fc.nat(3), (document, type, indent) => {
      expectSoundDiagnostics(JSON.stringify(document, undefined, indent), type);
    }),
    { numRuns: 1500 },
  );
});

test('INVARIANT 18: diagnostics of damaged policies are sound', () => {
  const pieces = fc.constantFrom(
    '',
    ...'{}[],:"\'\\/\n\r#0 x',
    '\ufeff',
    '\ud800',
    '\\u',
    '"Effect":"Deny",',
    '/*',
    '\r\n',
  );
  const damaged = fc.tuple(
    documents,
    fc.array(fc.tuple(fc.nat(), fc.nat(3), pieces), { minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(damaged, types, ([document, cuts], type) => {
      let source = JSON.stringify(document, undefined, 1);
      for (const [at, length, piece] of cuts) {
        const start = at % (source.length + 1);
        source = source.slice(0, start) + piece + source.slice(start + length);
      }
      expectSoundDiagnostics(source, type);
    }),
    { numRuns: 1500 },
  );
});

test('INVARIANT 18: the parser never throws on any string', () => {
  const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), units), types, expectSoundDiagnostics), {
    numRuns: 1000,
  });
});

test('INVARIANT 18: the parser never throws on deep nesting or huge numbers', () => {
  for (const source of [
    '{"Statement":'.repeat(100_000),
    '['.repeat(100_000) + ']'.repeat(100_000),
    `{"Statement":{"Condition":{"NumericEquals":{"k":${'9'.repeat(100_000)}}}}}`,
    `{"Statement":{"Condition":{"NumericEquals":{"k":1e${'9'.repeat(1000)}}}}}`,
    `"${'\\u0000'.repeat(10_000)}`,
  ]) {
    expectSoundDiagnostics(source, undefined);
  }
});

test('help for wrong names is bounded, findings are not', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `Efect${index}`);
  const { diagnostics } = parsePolicy(`{${names.map((name) => `"${name}":1`).join(',')}}`);
  expect(diagnostics.filter(({ code }) => code === 'invalid-policy-element').length).toBe(5000);
  const operators = names.map((_, index) => `"StringEqual${index}":{"k":"v"}`).join(',');
  const text = `{"Statement":{"Effect":"Deny","Action":"a:b","Resource":"*","Condition":{${operators}}}}`;
  const unknown = parsePolicy(text).diagnostics.filter(({ code }) => code === 'invalid-condition-operator');
  expect(unknown.length).toBe(5000);
  const helped = unknown.filter(({ help }) => help === 'did you mean `StringEquals`').length;
  expect(helped).toBeGreaterThan(900);
  expect(helped).toBeLessThanOrEqual(1000);
});

test('S5, S7: a scalar reads as a list of one', () => {
  const parts = fc.record({ Effect: fc.constantFrom('Allow', 'Deny'), Action: text, Resource: text });
  fc.assert(
    fc.property(parts, ({ Effect, Action, Resource }) => {
      const bare = parsePolicy(JSON.stringify({ Statement: { Effect, Action, Resource } }));
      const listed = parsePolicy(
        JSON.stringify({ Statement: [{ Effect, Action: [Action], Resource: [Resource] }] }),
      );
      if (!bare.ok || !listed.ok) throw new Error('expected two policies');
      const [one] = bare.policy.statements;
      const [other] = listed.policy.statements;
      expect({ ...one, pointer: '' }).toEqual({ ...other, pointer: '' });
    }),
  );
});
