import { parsePolicy, type Statement } from '@policywright/policy';
import { expect, test } from 'vitest';
import { documentOf } from '../_testing/given.ts';
import { StatementFilter } from './mayMatch.ts';

function statementOn(Resource: string): Statement {
  const result = parsePolicy(JSON.stringify(documentOf({ Action: 's3:GetObject', Resource })));
  const [statement] = result.ok ? result.policy.statements : [];
  if (statement === undefined) throw new Error('the document can be read');
  return statement;
}

test.each<[string, string, boolean]>([
  ['arn:aws:s3:::${aws:PrincipalTag/team}-data/*', 'arn:aws:s3:::shop-data/k', true],
  ['arn:aws:s3:::${aws:PrincipalTag/team}-data/*', 'arn:aws:s3:::a:b/c-data/k', true],
  ['arn:aws:s3:::${aws:PrincipalTag/team}-data/*', 'arn:aws:s3:::shop-logs/k', false],
  ['arn:aws:s3:::home-${*}/${aws:username}', 'arn:aws:s3:::home-x/ada', true],
  // A value may have colons, which end a field.
  ['arn:aws:sqs:${aws:PrincipalTag/place}:jobs', 'arn:aws:sqs:eu-west-1:111122223333:jobs', true],
  ["arn:aws:s3:::${aws:PrincipalTag/team, 'a}b'}-data", 'arn:aws:s3:::other', true],
  ['arn:aws:s3:::${aws:PrincipalTag/team', 'arn:aws:s3:::other', true],
])('%s may be %s: %s', (pattern, arn, expected) => {
  expect(new StatementFilter().mayMatchResource(statementOn(pattern), arn)).toBe(expected);
});
