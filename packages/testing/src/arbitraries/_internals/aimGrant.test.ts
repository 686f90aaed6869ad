import type { KmsGrant } from '@policywright/evaluator';
import { expect, test } from 'vitest';
import { aimGrant, type GrantedRequest } from './aimGrant.ts';
import type { AimPlan } from './aimPlan.ts';
import { FEDERATED, SESSION, USER } from './alphabet.ts';
import { Picker } from './picker.ts';

const PLAN: AimPlan = { target: 0, entry: 1, picks: [1], caller: 0, owner: 0, spoilers: [] };
const GRANT: KmsGrant = { grantee: USER, operations: ['decrypt', 'encrypt'] };

function aim(
  grant: Partial<KmsGrant>,
  picks: readonly number[],
  plan: Partial<AimPlan> = {},
): GrantedRequest | undefined {
  return aimGrant({ grants: [{ ...GRANT, ...grant }] }, { ...PLAN, ...plan }, new Picker(picks));
}

test('every other plan aims at a grant, where there is one', () => {
  expect(aim({}, [1], { entry: 0 })).toBeUndefined();
  expect(aim({}, [1], { entry: 2 })).toBeUndefined();
  expect(aimGrant({}, PLAN, new Picker([1]))).toBeUndefined();
  expect(aimGrant({ grants: [] }, PLAN, new Picker([1]))).toBeUndefined();
  expect(aim({}, [1])).toMatchObject({ principal: USER, action: 'kms:encrypt' });
  expect(aim({}, [1], { entry: 3, target: 5 })?.action).toBe('kms:encrypt');
  expect(aim({ operations: ['decrypt'] }, [1])?.action).toBe('kms:decrypt');
});

test('a request is about a key of either account, seldom about an alias', () => {
  const resources = Array.from({ length: 64 }, (_, pick) => aim({}, [1, pick, pick * 5 + 1])?.resource);
  const shareOf = (part: string): number => resources.filter((text) => text?.includes(part)).length;
  expect(shareOf('111122223333:key/k1')).toBeGreaterThan(16);
  expect(shareOf('444455556666:key/k1')).toBeGreaterThan(16);
  expect(shareOf(':alias/mine')).toBeGreaterThan(0);
  expect(shareOf(':alias/mine')).toBeLessThan(8);
});

test.each<readonly [KmsGrant['grantee'], number, unknown]>([
  [{ service: 's3.amazonaws.com' }, 1, { service: 's3.amazonaws.com' }],
  [USER, 1, USER],
  [USER, 3, FEDERATED],
  ['arn:aws:iam::111122223333:role/deploy', 1, SESSION],
  ['arn:aws:iam::444455556666:role/audit', 1, 'arn:aws:sts::444455556666:assumed-role/audit/run1'],
  ['arn:aws:iam::111122223333:root', 1, SESSION],
  ['arn:aws:iam::444455556666:root', 1, 'arn:aws:iam::444455556666:user/dave'],
  ['arn:aws:iam::111122223333:root', 3, 'arn:aws:iam::111122223333:root'],
  ['AROADEPLOY', 1, SESSION],
])('the grantee %j by %i calls as %j', (grantee, pick, principal) => {
  expect(aim({ grantee }, [pick])?.principal).toEqual(principal);
});

test('the encryption context and the source are those of the grant, and sometimes more', () => {
  const grant: Partial<KmsGrant> = {
    encryptionContextSubset: { a: '1', b: '2' },
    encryptionContextEquals: { b: '3' },
    sourceArn: 'arn:aws:s3:::b',
  };
  const contexts = [0, 1, 2, 3].map((pick) => aim(grant, [1, 1, 1, pick])?.context);
  const own = {
    'kms:EncryptionContext:a': '1',
    'kms:EncryptionContext:b': '3',
    'aws:SourceArn': 'arn:aws:s3:::b',
  };
  for (const context of contexts) expect(context).toMatchObject(own);
  expect(contexts.filter((context) => JSON.stringify(context) === JSON.stringify(own)).length).toBe(3);
  expect(aim({}, [1])?.context).toEqual({});
});
