import { isAccountId, isArn, parseArn } from '@policywright/arn';
import { accessDeniedMessage, compile, deriveContext, parseAccessDenied } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import { fixText, lintText } from '@policywright/lint';
import {
  inferPolicyType,
  parseConditionOperator,
  parseJson,
  parsePointer,
  parsePolicy,
  policyFromValue,
} from '@policywright/policy';
import { readScenarios } from '@policywright/scenario';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';

const explode = (): never => {
  throw new Error('it is read');
};

/** Values that a generator would trip over itself: each is made when it is used. */
const TRAPS: readonly (() => unknown)[] = [
  () => undefined,
  () => Symbol('s'),
  () => explode,
  () => new Proxy({}, { get: explode, has: explode, ownKeys: explode, getPrototypeOf: explode }),
  () => new Proxy([], { get: explode }),
  () => Object.defineProperty({}, 'root', { enumerable: true, get: explode }),
  () => ({ toString: explode, valueOf: explode, toJSON: explode }),
  () => Object.create(null) as unknown,
  () => ({ principal: Symbol('p'), action: Symbol('a'), resource: Symbol('r'), context: Symbol('c') }),
  () => ({
    decision: 'ImplicitDeny',
    code: Symbol('c'),
    request: { principal: Object.create(null) as unknown },
  }),
  () => ({ context: Object.defineProperty({}, 'aws:CalledVia', { enumerable: true, get: explode }) }),
  () => ({ context: { 'aws:CalledVia': [Symbol('s'), 1], 'aws:SourceArn': 1n } }),
  () => ({ kind: 'object', members: [{ name: {}, value: { kind: 'array', items: [null] } }] }),
  () => ({ root: { kind: 'object', members: explode } }),
  () => 'x'.repeat(100_000),
  () => '['.repeat(100_000),
];

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Any value whatsoever; as a function, since some cannot be looked at. */
const anyValue: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.constantFrom(...TRAPS),
  anything.map((value) => () => value),
  // The shapes that are looked into, with anything in them.
  fc
    .dictionary(
      fc.constantFrom(
        'principal',
        'action',
        'resource',
        'context',
        'root',
        'kind',
        'members',
        'decision',
        'request',
      ),
      anything,
    )
    .map((value) => () => value),
);

/** What takes input from outside, with what it gives where that is not what it reads. */
const READERS: Readonly<Record<string, (value: never) => unknown>> = {
  parseArn,
  isArn,
  isAccountId,
  parseJson,
  parsePolicy,
  policyFromValue,
  inferPolicyType,
  parsePointer,
  parseConditionOperator,
  parseAccessDenied,
  accessDeniedMessage,
  deriveContext,
  lintText,
  fixText,
  readScenarios,
};

describe('input from outside never throws, whatever its type', () => {
  test.each(Object.entries(READERS))('26: %s', (_, reader) => {
    check(
      fc.property(anyValue, (make) => {
        reader(make() as never);
      }),
    );
  });

  test('26: a text that is none is a diagnostic that says what was found and what was expected', () => {
    for (const [value, found] of [
      [undefined, '`undefined`'],
      [null, '`null`'],
      [7, '`7`'],
      [{ Version: '2012-10-17' }, 'an object'],
    ] as const) {
      for (const { diagnostics } of [parsePolicy(value as never), parseJson(value as never)])
        expect(diagnostics).toEqual([
          {
            code: 'data-type-mismatch',
            severity: 'error',
            message: `found ${found}, expected the text of a JSON document`,
            path: '',
            range: undefined,
            help: '`policyFromValue` reads a document that was parsed already',
          },
        ]);
    }
    expect(lintText(undefined as never).findings.map(({ code, range }) => [code, range])).toEqual([
      ['data-type-mismatch', undefined],
    ]);
  });

  test('26: what is no request is decided, and not allowed', () => {
    const everything = policyFromValue({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }],
    });
    const authorizer = compile({ identity: everything.ok ? [everything.policy] : [] });
    check(
      fc.property(anyValue, (make) => {
        expect(authorizer.decide(make() as never)).not.toBe('Allow');
        expect(typeof renderExplanation(authorizer.explain(make() as never))).toBe('string');
      }),
    );
  });

  test('26: what can be read of a context is kept where the rest cannot', () => {
    const context = { 'aws:username': 'alice' };
    Object.defineProperty(context, 'aws:CalledVia', { enumerable: true, get: explode });
    expect(deriveContext({ context, principal: 'anonymous' } as never)).toMatchObject({
      'aws:username': 'alice',
      'aws:PrincipalType': 'Anonymous',
    });
  });
});
