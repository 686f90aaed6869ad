import { expect, test } from 'vitest';
import type { AimedRequest } from './aimedRequest.ts';
import type { SpoilerKind } from './aimPlan.ts';
import { ACTIONS, CALLERS, ODD_VALUES, RESOURCES, STRINGS, USER } from './alphabet.ts';
import { spoil } from './spoil.ts';

const REQUEST: AimedRequest = {
  principal: USER,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  context: { 'aws:username': 'alice', 'aws:TagKeys': ['a', 'b'] },
};
const NAME = 'aws:username';
const KEYS = 'aws:TagKeys';

/** What a spoiler changes of the request: the members that are others afterwards. */
function changed(kind: SpoilerKind, at: number, pick: number, request = REQUEST): object {
  const spoilt = spoil(request, { kind, at, pick });
  const before = new Map(Object.entries(request));
  return Object.fromEntries(
    Object.entries(spoilt).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)),
    ),
  );
}

test.each<readonly [SpoilerKind, number, number, object]>([
  // An odd choice replaces the character, an even one goes before it.
  ['actionCharacter', 4, 1, { action: 's3:GxtObject' }],
  ['actionCharacter', 4, 3, { action: 's3:GatObject' }],
  ['actionCharacter', 4, 6, { action: 's3:GxetObject' }],
  ['actionCharacter', 4, 5, { action: 's3:GtObject' }],
  ['actionCharacter', 16, 1, { action: 's3:GxtObject' }],
  ['actionCharacter', 2, 1, {}],
  ['actionCase', 3, 0, { action: 's3:getObject' }],
  ['actionCase', 4, 0, { action: 's3:GEtObject' }],
  ['actionCase', 16, 0, { action: 's3:GEtObject' }],
  ['actionOther', 0, 3, { action: ACTIONS[3] }],
  ['resourceCharacter', 13, 1, { resource: 'arn:aws:s3:::x/k' }],
  ['resourceCharacter', 13, 2, { resource: 'arn:aws:s3:::/b/k' }],
  ['resourceCharacter', 0, 1, {}],
  ['resourceCase', 9, 0, { resource: 'arn:aws:s3:::B/k' }],
  ['resourceCase', 0, 0, { resource: 'arn:Aws:s3:::b/k' }],
  ['resourceSegment', 0, 4, { resource: 'arn:aws-cn:s3:::b/k' }],
  ['resourceSegment', 2, 3, { resource: 'arn:aws:s3:us-west-1::b/k' }],
  ['resourceSegment', 3, 2, { resource: 'arn:aws:s3::444455556666:b/k' }],
  ['resourceSegment', 8, 2, { resource: 'arn:aws:s3::444455556666:b/k' }],
  ['resourceSegment', 4, 0, { resource: 'arn:aws:s3:::x' }],
  ['resourceOther', 0, 5, { resource: RESOURCES[5] }],
  ['principal', 0, 4, { principal: CALLERS[4] }],
  ['dropKey', 0, 0, { context: { [KEYS]: ['a', 'b'] } }],
  ['dropKey', 3, 0, { context: { [NAME]: 'alice' } }],
  ['contextValue', 0, 1, { context: { [NAME]: STRINGS[1], [KEYS]: ['a', 'b'] } }],
  ['contextValue', 1, 2, { context: { [NAME]: 'alice', [KEYS]: ['a', 'b', STRINGS[2]] } }],
  ['contextOdd', 0, 2, { context: { [NAME]: ODD_VALUES[2], [KEYS]: ['a', 'b'] } }],
  ['contextShape', 0, 0, { context: { [NAME]: [], [KEYS]: ['a', 'b'] } }],
  ['contextShape', 0, 1, { context: { [NAME]: ['alice'], [KEYS]: ['a', 'b'] } }],
  ['contextShape', 1, 2, { context: { [NAME]: 'alice', [KEYS]: 'a' } }],
  ['contextTwin', 0, 3, { context: { ...REQUEST.context, 'AWS:USERNAME': 'alice' } }],
  ['contextTwin', 0, 1, { context: { ...REQUEST.context, 'AWS:USERNAME': STRINGS[1] } }],
  ['contextTwin', 0, 2, { context: { ...REQUEST.context, 'AWS:USERNAME': ['alice'] } }],
  ['contextTwin', 1, 2, { context: { ...REQUEST.context, 'AWS:TAGKEYS': ['b', STRINGS[2]] } }],
])('%s at %i by %i', (kind, at, pick, expected) => {
  expect(changed(kind, at, pick)).toEqual(expected);
});

test('the resource `*` keeps being one, and without a context there is nothing to change in it', () => {
  const bare: AimedRequest = { ...REQUEST, resource: '*', context: {} };
  for (const kind of ['resourceCase', 'resourceSegment', 'dropKey', 'contextValue', 'contextTwin'] as const)
    expect([kind, changed(kind, 0, 1, bare)]).toEqual([kind, {}]);
});
