import { parsePolicy, type Policy } from '@policywright/policy';
import { fixedValues } from '@policywright/conditions/engine';
import { describe, expect, test } from 'vitest';
import { externalAccess, type TrustedZone } from './externalAccess.ts';
import { externalParties } from './externalParties.ts';
import { keyControl, UNINFLUENCED_KEYS } from './keyControl.ts';

function policyOf(...statements: readonly object[]): Policy {
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

const OWNER = '111122223333';
const allow = (Principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::docs/*',
  ...more,
});
const external = (zone: TrustedZone, ...statements: readonly object[]) =>
  externalAccess({ resource: [policyOf(...statements)] }, zone, { resourceAccount: OWNER });
const kindsOf = ({ access }: ReturnType<typeof external>): readonly string[] =>
  access.map(({ callers: { kind, account, isAnyone } }) => `${kind} ${account} ${isAnyone}`);

test('S133: a role that is named by its unique id asks through a session, whose name may be wanted', () => {
  const id = 'AROAEXAMPLEID';
  const access = (userid: string) =>
    external({}, allow({ AWS: id }, { Condition: { StringLike: { 'aws:userid': userid } } })).access;
  const [found] = access(`${id}:ops-*`);
  expect(found?.callers.kind).toBe('roleSession');
  expect(found?.witness.request.context?.['aws:userid']).toMatch(/^AROAEXAMPLEID:ops-/);
  expect(access('AROAOTHER:*')).toEqual([]);
});

describe('access from outside', () => {
  test('is told of accounts that are not trusted, with the statement, the actions and a request', () => {
    const answer = external({}, allow({ AWS: '444455556666' }), allow({ AWS: OWNER }));
    expect(answer.reasons).toEqual([]);
    expect(kindsOf(answer)).toEqual([
      'user 444455556666 true',
      'roleSession 444455556666 true',
      'federatedSession 444455556666 true',
      'root 444455556666 false',
    ]);
    expect(answer.access[0]).toMatchObject({
      statement: { ref: '/resource/0/Statement/0' },
      actions: ['s3:getobject'],
      futureActions: [],
      conditions: [],
      witness: { after: 'Allow' },
    });
    expect(external({ accounts: ['444455556666'] }, allow({ AWS: '444455556666' })).access).toEqual([]);
  });

  test('names everyone who is alike, and strangers of any account where all are let in', () => {
    const users = ['a', 'b'].map((name) => `arn:aws:iam::444455556666:user/${name}`);
    const [first, second, ...others] = external({}, allow({ AWS: users })).access;
    expect(first?.callers).toEqual({
      kind: 'user',
      account: '444455556666',
      isAnyone: false,
      principals: users,
    });
    // S150: whoever names a user names the federated sessions of its name.
    expect(second?.callers).toMatchObject({ kind: 'federatedSession', isAnyone: false });
    expect(others).toEqual([]);
    expect(kindsOf(external({}, allow('*')))).toContain('anonymous  true');
    expect(kindsOf(external({}, allow('*')))).toContain('user  true');
  });

  test('an organization is trusted by the key that tells it', () => {
    const ofOrganization = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } };
    const ofAny = { Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } };
    const own = { Condition: { StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } } };
    const zone = { organization: 'o-a1b2c3d4e5' };
    expect(external(zone, allow('*', ofOrganization)).access).toEqual([]);
    expect(external(zone, allow('*', own))).toMatchObject({ access: [], reasons: [] });
    expect(external({}, allow('*', ofOrganization)).access).not.toEqual([]);
    expect(external(zone, allow('*', ofAny)).access[0]?.conditions).toEqual([
      { key: 'aws:PrincipalOrgID', operator: 'StringLike', values: ['o-*'], control: 'aws' },
    ]);
  });

  test('a Deny keeps out whom it names', () => {
    const deny = { ...allow({ AWS: '444455556666' }), Effect: 'Deny' };
    expect(external({}, allow({ AWS: ['444455556666', OWNER] }), deny).access).toEqual([]);
  });

  test('roles that trust others, a service and providers', () => {
    const trust = (Principal: unknown, Action = 'sts:AssumeRole', more: object = {}) => ({
      Effect: 'Allow',
      Principal,
      Action,
      ...more,
    });
    const externalId = { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } };
    const answer = external(
      {},
      trust({ AWS: 'arn:aws:iam::444455556666:role/ci' }, 'sts:AssumeRole', externalId),
    );
    expect(kindsOf(answer)).toEqual(['roleSession 444455556666 false']);
    expect(answer.access[0]?.conditions).toMatchObject([{ key: 'sts:ExternalId', control: 'caller' }]);
    expect(external({}, trust({ Service: 'ec2.amazonaws.com' })).access).toEqual([]);
    const web = 'sts:AssumeRoleWithWebIdentity';
    expect(kindsOf(external({}, trust({ Federated: 'accounts.google.com' }, web)))).toEqual([
      'federatedIdentity  false',
    ]);
    expect(
      external({}, trust({ Federated: `arn:aws:iam::${OWNER}:oidc-provider/x.example` }, web)).access,
    ).toEqual([]);
  });

  test('patterns that cover actions which nobody lists are told, and all of them where the search was cut short', () => {
    const futureOf = (Action: unknown, budget?: number): unknown => {
      const set = { resource: [policyOf(allow({ AWS: '444455556666' }, { Action }))] };
      const { access, reasons } = externalAccess(set, {}, { resourceAccount: OWNER, budget });
      return [access[0]?.futureActions, reasons.map(({ code }) => code)];
    };
    expect(futureOf(['s3:GetObject', 's3:Put*'])).toEqual([['s3:Put*'], []]);
    // Where a request is found and the budget ends before all actions are looked at.
    const many = Array.from({ length: 100 }, (_, index) => `s3:Get${String(index)}`);
    expect(futureOf(many)).toEqual([[], []]);
    const budgets = Array.from({ length: 20 }, (_, index) => 1000 * (index + 1));
    expect(budgets.map((budget) => futureOf(many, budget))).toContainEqual([many, ['budget']]);
  });

  test('parties: of an account all callers, and nobody who is part of another', () => {
    const of = (...statements: readonly object[]): unknown =>
      externalParties(external({ intermediaries: 'told' }, ...statements).access).map(({ party }) => party);
    expect(of(allow('*'))).toEqual([{ kind: 'everyone' }]);
    expect(of(allow({ AWS: '444455556666' }))).toEqual([{ kind: 'account', account: '444455556666' }]);
    const users = ['a', 'b'].map((name) => `arn:aws:iam::444455556666:user/${name}`);
    expect(of(allow({ AWS: users }))).toEqual([
      { kind: 'principals', account: '444455556666', principals: users },
    ]);
    expect(of(allow({ Service: 's3.amazonaws.com' }), allow({ CanonicalUser: 'f'.repeat(64) }))).toEqual([
      { kind: 'service', service: 's3.amazonaws.com' },
      { kind: 'canonicalUser', id: 'f'.repeat(64) },
    ]);
    expect(
      of(allow({ Federated: 'accounts.google.com' }, { Action: 'sts:AssumeRoleWithWebIdentity' })),
    ).toEqual([{ kind: 'provider', provider: 'accounts.google.com' }]);
  });

  test('S163: an Allow of a resource control policy lets nobody in by itself', () => {
    const rcps = [[policyOf({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' })]];
    const set = { resource: [policyOf(allow({ AWS: '444455556666' }))], rcps };
    const { access } = externalAccess(set, {}, { resourceAccount: OWNER });
    expect(new Set(access.map(({ statement: { ref } }) => ref))).toEqual(
      new Set(['/resource/0/Statement/0']),
    );
  });

  test('what is no policy is named', () => {
    expect(external({}, allow('*')).beside).toEqual([
      'kms-grants',
      'acls',
      'snapshot-sharing',
      'block-public-access',
      'ram',
    ]);
  });
});

describe('keys that outsiders cannot influence', () => {
  test.each([
    ['kms:CallerAccount', 'aws'],
    ['aws:PrincipalOrgID', 'aws'],
    ['token.actions.githubusercontent.com:aud', 'provider'],
    ['graph.facebook.com:app_id', 'provider'],
    ['aws:PrincipalTag/team', 'caller'],
    ['sts:ExternalId', 'caller'],
    ['s3:prefix', 'unknown'],
  ])('%s: %s', (key, control) => {
    expect(keyControl(key)).toBe(control);
  });

  test('each has its page, and all that tell callers apart by AWS do so for "public" too', () => {
    for (const [key, { control, source }] of Object.entries(UNINFLUENCED_KEYS)) {
      expect(source).toMatch(/^"[^"]+"/);
      const some = ['111122223333', 'arn:aws:sns:eu-west-1:111122223333:a', '203.0.113.0/24', 'true'];
      if (control === 'aws')
        expect([key, fixedValues({ key, values: some }, 'other').length > 0]).toEqual([key, true]);
    }
  });
});
