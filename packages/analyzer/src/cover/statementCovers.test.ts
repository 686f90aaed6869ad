import { parsePolicy, type Statement } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { PatternProofs } from './patternProofs.ts';
import { statementCovers } from './statementCovers.ts';

function statementOf(members: object): Statement {
  const action = 'NotAction' in members ? {} : { Action: 's3:*' };
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', ...action, ...members } };
  const parsed = parsePolicy(JSON.stringify(document));
  const statement = parsed.ok ? parsed.policy.statements[0] : undefined;
  if (statement === undefined) throw new Error(JSON.stringify(parsed.diagnostics));
  return statement;
}

function covers(wide: object, narrow: object): boolean {
  const [outer, inner] = [statementOf(wide), statementOf(narrow)];
  return statementCovers(outer, inner, new PatternProofs({ variables: true }));
}

const BUCKET = 'arn:aws:s3:::b/*';

describe('where a rule and minimising once disagreed', () => {
  test.each([
    [
      'what is excepted is compared by what it covers',
      { NotResource: '*' },
      { NotResource: [BUCKET, '*'] },
      true,
    ],
    ['and so the other way', { NotResource: [BUCKET, '*'] }, { NotResource: '*' }, true],
    [
      'excepting less covers excepting more',
      { NotResource: BUCKET },
      { NotResource: 'arn:aws:s3:::*' },
      true,
    ],
    ['excepting more does not', { NotResource: 'arn:aws:s3:::*' }, { NotResource: BUCKET }, false],
    [
      'actions are excepted likewise',
      { NotAction: 's3:Get*', Resource: '*' },
      { NotAction: ['s3:*'], Resource: '*' },
      true,
    ],
    [
      'everything covers what has an exception',
      { Action: '*', Resource: '*' },
      { NotAction: 's3:*', NotResource: BUCKET },
      true,
    ],
    [
      'S61: actions compare whatever their case',
      { Action: 'S3:getobject', Resource: '*' },
      { Action: 's3:GetObject', Resource: '*' },
      true,
    ],
    [
      'S65: an irregular pattern covers nothing but itself',
      { Action: '*:Get*', Resource: '*' },
      { Action: '*:GetObject', Resource: '*' },
      false,
    ],
    [
      'S52: a short ARN is read in every way',
      { Resource: 'arn:aws:sqs' },
      { Resource: 'arn:aws:sqs:eu-west-1:111122223333:q' },
      false,
    ],
    [
      'S58: an exception with a variable may end the statement that has it',
      { NotResource: ['*', `${BUCKET}\${aws:username}`] },
      { NotResource: '*' },
      false,
    ],
    [
      'S58: and is proved to be in no other',
      { NotResource: `${BUCKET}\${aws:username}` },
      { NotResource: '*' },
      false,
    ],
    [
      'S58: nor has another what it lacks',
      { NotResource: '*' },
      { NotResource: `${BUCKET}\${aws:username}` },
      false,
    ],
    [
      'S73: keys compare whatever their case',
      { Resource: '*', Condition: { Bool: { 'AWS:securetransport': 'true' } } },
      { Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      true,
    ],
    [
      'S129: everybody covers a role',
      { Resource: '*', Principal: '*' },
      { Resource: '*', Principal: { AWS: '111122223333' } },
      true,
    ],
    [
      'S129: a role does not cover everybody',
      { Resource: '*', Principal: { AWS: '111122223333' } },
      { Resource: '*', Principal: '*' },
      false,
    ],
    [
      'S142: nobody is named by an exception',
      { Resource: '*', Principal: { AWS: '111122223333' } },
      { Resource: '*', Effect: 'Deny', NotPrincipal: '*' },
      false,
    ],
    [
      'an abbreviation covers one of the same API',
      { Resource: 'execute-api:/*' },
      { Resource: 'execute-api:/a/GET/b' },
      true,
    ],
    ['no ARN covers an abbreviation', { Resource: BUCKET }, { Resource: 'execute-api:/a/GET/b' }, false],
    ['but everything does', { Resource: '*' }, { Resource: 'execute-api:/a/GET/b' }, true],
  ])('%s', (_, wide, narrow, expected) => {
    expect(covers(wide, narrow)).toBe(expected);
  });
});

test('without anything left to spend only equal texts cover each other', () => {
  const [wide, narrow] = [statementOf({ Resource: BUCKET }), statementOf({ Resource: 'arn:aws:s3:::b/a' })];
  const spent = new PatternProofs({ variables: true }, { pairs: 0 });
  expect(statementCovers(wide, narrow, spent)).toBe(false);
  expect(spent.spent).toBe(true);
  expect(statementCovers(wide, statementOf({ Resource: BUCKET }), spent)).toBe(true);
});
