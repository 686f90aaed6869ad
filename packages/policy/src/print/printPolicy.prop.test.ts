import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../json/parseJson.ts';
import { printJson } from '../json/printJson.ts';
import type { Policy } from '../model/policy.ts';
import { parsePolicy } from '../read/parsePolicy.ts';
import { printPolicy } from './printPolicy.ts';

const strings = fc.oneof(
  fc.constantFrom('*', 's3:Get*', 'x', '', '1', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const list = fc.oneof(strings, fc.array(strings, { maxLength: 3 }));
const nonEmpty = fc.oneof(strings, fc.array(strings, { minLength: 1, maxLength: 3 }));
const scalars = fc.oneof(strings, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const keys = fc.dictionary(strings, fc.oneof(scalars, fc.array(scalars, { maxLength: 3 })), { maxKeys: 3 });
const operators = fc.constantFrom(
  'StringEquals',
  'stringEQUALS',
  'Bool',
  'ForAnyValue:StringLikeIfExists',
  'null',
);
const principals = fc.oneof(
  fc.constant('*'),
  fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser'), nonEmpty, {
    minKeys: 1,
    maxKeys: 3,
  }),
);
const either = <Value>(
  name: string,
  positive: fc.Arbitrary<Value>,
  negative: fc.Arbitrary<Value>,
): fc.Arbitrary<object> =>
  fc.oneof(
    positive.map((value) => ({ [name]: value })),
    negative.map((value) => ({ [`Not${name}`]: value })),
  );
const statements = fc
  .tuple(
    fc.record({ Effect: fc.constantFrom('Allow', 'Deny') }),
    fc.record(
      { Sid: strings, Condition: fc.dictionary(operators, keys, { maxKeys: 4 }) },
      { requiredKeys: [] },
    ),
    fc.oneof(fc.constant({}), either('Principal', principals, principals)),
    either('Action', list, nonEmpty),
    either('Resource', list, nonEmpty),
  )
  .map((parts) => Object.assign({}, ...parts) as object);
const documents = fc.record(
  {
    Id: strings,
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Statement: fc.oneof(statements, fc.array(statements, { maxLength: 3 })),
  },
  { requiredKeys: ['Statement'] },
);

function read(text: string): Policy {
  const result = parsePolicy(text);
  if (!result.ok) throw new Error(`${text}\n${JSON.stringify(result.diagnostics)}`);
  return result.policy;
}

/** Everything but where it stood in the text. */
function meaning({ version, id, statements: all }: Policy): unknown {
  return { version, id, statements: all };
}

test('INVARIANT 18: parse, print and parse gives what parse gives; printing is idempotent', () => {
  fc.assert(
    fc.property(documents, fc.nat(4), (document, indent) => {
      const policy = read(JSON.stringify(document));
      const printed = printPolicy(policy, { indent });
      const again = read(printed);
      expect(meaning(again)).toEqual(meaning(policy));
      expect(printPolicy(again, { indent })).toBe(printed);
    }),
    { numRuns: 500 },
  );
});

test('the canonical form is a fixed point, and the same for any order of values', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const printed = printPolicy(read(JSON.stringify(document)), { form: 'canonical' });
      expect(printPolicy(read(printed), { form: 'canonical' })).toBe(printed);
      const reversed = JSON.stringify(document, (name, value: unknown) =>
        Array.isArray(value) && name !== 'Statement' ? (value as unknown[]).toReversed() : value,
      );
      expect(printPolicy(read(reversed), { form: 'canonical' })).toBe(printed);
    }),
    { numRuns: 500 },
  );
});

test('printing a tree of JSON gives the text of JSON.stringify', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.nat(4), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      const { node } = parseJson(text);
      expect(node && printJson(node, indent)).toBe(text);
    }),
  );
});
