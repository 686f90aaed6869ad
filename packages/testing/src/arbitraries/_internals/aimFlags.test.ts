import type { PolicySetFlags } from '@policywright/evaluator';
import { describe, expect, test } from 'vitest';
import { aimFlags, aimOutsider, type Asked } from './aimFlags.ts';
import { CALLERS, TARGETS } from './alphabet.ts';
import { Picker } from './picker.ts';
import { ACCESS_POINTS } from './serviceTargets.ts';

const ALICE = 'arn:aws:iam::111122223333:user/alice';
const ASKED: Asked = {
  principal: ALICE,
  action: 'sqs:SendMessage',
  resource: 'arn:aws:sqs:us-east-1:111122223333:jobs',
};

/** All that is asked under a flag, over many choices. */
function askedUnder(flags: PolicySetFlags): readonly string[] {
  const picks = Array.from({ length: 40 }, (_, pick) => pick);
  const found = picks.map((pick) => {
    const { principal, action, resource } = aimFlags(flags, ASKED, new Picker([1, pick, pick]));
    return `${typeof principal === 'string' ? principal : ''} ${action} ${resource}`;
  });
  return [...new Set(found)];
}

test('every second request is about a flag, where there is one', () => {
  const flags = { restrictPublicBuckets: true } as const;
  expect(aimFlags(flags, ASKED, new Picker([0]))).toBe(ASKED);
  expect(aimFlags(flags, ASKED, new Picker([1, 0, 0]))).not.toEqual(ASKED);
  expect(aimFlags({}, ASKED, new Picker([1]))).toBe(ASKED);
  expect(aimFlags(undefined, ASKED, new Picker([1]))).toBe(ASKED);
});

describe('a request about a flag is one that it makes a difference to:', () => {
  const [ROOT, SESSION, FEDERATED] = [
    'arn:aws:iam::111122223333:root',
    'arn:aws:sts::111122223333:assumed-role/deploy/run1',
    'arn:aws:sts::111122223333:federated-user/alice',
  ];
  test.each<readonly [string, PolicySetFlags, readonly string[]]>([
    [
      'others and strangers, of objects, buckets and access points',
      { restrictPublicBuckets: true },
      [
        'arn:aws:iam::444455556666:user/dave s3:GetObject arn:aws:s3:::b/k',
        'anonymous s3:GetObject arn:aws:s3:::b/k',
        'anonymous s3:ListBucket arn:aws:s3:::b',
        `arn:aws:iam::444455556666:user/dave s3:GetObject ${ACCESS_POINTS[0]}`,
      ],
    ],
    [
      'access points',
      { accessPointNetworkOrigin: 'VPC' },
      [
        `anonymous s3:GetObject ${ACCESS_POINTS[0]}`,
        `arn:aws:iam::444455556666:user/dave s3:ListBucket ${ACCESS_POINTS[1]}`,
      ],
    ],
    ['federated sessions', { federatedByRoot: true }, [`${FEDERATED} ${ASKED.action} ${ASKED.resource}`]],
    [
      'sessions, which delete a role',
      { serviceLinkedRole: true },
      [`${SESSION} ${ASKED.action} ${ASKED.resource}`, `${SESSION} iam:DeleteRole ${ASKED.resource}`],
    ],
    [
      'root of an account, of its own and of others',
      { principalInManagementAccount: true },
      [
        `${ALICE} sts:AssumeRoot arn:aws:iam::444455556666:root`,
        `${ALICE} sts:AssumeRoot ${ROOT}`,
        `${ALICE} ${ASKED.action} ${ASKED.resource}`,
      ],
    ],
    [
      'keys, which are changed and used',
      { awsManagedKey: true },
      ['kms:PutKeyPolicy', 'kms:Decrypt'].map(
        (action) => `${ALICE} ${action} arn:aws:kms:us-east-1:111122223333:key/k1`,
      ),
    ],
  ])('%s', (_, flags, expected) => {
    expect(askedUnder(flags)).toEqual(expect.arrayContaining([...expected]));
  });

  test('calls of IAM and STS, with credentials of a user, of root and of a federated session', () => {
    const found = askedUnder({ credentials: 'session-token' });
    for (const part of [
      'iam:GetRole',
      'iam:PassRole',
      'sts:AssumeRole',
      'sts:GetSessionToken',
      ROOT,
      FEDERATED,
    ])
      expect([part, found.some((text) => text.includes(part))]).toEqual([part, true]);
  });

  test('what any of several flags is about', () => {
    const found = askedUnder({ federatedByRoot: true, awsManagedKey: true });
    expect(found.some((text) => text.startsWith(FEDERATED))).toBe(true);
    expect(found.some((text) => text.includes('kms:'))).toBe(true);
  });

  test('known to those who ask otherwise, too', () => {
    const known = new Set(TARGETS.map(([action]) => action));
    for (const flags of [
      { restrictPublicBuckets: true },
      { credentials: 'console' },
      { awsManagedKey: true },
    ] as const) {
      for (const text of askedUnder(flags)) {
        const [principal = '', action = ''] = text.split(' ');
        expect(CALLERS).toContain(principal);
        expect(known).toContain(action);
      }
    }
  });
});

describe('callers without credentials of an account', () => {
  test('that are identities of providers ask mostly for a role', () => {
    const asked: Asked = { ...ASKED, principal: { federated: 'accounts.google.com' } };
    expect(aimOutsider(asked, new Picker([0]))).toBe(asked);
    const found = [1, 2, 4].map((pick) => aimOutsider(asked, new Picker([1, pick])));
    for (const one of found) {
      expect(one.principal).toEqual(asked.principal);
      expect(one.resource).toBe('arn:aws:iam::111122223333:role/deploy');
    }
    expect(new Set(found.map(({ action }) => action))).toEqual(
      new Set(['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML', 'sts:TagSession'].slice(1)),
    );
  });

  test('that are nobody ask for an object with every second choice', () => {
    const asked: Asked = { ...ASKED, principal: 'anonymous' };
    expect(aimOutsider(asked, new Picker([2]))).toBe(asked);
    expect(aimOutsider(asked, new Picker([1]))).toEqual({
      principal: 'anonymous',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
    });
  });

  test('all others ask what they ask', () => {
    for (const principal of [ASKED.principal, { service: 'sns.amazonaws.com' }, { canonicalUser: 'a' }])
      expect(aimOutsider({ ...ASKED, principal }, new Picker([1]))).toEqual({ ...ASKED, principal });
  });
});
