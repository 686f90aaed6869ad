import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  arnOf,
  documentOf,
  OTHER,
  readGiven,
  trusting,
  type GivenAccounts,
} from '../_testing/given.ts';
import { compareSnapshots, type SnapshotChanges } from '../index.ts';

const GET = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };
const PUT = { Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/*' };

const compare = (before: GivenAccounts, after: GivenAccounts): SnapshotChanges =>
  compareSnapshots(readGiven(before).snapshot, readGiven(after).snapshot);
const accessOf = ({ access }: SnapshotChanges): readonly string[] =>
  access.map(({ change, of, arns, actions }) =>
    [change, of, ...arns.map((arn) => arn.slice(arn.lastIndexOf('/') + 1)), ...actions].join(' '),
  );
const hopsOf = ({ hops }: SnapshotChanges): readonly string[] =>
  hops.map(({ change, hop, less }) =>
    [
      change,
      hop.way,
      hop.from.slice(hop.from.lastIndexOf('/') + 1),
      hop.to.slice(hop.to.lastIndexOf('/') + 1),
      hop.answer,
      less ?? '',
    ]
      .join(' ')
      .trim(),
  );

describe('compareSnapshots', () => {
  test('equal snapshots have no change, whatever the spacing and the names of statements', () => {
    const given = (Sid: string): GivenAccounts => ({
      users: { ada: { allow: [{ Sid, ...GET }] } },
      roles: { a: { trust: trusting({ Sid, Principal: { AWS: OTHER } }) } },
      resources: [
        {
          arn: 'arn:aws:s3:::reports',
          account: ACCOUNT,
          policy: documentOf({ Sid, ...GET, Principal: '*' }),
        },
      ],
    });
    expect(compare(given('One'), given('Two'))).toEqual({
      access: [],
      hops: [],
      chains: [],
      added: [],
      removed: [],
      unknown: [],
    });
  });

  test('access won and lost is told by principal, with the statement and a request that shows it', () => {
    const changes = compare(
      { users: { ada: { allow: [GET] }, bob: { allow: [GET] }, eve: { allow: [GET] } } },
      { users: { ada: { allow: [GET, PUT] }, bob: { allow: [PUT] }, eve: { allow: [GET] } } },
    );
    expect(accessOf(changes)).toEqual([
      'won principal ada s3:PutObject',
      'won principal bob s3:PutObject',
      'lost principal bob s3:GetObject',
    ]);
    const [won] = changes.access;
    expect(won?.statement).toMatchObject({ policy: 'own', pointer: '/Statement/1', layer: 'identity' });
    expect(won?.witness).toMatchObject({
      before: 'ImplicitDeny',
      after: 'Allow',
      request: { principal: arnOf('user', 'ada'), action: 's3:PutObject' },
    });
    expect(changes.unknown).toEqual([]);
  });

  test('what is true of many is told once', () => {
    const ARN = `arn:aws:iam::${ACCOUNT}:policy/team`;
    const users = Object.fromEntries(['ada', 'bob', 'eve'].map((name) => [name, { attached: [ARN] }]));
    const given = (...statements: object[]): GivenAccounts => ({
      users,
      policies: { [ARN]: documentOf(...statements) },
    });
    expect(accessOf(compare(given(GET), given(GET, PUT)))).toEqual([
      'won principal ada bob eve s3:PutObject',
    ]);
  });

  test('boundaries and service control policies count', () => {
    const ARN = `arn:aws:iam::${ACCOUNT}:policy/boundary`;
    const given = (boundary: object, scp: object): GivenAccounts => ({
      users: { ada: { allow: [GET, PUT], boundary: ARN } },
      policies: { [ARN]: documentOf(boundary) },
      organization: {
        id: 'o-a1',
        root: {
          id: 'r-1',
          scps: [documentOf(scp)],
          children: [{ id: ACCOUNT, type: 'account', scps: [documentOf({})] }],
        },
      },
    });
    expect(accessOf(compare(given(GET, {}), given({}, {})))).toEqual(['won principal ada s3:PutObject']);
    expect(accessOf(compare(given({}, {}), given({}, GET)))).toEqual(['lost principal ada s3:PutObject']);
    expect(accessOf(compare(given(GET, GET), given(GET, {})))).toEqual([]);
  });

  test('access to resources of other accounts counts, as those may leave it to the account', () => {
    const assume = { Action: 'sts:AssumeRole', Resource: arnOf('role', 'x', OTHER) };
    expect(accessOf(compare({ users: { ada: {} } }, { users: { ada: { allow: [assume] } } }))).toEqual([
      'won principal ada sts:AssumeRole',
    ]);
  });

  test('policies of resources and trust policies tell what they give more and less', () => {
    const given = (AWS: string): GivenAccounts => ({
      users: { ada: {} },
      roles: { a: { trust: trusting({ Principal: { AWS } }) } },
      resources: [
        {
          arn: 'arn:aws:s3:::reports',
          account: ACCOUNT,
          policy: documentOf({ Sid: 'Share', ...GET, Principal: { AWS } }),
        },
      ],
    });
    const changes = compare(given(ACCOUNT), given(OTHER));
    expect(accessOf(changes)).toContain('won resource arn:aws:s3:::reports s3:GetObject');
    expect(accessOf(changes)).toContain('won resource a sts:AssumeRole');
    expect(changes.access.find(({ arns }) => arns[0] === 'arn:aws:s3:::reports')?.statement).toMatchObject({
      sid: 'Share',
      policy: 'arn:aws:s3:::reports',
    });
  });

  test('hops of paths that there are only now, or no longer, are told', () => {
    const pass = [{ Action: ['lambda:*', 'iam:PassRole'] }];
    const given = (allow: readonly object[] | undefined, service: string): GivenAccounts => ({
      users: { ada: { ...(allow && { allow }) } },
      roles: { deploy: { trust: trusting({ Principal: { Service: service } }) } },
    });
    const before = given(undefined, 'lambda.amazonaws.com');
    const after = given(pass, 'lambda.amazonaws.com');
    expect(hopsOf(compare(before, after))).toEqual(['won pass-role-lambda ada deploy certainly']);
    expect(hopsOf(compare(after, before))).toEqual(['lost pass-role-lambda ada deploy certainly']);
    expect(hopsOf(compare(given(pass, 'ec2.amazonaws.com'), after))).toEqual([
      'won pass-role-lambda ada deploy certainly',
    ]);
    const mfa = [{ ...pass[0], Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }];
    expect(hopsOf(compare(given(mfa, 'lambda.amazonaws.com'), after))).toEqual([
      'won pass-role-lambda ada deploy certainly perhaps',
    ]);
  });

  test('who becomes an administrator wins one hop, and loses none', () => {
    const given = (allow: readonly object[]): GivenAccounts => ({
      users: { ada: { allow } },
      roles: { deploy: { trust: trusting({ Principal: { Service: 'lambda.amazonaws.com' } }) } },
    });
    const changes = compare(given([{ Action: ['lambda:*', 'iam:PassRole'] }]), given([{}]));
    expect(hopsOf(changes)).toEqual([`won administer ada admin:${ACCOUNT} certainly`]);
  });

  test('who may join a group wins a hop by what the group gains, though no policy of the user changed', () => {
    const join = { Action: 'iam:AddUserToGroup', Resource: `arn:aws:iam::${ACCOUNT}:group/team` };
    const given = (...statements: object[]): GivenAccounts => ({
      users: { ada: { allow: [join] }, bob: { allow: [GET] } },
      groups: { team: statements },
    });
    expect(hopsOf(compare(given(GET), given({})))).toEqual([
      'won add-to-group ada admin:111122223333 certainly',
    ]);
  });

  test('a hop that is won tells by which statements it goes', () => {
    const given = (...allow: readonly object[]): GivenAccounts => ({
      users: { ada: { allow } },
      roles: { deploy: { trust: trusting({ Principal: { Service: 'lambda.amazonaws.com' } }) } },
    });
    const lambda = { Sid: 'Functions', Action: 'lambda:*' };
    const pass = { Sid: 'Pass', Action: 'iam:PassRole' };
    const { hops } = compare(given(lambda), given(lambda, pass));
    expect(hops[0]?.statements.map(({ policy, sid, pointer }) => [policy, sid, pointer])).toEqual([
      ['own', 'Functions', '/Statement/0'],
      ['own', 'Pass', '/Statement/1'],
    ]);
  });

  describe('chains', () => {
    const assume = (name: string, more: object = {}): object => ({
      Action: 'sts:AssumeRole',
      Resource: arnOf('role', name),
      ...more,
    });
    const MFA = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    const trust = trusting({ Principal: { AWS: ACCOUNT } });
    /** ada can become a, a can become b, b can become c, by these statements. */
    const given = (a: object, b: object, c: object): GivenAccounts => ({
      users: { ada: { allow: [a] } },
      roles: {
        a: { trust, allow: [b] },
        b: { trust, allow: [c] },
        c: { trust, allow: [GET] },
      },
    });
    const chainsOf = ({ chains }: SnapshotChanges): readonly string[] =>
      chains.map(({ change, chain, less, changed }) => {
        const nodes = [chain.from, ...chain.hops.map(({ to }) => to)];
        const names = nodes.map((node) => node.slice(node.lastIndexOf('/') + 1)).join('-');
        return `${change} ${names} ${chain.answer} ${less ?? ''} by ${changed.map(({ hop }) => hop.to.slice(hop.to.lastIndexOf('/') + 1)).join()}`;
      });
    const whole = given(assume('a'), assume('b'), assume('c'));

    test('are won and lost as a whole by one hop in their midst', () => {
      const without = given(assume('a'), GET, assume('c'));
      expect(chainsOf(compare(without, whole))).toEqual([
        'won a-b-c certainly  by b',
        'won ada-a-b certainly  by b',
        'won ada-a-b-c certainly  by b',
      ]);
      expect(chainsOf(compare(whole, without))).toEqual([
        'lost a-b-c certainly  by b',
        'lost ada-a-b certainly  by b',
        'lost ada-a-b-c certainly  by b',
      ]);
      expect(chainsOf(compare(whole, whole))).toEqual([]);
    });

    test('are perhaps where a hop is, and more when it becomes certain', () => {
      const open = given(assume('a'), assume('b', MFA), assume('c'));
      expect(chainsOf(compare(open, whole))).toEqual([
        'won a-b-c certainly perhaps by b',
        'won ada-a-b certainly perhaps by b',
        'won ada-a-b-c certainly perhaps by b',
      ]);
      const [first] = compare(given(GET, assume('b', MFA), assume('c')), open).chains;
      expect(first?.chain.answer).toBe('perhaps');
      expect(first?.changed.map(({ hop, statements }) => [hop.to, statements[0]?.pointer])).toEqual([
        [arnOf('role', 'a'), '/Statement/0'],
      ]);
    });

    test('that are gone while there is another way are not told', () => {
      const both = given(assume('*'), assume('b'), assume('c'));
      expect(chainsOf(compare(both, given(assume('*'), assume('b'), GET)))).toEqual([
        'lost a-b-c certainly  by c',
      ]);
    });

    test('to whoever an administrator can become are told as one to the administrator', () => {
      const admin = (c: object): GivenAccounts => {
        const base = given(assume('a'), assume('b'), assume('c'));
        return { ...base, roles: { ...base.roles, c: { trust, allow: [c] } } };
      };
      expect(chainsOf(compare(admin(GET), admin({})))).toEqual([
        `won b-c-admin:${ACCOUNT} certainly  by admin:${ACCOUNT}`,
        `won a-b-c-admin:${ACCOUNT} certainly  by admin:${ACCOUNT}`,
        `won ada-a-b-c-admin:${ACCOUNT} certainly  by admin:${ACCOUNT}`,
      ]);
    });
  });

  test('what is not known is named, and not said to be the same', () => {
    const missing: GivenAccounts = { users: { ada: { attached: ['arn:aws:iam::aws:policy/Missing'] } } };
    const changes = compare(missing, missing);
    expect(changes.access).toEqual([]);
    expect(changes.unknown).toEqual([
      { of: arnOf('user', 'ada'), why: 'policy arn:aws:iam::aws:policy/Missing is not known' },
    ]);
    const tagged = (team: string): GivenAccounts => ({
      users: {
        ada: {
          tags: { team },
          allow: [{ ...GET, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'shop' } } }],
        },
      },
    });
    expect(compare(tagged('shop'), tagged('data')).unknown).toEqual([
      { of: arnOf('user', 'ada'), why: 'its tags changed, and conditions ask for them' },
    ]);
  });

  test('principals that are new win what they can do', () => {
    const changes = compare({ users: { ada: {} } }, { users: { ada: {}, bob: { allow: [GET] } } });
    expect(changes.added).toEqual([arnOf('user', 'bob')]);
    expect(accessOf(changes)).toEqual(['won principal bob s3:GetObject']);
  });
});
