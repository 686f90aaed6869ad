import { describe, expect, test } from 'vitest';
import { readCaller } from '../principal/caller.ts';
import { GRADE } from '../principal/grade.ts';
import type { Principal } from '../request/request.ts';
import type { SettlementCode } from '../settlement/settlementCode.ts';
import { settle, type LayerAnswers } from './settle.ts';

const ACCOUNT = '111122223333';
const USER = `arn:aws:iam::${ACCOUNT}:user/alice`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run1`;
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/carol`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const SERVICE = { service: 'sns.amazonaws.com' };

/** Alice in her own account, whom nothing allows and nothing limits. */
const SILENT: Omit<LayerAnswers, 'caller'> = {
  sameAccount: true,
  samePartition: true,
  resourcePolicyKind: undefined,
  resourcePolicyGiven: true,
  needsBothSides: false,
  federatedByRoot: false,
  grant: 'none',
  grades: GRADE.none,
  identityAllows: false,
  boundaryAllows: true,
  hasSession: false,
  sessionAllows: false,
};

type Case = readonly [code: SettlementCode, answers: Partial<Omit<LayerAnswers, 'caller'>>];

function settled(principal: Principal, answers: Case[1]): SettlementCode {
  return settle({ ...SILENT, ...answers, caller: readCaller(principal) }).code;
}

const identity = { identityAllows: true } as const;
const bounded = { boundaryAllows: false } as const;
const session = { hasSession: true, sessionAllows: true } as const;
const closed = { hasSession: true, sessionAllows: false } as const;
const key = { resourcePolicyKind: 'kms' } as const;
const role = { resourcePolicyKind: 'trust' } as const;
const unread = { resourcePolicyGiven: false } as const;
const both = { needsBothSides: true } as const;
const { account: ofAccount, user: ofUser, role: ofRole, direct } = GRADE;

describe('in the own account', () => {
  test.each<Case>([
    // Identity-based policies, within boundary and session policies (S152, S153).
    ['identity-silent', {}],
    ['identity-silent', { grades: ofAccount }],
    ['identity-allow', identity],
    ['boundary-silent', { ...identity, ...bounded }],
    ['session-silent', { ...identity, ...closed }],
    ['identity-allow', { ...identity, ...session }],
    ['identity-silent', session],
    // The resource policy is enough, within limits that depend on whom it names (S149 to S151).
    ['resource-grant', { grades: direct }],
    ['resource-grant', { grades: direct, ...bounded, ...closed }],
    ['resource-grant', { grades: direct | ofRole | ofAccount, ...bounded }],
    ['resource-role-grant', { grades: ofRole }],
    ['boundary-silent', { grades: ofRole, ...bounded }],
    ['session-silent', { grades: ofRole, ...closed }],
    ['resource-role-grant', { grades: ofRole, ...session }],
    ['resource-user-grant', { grades: ofUser }],
    ['resource-role-grant', { grades: ofUser | ofRole }],
    ['boundary-silent', { grades: ofUser, ...bounded }],
    // What is needed on both sides (S203).
    ['identity-silent', { grades: direct, ...both }],
    ['resource-grant', { grades: direct, ...both, ...identity }],
    ['boundary-silent', { grades: direct, ...both, ...identity, ...bounded }],
    ['identity-silent', { grades: ofRole, ...both }],
    ['resource-role-grant', { grades: ofRole, ...both, ...identity }],
    // A key and a role have a say of their own (S171, S172).
    ['key-policy-silent', { ...key, ...identity }],
    ['trust-policy-silent', { ...role, ...identity }],
    ['key-policy-unknown', { ...key, ...unread, ...identity }],
    ['trust-policy-unknown', { ...role, ...unread, ...identity }],
    ['identity-allow', { ...key, ...identity, grades: ofAccount }],
    ['identity-silent', { ...key, grades: ofAccount }],
    ['resource-grant', { ...key, grades: direct }],
    // Grants of a key (S208).
    ['kms-grant', { ...key, grant: 'caller' }],
    ['key-policy-unknown', { ...key, ...unread, grant: 'caller' }],
    ['boundary-silent', { ...key, ...bounded, grant: 'caller' }],
    ['session-silent', { ...key, ...closed, grant: 'caller' }],
    ['identity-allow', { ...key, ...identity, grant: 'account' }],
    ['identity-silent', { ...key, grant: 'account' }],
    ['key-policy-unknown', { ...key, ...identity, ...unread, grant: 'account' }],
  ])('%s: %o', (code, answers) => {
    expect(settled(USER, answers)).toBe(code);
    expect(settled(SESSION, answers)).toBe(code);
  });

  test.each<Case>([
    // Session policies are all that a federated session can use (S200).
    ['federated-without-session', identity],
    ['identity-allow', { ...identity, ...session }],
    ['federated-without-session', { grades: ofUser }],
    ['resource-user-grant', { grades: ofUser, ...session }],
    ['resource-grant', { grades: direct }],
    ['session-allow', { federatedByRoot: true, ...session }],
    ['session-silent', { federatedByRoot: true, ...closed }],
    // Behind a session of root stands no user of its name.
    ['session-silent', { federatedByRoot: true, ...closed, grades: ofUser }],
    ['resource-grant', { federatedByRoot: true, grades: ofUser | direct }],
  ])('a federated session, %s: %o', (code, answers) => {
    expect(settled(FEDERATED, answers)).toBe(code);
  });
});

describe('in another account', () => {
  const abroad = { sameAccount: false } as const;
  test.each<Case>([
    // Both sides have to allow (S158).
    ['cross-account-resource-silent', identity],
    ['identity-silent', { grades: direct }],
    ['cross-account-allow', { ...identity, grades: direct }],
    ['cross-account-allow', { ...identity, grades: ofAccount }],
    ['boundary-silent', { ...identity, ...bounded, grades: direct }],
    ['session-silent', { ...identity, ...closed, grades: direct }],
    ['key-policy-unknown', { ...identity, ...key, ...unread }],
    ['cross-account-resource-silent', { ...identity, ...unread }],
    // A grant is enough, and one to the account leaves it to the account (S208).
    ['kms-grant', { ...key, grant: 'caller' }],
    ['cross-account-allow', { ...identity, ...key, grant: 'account' }],
    ['identity-silent', { ...key, grant: 'account' }],
  ])('%s: %o', (code, answers) => {
    expect(settled(USER, { ...answers, ...abroad })).toBe(code);
  });

  test('of another partition, nothing helps (S161)', () => {
    const all = { ...identity, ...session, grades: direct, samePartition: false };
    for (const principal of [USER, SESSION, ROOT]) expect(settled(principal, all)).toBe('partition-crossing');
  });
});

test.each<Case>([
  // Root needs no policies in its own account, but for keys and roles (S163).
  ['root-implied', {}],
  ['root-implied', session],
  ['root-session-silent', closed],
  ['root-silent', { sameAccount: false }],
  ['root-grant', { sameAccount: false, grades: ofAccount }],
  ['root-silent', key],
  ['root-grant', { ...key, grades: ofAccount }],
  ['root-grant', { ...key, grant: 'account' }],
  ['key-policy-unknown', { ...key, ...unread }],
  ['trust-policy-unknown', { ...role, ...unread }],
])('the root user, %s: %o', (code, answers) => {
  expect(settled(ROOT, answers)).toBe(code);
});

test.each<readonly [Principal, granted: SettlementCode, silent: SettlementCode]>([
  ['anonymous', 'anonymous-grant', 'anonymous-silent'],
  [SERVICE, 'service-grant', 'service-silent'],
  [{ federated: 'accounts.google.com' }, 'identity-provider-grant', 'identity-provider-silent'],
  [{ canonicalUser: 'a' }, 'canonical-user-grant', 'canonical-user-silent'],
  ['nobody', 'invalid-principal', 'invalid-principal'],
])('%j is allowed by nothing but the resource policy', (principal, granted, silent) => {
  expect(settled(principal, { grades: direct, ...bounded, ...closed })).toBe(granted);
  expect(settled(principal, { grades: ofAccount | ofRole | ofUser, ...identity })).toBe(silent);
});

test('S208: a service is a grantee, too, whom neither boundary nor session policies limit', () => {
  expect(settled(SERVICE, { ...key, ...bounded, ...closed, grant: 'caller' })).toBe('kms-grant');
  expect(settled(SERVICE, { ...key, ...unread, grant: 'caller' })).toBe('key-policy-unknown');
  expect(settled(SERVICE, { ...key, grant: 'account' })).toBe('service-silent');
});
