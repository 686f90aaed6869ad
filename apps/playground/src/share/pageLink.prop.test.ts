import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS, newSlot, type PolicySlot } from '../model/policySlot.ts';
import type { RequestForm } from '../model/state.ts';
import { fromPageText, toPageText } from './pageLink.ts';
import { packFragment, unpackFragment } from './permalink.ts';
import { toScenario, type PageContents } from './scenarioFile.ts';

/** Any UTF-16 at all, and what parsing or decoding would not give back. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '\ufeff{ "Version": "2012-10-17" }',
    '{"a":1e3,\r\n"a":1.0,\r"b" : "\\u0041"}  \n',
    '\ud800 \udc00\u0000\u2028',
    '"2012-10-17"',
    '',
    ' ',
  ),
);

const slot: fc.Arbitrary<PolicySlot> = fc
  .record({
    kind: fc.constantFrom(...KINDS.map(({ kind }) => kind)),
    level: fc.nat(3),
    name: text,
    text,
    isOff: fc.boolean(),
  })
  .map(({ isOff, ...rest }) => newSlot({ ...rest, ...(isOff && { isOff }) }));

const request: fc.Arbitrary<RequestForm> = fc.record({
  principal: text,
  action: text,
  resource: text,
  resourceAccount: text,
  underlying: fc.array(fc.record({ resource: text, resourceAccount: text }), { maxLength: 2 }),
  grants: text,
  context: fc.array(fc.record({ key: text, value: fc.oneof(text, fc.array(text, { maxLength: 3 })) }), {
    maxLength: 3,
  }),
});

const page: fc.Arbitrary<PageContents> = fc.record(
  {
    title: text,
    why: text,
    slots: fc.array(slot, { maxLength: 4 }),
    request,
    flags: fc.constantFrom({}, { serviceLinkedRole: true }, { resourcePolicyKind: 'kms' as const }),
    call: fc.record({ operation: text, input: text, region: text }),
  },
  { requiredKeys: ['title', 'slots', 'request', 'flags'] },
);

/** Ids are of this page load only. */
function withoutIds({ slots, ...rest }: PageContents): object {
  return { ...rest, slots: slots.map((slot) => ({ ...slot, id: '' })) };
}

describe('a permalink', () => {
  test('opens the page letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (contents) => {
        const opened = await unpackFragment(await packFragment(toPageText(contents)));
        const read = fromPageText(opened ?? '');
        expect(typeof read === 'string' ? read : withoutIds(read)).toEqual(withoutIds(contents));
      }),
      { numRuns: 300 },
    );
  });

  test('holds any text', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        expect(await unpackFragment(await packFragment(any))).toBe(any);
      }),
      { numRuns: 300 },
    );
  });

  test('that is somebody else’s opens as a page or says why not, and never throws', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({
        page: fc.constantFrom(1, 2, 3, '1'),
        title: fc.oneof(text, fc.jsonValue()),
        documents: fc.oneof(fc.array(fc.oneof(slot, fc.jsonValue()), { maxLength: 3 }), fc.jsonValue()),
        request: fc.oneof(request, fc.jsonValue()),
        flags: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(value, (any) => {
        const read = fromPageText(JSON.stringify(any));
        for (const { text: document, name } of typeof read === 'string' ? [] : read.slots)
          expect([typeof document, typeof name]).toEqual(['string', 'string']);
      }),
    );
  });

  test('of the former form, a scenario with names, still opens', () => {
    const document = { Version: '2012-10-17', Statement: [] };
    const contents: PageContents = {
      title: 'Old',
      slots: [newSlot({ kind: 'identity', level: 0, name: 'x', text: JSON.stringify(document) })],
      request: {
        principal: 'anonymous',
        action: 's3:GetObject',
        resource: '*',
        resourceAccount: '',
        underlying: [],
        context: [],
        grants: '',
      },
      flags: {},
    };
    const read = fromPageText(JSON.stringify({ ...toScenario(contents), names: ['Mine'], off: [0] }));
    expect(typeof read === 'string' ? read : read.slots[0]).toMatchObject({ name: 'Mine', isOff: true });
  });

  test('of the first form has nothing behind the resource, and no grants', () => {
    const request = { principal: 'x', action: 'y', resource: '*', resourceAccount: '', context: [] };
    const text = (more: object): string =>
      JSON.stringify({ page: 1, title: '', documents: [], request: { ...request, ...more }, flags: {} });
    const read = fromPageText(text({}));
    expect(read).toMatchObject({ request: { ...request, underlying: [], grants: '' } });
    for (const more of [{ underlying: {} }, { underlying: [{ resource: 'x' }] }, { grants: [] }])
      expect(fromPageText(text(more))).toBe('the link does not hold what a page needs');
  });
});
