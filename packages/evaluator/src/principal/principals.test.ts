import { describe, expect, test } from 'vitest';
import { ALICE, decideWith } from '../_testing/decideWith.ts';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const ROOT = 'arn:aws:iam::111122223333:root';
const ACCOUNT = '111122223333';
const FEDERATED = 'arn:aws:sts::111122223333:federated-user/carol';
const everything = [{}];

/** What a resource policy that allows `Principal` decides for a caller without other policies. */
function allowing(Principal: unknown, principal: unknown = ALICE, context = {}): string {
  return decideWith({ principal: principal as string, context, resourcePolicy: [{ Principal }] });
}

/** What a resource policy that denies all but `NotPrincipal` decides for a caller whom identity policies allow. */
function sparing(NotPrincipal: unknown, situation: Parameters<typeof decideWith>[0] = {}): string {
  return decideWith({
    identity: everything,
    resourcePolicy: [{ Effect: 'Deny', NotPrincipal }],
    ...situation,
  });
}

describe('Principal', () => {
  test('S127: the entries of a map are alternatives', () => {
    const Principal = { AWS: [ROLE, ALICE], Service: ['sns.amazonaws.com', 'sqs.amazonaws.com'] };
    expect(allowing(Principal)).toBe('Allow');
    expect(allowing(Principal, { service: 'sqs.amazonaws.com' })).toBe('Allow');
    expect(allowing(Principal, { service: 'ecs.amazonaws.com' })).toBe('ImplicitDeny');
  });

  test.each([ACCOUNT, ROOT])('S128: %s names the account', (AWS) => {
    expect(
      decideWith({ identity: everything, resourcePolicy: [{ Effect: 'Deny', Principal: { AWS } }] }),
    ).toBe('ExplicitDeny');
  });

  test('S129: {"AWS":"*"} is everyone, anonymous callers and services included', () => {
    for (const principal of [ALICE, SESSION, FEDERATED, 'anonymous', { service: 'sns.amazonaws.com' }]) {
      expect(allowing({ AWS: '*' }, principal)).toBe('Allow');
      expect(allowing('*', principal)).toBe('Allow');
    }
  });

  test.each([
    'arn:aws:iam::111122223333:user/*',
    'arn:aws:iam::111122223333:user/alic?',
    'arn:aws:iam::*:root',
  ])('S130: a partial wildcard matches nobody: %s', (AWS) => {
    expect(allowing({ AWS })).toBe('ImplicitDeny');
  });

  test('S131: names are case-sensitive, and a group is no principal', () => {
    expect(allowing({ AWS: 'arn:aws:iam::111122223333:user/Alice' })).toBe('ImplicitDeny');
    expect(
      allowing({ AWS: 'arn:aws:iam::111122223333:group/ops' }, 'arn:aws:iam::111122223333:group/ops'),
    ).toBe('ImplicitDeny');
  });

  test('S133: a unique id matches only the caller whose aws:userid begins with it', () => {
    expect(allowing({ AWS: 'AIDAOLD' }, ALICE, { 'aws:userid': 'AIDANEW' })).toBe('ImplicitDeny');
    expect(allowing({ AWS: 'AIDAOLD' }, ALICE, { 'aws:userid': 'AIDAOLD' })).toBe('Allow');
    expect(allowing({ AWS: 'AROA1' }, SESSION, { 'aws:userid': 'AROA1:run1' })).toBe('Allow');
    expect(allowing({ AWS: 'AROA1' }, SESSION, { 'aws:userid': 'AROA12:run1' })).toBe('ImplicitDeny');
    expect(allowing({ AWS: 'AIDAOLD' })).toBe('ImplicitDeny');
  });

  test('S134: a role covers its sessions, a session only itself', () => {
    expect(allowing({ AWS: ROLE }, SESSION)).toBe('Allow');
    expect(allowing({ AWS: SESSION }, SESSION)).toBe('Allow');
    expect(allowing({ AWS: SESSION }, SESSION.replace('run1', 'run2'))).toBe('ImplicitDeny');
  });

  test("S135: the role's path comes from aws:PrincipalArn", () => {
    const withPath = 'arn:aws:iam::111122223333:role/ops/deploy';
    const context = { 'aws:principalarn': withPath };
    expect(allowing({ AWS: withPath }, SESSION, context)).toBe('Allow');
    expect(allowing({ AWS: 'arn:aws:iam::111122223333:role/other/deploy' }, SESSION, context)).toBe(
      'ImplicitDeny',
    );
    expect(allowing({ AWS: withPath }, SESSION)).toBe('ImplicitDeny');
  });

  test('S135: an aws:PrincipalArn that cannot be the role of the session is not believed', () => {
    const admin = 'arn:aws:iam::111122223333:role/admin';
    expect(allowing({ AWS: admin }, SESSION, { 'aws:PrincipalArn': admin })).toBe('ImplicitDeny');
    const foreign = 'arn:aws:iam::444455556666:role/deploy';
    expect(allowing({ AWS: foreign }, SESSION, { 'aws:PrincipalArn': foreign })).toBe('ImplicitDeny');
  });

  test('S137: a service matches its own name only, never an account or an ARN', () => {
    const service = { service: 'ecs-tasks.amazonaws.com' };
    expect(allowing({ Service: 'ecs-tasks.amazonaws.com' }, service)).toBe('Allow');
    expect(allowing({ Service: 'ecs.amazonaws.com' }, service)).toBe('ImplicitDeny');
    expect(allowing({ AWS: ACCOUNT }, service)).toBe('ImplicitDeny');
    expect(allowing({ AWS: 'ecs-tasks.amazonaws.com' }, service)).toBe('ImplicitDeny');
    expect(allowing({ Service: 'ecs-tasks.amazonaws.com' })).toBe('ImplicitDeny');
  });

  test('S138: a SAML provider matches the identities that come from it', () => {
    const provider = 'arn:aws:iam::111122223333:saml-provider/corp';
    const assuming = (Principal: object, federated: string): string =>
      decideWith({
        principal: { federated },
        action: 'sts:AssumeRoleWithSAML',
        resource: ROLE,
        resourcePolicy: [{ Principal }],
      });
    expect(assuming({ Federated: provider }, provider)).toBe('Allow');
    expect(assuming({ Federated: provider }, `${provider}2`)).toBe('ImplicitDeny');
    expect(assuming({ AWS: provider }, provider)).toBe('ImplicitDeny');
  });

  test('S139: a canonical user matches its id', () => {
    const id = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
    expect(allowing({ CanonicalUser: id }, { canonicalUser: id })).toBe('Allow');
    expect(allowing({ CanonicalUser: id }, { canonicalUser: id.replace('7', '8') })).toBe('ImplicitDeny');
  });

  test('S140: anonymous callers match everyone and nothing else', () => {
    expect(allowing({ AWS: 'anonymous' }, 'anonymous')).toBe('ImplicitDeny');
    expect(allowing('*', 'anonymous')).toBe('Allow');
  });

  test('S144: in a Deny, a role or user covers its sessions and an account everyone of it', () => {
    const denying = (Principal: unknown, principal: string): string =>
      decideWith({
        principal,
        identity: everything,
        session: [everything],
        resourcePolicy: [{ Effect: 'Deny', Principal }],
      });
    expect(denying({ AWS: ROLE }, SESSION)).toBe('ExplicitDeny');
    expect(denying({ AWS: 'arn:aws:iam::111122223333:user/carol' }, FEDERATED)).toBe('ExplicitDeny');
    for (const principal of [ALICE, SESSION, FEDERATED, ROOT]) {
      expect(denying({ AWS: ACCOUNT }, principal)).toBe('ExplicitDeny');
      expect(denying({ AWS: '444455556666' }, principal)).toBe('Allow');
    }
  });
});

describe('NotPrincipal', () => {
  test('S141: a Deny hits everyone who is not listed', () => {
    expect(sparing({ AWS: [ROLE, ACCOUNT] })).toBe('ExplicitDeny');
    expect(sparing({ AWS: [ALICE, ACCOUNT] })).toBe('Allow');
    expect(sparing({ AWS: ALICE }, { principal: 'anonymous' })).toBe('ExplicitDeny');
    expect(sparing({ Service: 'sns.amazonaws.com' }, { principal: { service: 'sns.amazonaws.com' } })).toBe(
      'ImplicitDeny',
    );
  });

  test.each([
    [{ AWS: [ALICE] }, ALICE, 'ExplicitDeny'],
    [{ AWS: [ACCOUNT] }, ALICE, 'ExplicitDeny'],
    [{ AWS: [ALICE, ROOT] }, ALICE, 'Allow'],
    [{ AWS: [SESSION, ROLE] }, SESSION, 'ExplicitDeny'],
    [{ AWS: [SESSION, ACCOUNT] }, SESSION, 'ExplicitDeny'],
    [{ AWS: [ROLE, ACCOUNT] }, SESSION, 'ExplicitDeny'],
    [{ AWS: [SESSION, ROLE, ACCOUNT] }, SESSION, 'Allow'],
    [{ AWS: [ACCOUNT] }, ROOT, 'Allow'],
  ])('S142: strictly, the whole chain must be listed: %j for %s', (NotPrincipal, principal, expected) => {
    expect(sparing(NotPrincipal, { principal })).toBe(expected);
  });

  test('S142: everyone is listed by `*`, so that nobody is hit', () => {
    for (const notPrincipal of ['strict', 'lenient'] as const)
      for (const principal of [ALICE, SESSION, ROLE, FEDERATED])
        expect(sparing('*', { principal, session: [everything], options: { notPrincipal } })).toBe('Allow');
  });

  test('S133, S142: a unique id stands for a user, or for the role of a session that is listed', () => {
    const user = { context: { 'aws:userid': 'AIDAALICE' } };
    expect(sparing({ AWS: ['AIDAALICE', ACCOUNT] }, user)).toBe('Allow');
    expect(sparing({ AWS: ['AIDAALICE'] }, user)).toBe('ExplicitDeny');
    const session = { principal: SESSION, context: { 'aws:userid': 'AROA1:run1' } };
    expect(sparing({ AWS: ['AROA1', SESSION, ACCOUNT] }, session)).toBe('Allow');
    expect(sparing({ AWS: ['AROA1', ACCOUNT] }, session)).toBe('ExplicitDeny');
    expect(sparing({ AWS: ['AROA2', SESSION, ACCOUNT] }, session)).toBe('ExplicitDeny');
  });

  test('S142: leniently, any match exempts', () => {
    const options = { notPrincipal: 'lenient' } as const;
    expect(sparing({ AWS: [ALICE] }, { options })).toBe('Allow');
    expect(sparing({ AWS: [ROLE] }, { principal: SESSION, options })).toBe('Allow');
    expect(sparing({ AWS: [ROLE] }, { options })).toBe('ExplicitDeny');
  });

  test.each(['strict', 'lenient'] as const)(
    'S143: a caller with a boundary is always hit (%s)',
    (notPrincipal) => {
      const situation = { boundary: everything, options: { notPrincipal } };
      expect(sparing({ AWS: [ALICE, ACCOUNT] }, situation)).toBe('ExplicitDeny');
      expect(sparing('*', situation)).toBe('ExplicitDeny');
    },
  );

  test('S34: with Allow it grants everyone else, anonymous callers included', () => {
    const granting = (NotPrincipal: unknown, principal: string): string =>
      decideWith({ principal, resourcePolicy: [{ NotPrincipal }] });
    expect(granting({ AWS: ALICE }, 'anonymous')).toBe('Allow');
    expect(granting({ AWS: ALICE }, SESSION)).toBe('Allow');
    expect(granting({ AWS: ALICE }, ALICE)).toBe('ImplicitDeny');
    expect(granting({ AWS: ROLE }, SESSION)).toBe('ImplicitDeny');
  });
});

test('S142: a role without a session is not exempt from Deny, since none of its sessions is listed', () => {
  const resourcePolicy = [{ Effect: 'Deny', NotPrincipal: { AWS: [ROLE, '111122223333'] } }];
  expect(decideWith({ principal: ROLE, identity: [{}], resourcePolicy })).toBe('ExplicitDeny');
});
