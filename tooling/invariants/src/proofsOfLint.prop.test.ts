import { checkNoPublicAccess, deadStatements, type PublicResourceType } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import { lintText, RULES } from '@policywright/lint';
import { parsePolicy } from '@policywright/policy';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { lintedDocument, textOf } from './lintedDocument.ts';

/** Rules that say of a whole statement that it does nothing. */
const OF_STATEMENTS: ReadonlySet<string> = new Set([
  'overridden-statement',
  'redundant-statement',
  'statement-never-matches',
]);
const ABOUT_STATEMENT = /^\/Statement(?:\/\d+)?(?=$|\/)/;

/** Fails unless each statement of which a finding says that it does nothing is dead, or that could not be found out. */
function expectDead(text: string): readonly string[] {
  const read = parsePolicy(text, { type: 'identity' });
  if (!read.ok) return [];
  const found = lintText(text, { type: 'identity' }).findings.filter(({ code }) => OF_STATEMENTS.has(code));
  if (found.length === 0) return [];
  const { dead, unknown } = deadStatements([read.policy], { universe: AWS, budget: 200_000 });
  const idle = [...dead, ...unknown].map(({ statement: { ref } }) => ref.replace('/identity/0', ''));
  for (const { path } of found) expect(idle).toContain(ABOUT_STATEMENT.exec(path)?.[0]);
  return found.map(({ code }) => code);
}

const EXAMPLES = RULES.filter(({ id }) => OF_STATEMENTS.has(id)).flatMap(({ id, examples }) =>
  examples.bad.filter(({ type = 'identity' }) => type === 'identity').map(({ text }) => [id, text] as const),
);

test.each(EXAMPLES)('21: what the linter says of its own examples is proved: %s %s', (id, text) => {
  expect(expectDead(text)).toContain(id);
});

test('21: a statement of which the linter says that it does nothing is dead to the analyzer', () => {
  const seen = new Set<string>();
  check(
    fc.property(
      lintedDocument.filter(({ type }) => type === 'identity'),
      (linted) => {
        for (const code of expectDead(textOf(linted))) seen.add(code);
      },
    ),
    200,
  );
  expect(seen).toContain('redundant-statement');
});

const ORGANIZATION = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };
const PATHS = { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' };
const ROLES = { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' };
const condition = fc.constantFrom<object>(
  { StringEquals: ORGANIZATION },
  { StringNotEquals: ORGANIZATION },
  { StringNotEqualsIfExists: ORGANIZATION },
  { StringLike: { 'aws:PrincipalOrgID': 'o-*' } },
  { Null: { 'aws:PrincipalOrgID': 'true' } },
  { 'ForAnyValue:StringLike': PATHS },
  { 'ForAllValues:StringNotLike': PATHS },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } },
  { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } },
  { ArnLike: ROLES },
  { ArnNotLike: ROLES },
  { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
  { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
  { StringLike: { 'aws:userid': 'AROAEXAMPLE:*' } },
  { StringEquals: { 'aws:username': 'root' } },
  { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
  { Bool: { 'aws:SecureTransport': 'false' } },
  { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
  { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
);
/** None, one, or two at once; of two with the same operator the second stands. */
const conditions = fc
  .array(condition, { maxLength: 2 })
  .map((blocks) => (blocks.length === 0 ? undefined : blocks.reduce((all, block) => ({ ...all, ...block }))));
const principal = fc.constantFrom<object>(
  { Principal: '*' },
  { Principal: { AWS: '*' } },
  { Principal: { AWS: ['111122223333', '*'] } },
  { Principal: { AWS: '111122223333' } },
  { Principal: { Service: 'sns.amazonaws.com' } },
);
const exception = fc.constant({ NotPrincipal: { AWS: '111122223333' } });

/** A statement of a policy of a resource, with what it is about. */
function statements(
  effect: 'Allow' | 'Deny',
  [actions, resources]: readonly (readonly string[])[],
): fc.Arbitrary<object> {
  const some = (texts: readonly string[] = []): fc.Arbitrary<readonly string[]> =>
    fc.subarray([...texts], { minLength: 1 });
  return fc
    .tuple(
      effect === 'Allow' ? principal : fc.oneof(principal, exception),
      some(actions),
      some(resources),
      conditions,
    )
    .map(([who, Action, Resource, Condition]) => ({
      Effect: effect,
      ...who,
      Action,
      Resource,
      ...(Condition !== undefined && { Condition }),
    }));
}

const QUEUE = [
  ['sqs:SendMessage', 'sqs:*', 'sqs:Receive*'],
  ['arn:aws:sqs:eu-west-1:111122223333:q', '*'],
];
const BUCKET = [
  ['s3:GetObject', 's3:*', 's3:Put*'],
  ['arn:aws:s3:::b/*', 'arn:aws:s3:::b', '*'],
];

/** Whether the analyzer shows a request of the public, and whether the linter says that there is one. */
function publicTo(
  Statement: readonly object[],
  resourceType: PublicResourceType,
): readonly [boolean, boolean] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  const read = parsePolicy(text, { type: 'resource' });
  if (!read.ok) throw new Error('a policy has errors');
  const { verdict } = checkNoPublicAccess(read.policy, { resourceType });
  const findings = lintText(text, { type: 'resource' }).findings;
  return [verdict.verdict === 'refuted', findings.some(({ code }) => code === 'public-principal')];
}

const some = (effect: 'Allow' | 'Deny', maxLength: number): fc.Arbitrary<readonly object[]> =>
  fc.array(statements(effect, QUEUE), { minLength: effect === 'Allow' ? 1 : 0, maxLength });

test('21: the linter says "public" exactly where the analyzer shows a request of the public', () => {
  const seen = new Set<boolean>();
  check(
    fc.property(some('Allow', 2), some('Deny', 3), (allows, denies) => {
      const [isPublic, isSaid] = publicTo([...allows, ...denies], 'AWS::SQS::Queue');
      seen.add(isPublic);
      expect(isSaid).toBe(isPublic);
    }),
    100,
  );
  expect(seen.size).toBe(2);
});

test('21: S195: what the linter calls public is so to S3, which is stricter', () => {
  check(
    fc.property(fc.array(statements('Allow', BUCKET), { minLength: 1, maxLength: 2 }), (allows) => {
      const [isPublic, isSaid] = publicTo(allows, 'AWS::S3::Bucket');
      if (isSaid) expect(isPublic).toBe(true);
    }),
    200,
  );
});
