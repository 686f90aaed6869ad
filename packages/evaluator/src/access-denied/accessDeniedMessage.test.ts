import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, requestOf, type Situation } from '../_testing/decideWith.ts';
import { SETTLEMENT_TABLE } from '../settlement/settlementTable.ts';
import { accessDeniedMessage } from './accessDeniedMessage.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;

function messageOf(situation: Situation): string | undefined {
  return accessDeniedMessage(authorizerOf(situation).explain(requestOf(situation)));
}

describe('accessDeniedMessage', () => {
  test('names the trust policy of a role as AWS does', () => {
    const assume = { action: 'sts:AssumeRole', resource: ROLE, identity: [{}] };
    const refused = `User: ${ALICE} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`;
    expect(messageOf({ ...assume, resourcePolicy: [{ Effect: 'Deny' }] })).toBe(
      `${refused} with an explicit deny in the role trust policy`,
    );
    expect(messageOf({ ...assume, resourcePolicy: [{ Action: 'sts:TagSession' }] })).toBe(
      `${refused} because no role trust policy allows the sts:AssumeRole action`,
    );
    expect(messageOf(assume)).toBe(
      `${refused} because no role trust policy allows the sts:AssumeRole action`,
    );
  });

  test('calls every other policy of a resource resource-based', () => {
    expect(messageOf({ identity: [{}], resourcePolicy: [{ Effect: 'Deny' }] })).toMatch(
      / with an explicit deny in a resource-based policy$/,
    );
    const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k` };
    expect(messageOf({ ...key, identity: [{}] })).toMatch(
      / because no resource-based policy allows the kms:Decrypt action$/,
    );
  });

  test('blames no policy for what AWS refuses whatever policies allow', () => {
    const bare = (situation: Situation, action: string, resource: string): void => {
      const who = typeof situation.principal === 'string' ? situation.principal : ALICE;
      const where = resource === '*' ? '' : ` on resource: ${resource}`;
      expect(messageOf({ identity: [{}], action, resource, ...situation })).toBe(
        `User: ${who} is not authorized to perform: ${action}${where}`,
      );
    };
    bare(
      {},
      'iam:DeleteRole',
      `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    );
    bare({}, 's3:GetObject', 'arn:aws-cn:s3:::b/k');
    bare({ principal: `arn:aws:sts::${ACCOUNT}:assumed-role/r/s` }, 'sts:GetSessionToken', '*');
    bare(
      {
        principal: 'arn:aws:iam::444455556666:user/dave',
        resourceAccount: ACCOUNT,
        resourcePolicy: [{ Principal: '*' }],
        flags: { restrictPublicBuckets: true },
      },
      's3:GetObject',
      'arn:aws:s3:::open/k',
    );
  });

  test('has the sentence of STS for the root user', () => {
    const root = { principal: `arn:aws:iam::${ACCOUNT}:root`, action: 'sts:AssumeRole', resource: ROLE };
    expect(messageOf({ ...root, resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] })).toBe(
      'Roles may not be assumed by root accounts.',
    );
  });

  test('says nothing of what is allowed', () => {
    expect(messageOf({ identity: [{}] })).toBeUndefined();
  });
});

describe('the table of settlements', () => {
  test.each(Object.entries(SETTLEMENT_TABLE))('%s: its facts go together', (_, facts) => {
    const { decision, granting, missing, sentence } = facts;
    if (decision === 'Allow') expect([missing, sentence]).toEqual([[], 'bare']);
    else expect(granting).toBe('none');
    // AWS names a policy exactly where one denies or lacks an Allow.
    if (decision === 'ImplicitDeny') expect(sentence === 'policy').toBe(missing.length > 0);
  });

  test('S163, S173: no statement is decisive where none settled it', () => {
    const root = { principal: `arn:aws:iam::${ACCOUNT}:root`, resourcePolicy: [{ Sid: 'Other' }] };
    const { code, decisive } = authorizerOf(root).explain(requestOf(root));
    expect([code, decisive]).toEqual(['root-implied', undefined]);
    const who = { action: 'sts:GetCallerIdentity', resource: '*', resourcePolicy: [{}] };
    expect(authorizerOf(who).explain(requestOf(who)).decisive).toBeUndefined();
  });
});
