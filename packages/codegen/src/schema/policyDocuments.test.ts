import { getService, type Service } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { schemaTakes } from '../_testing/schemaTakes.ts';
import { policySchema } from './policySchema.ts';

const chosen = ['ecs', 's3'].flatMap((prefix): readonly Service[] => {
  const service = getService(prefix);
  return service === undefined ? [] : [service];
});
const schema = policySchema(chosen);

const STATEMENT = { Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' };
const takes = (document: unknown): boolean => schemaTakes(schema, document);
const takesStatement = (changes: object): boolean =>
  takes(JSON.parse(JSON.stringify({ Statement: { ...STATEMENT, ...changes } })));

describe('the schema takes a document', () => {
  test.each<readonly [string, unknown]>([
    ['of one statement', { Statement: STATEMENT }],
    ['of several', { Version: '2012-10-17', Id: 'mine', Statement: [STATEMENT, STATEMENT] }],
    ['of the older version', { Version: '2008-10-17', Statement: STATEMENT }],
  ])('%s', (_, document) => {
    expect(takes(document)).toBe(true);
  });

  test.each<readonly [string, object]>([
    ['a Sid', { Sid: 'One' }],
    ['Deny', { Effect: 'Deny' }],
    ['several actions, some with wildcards', { Action: ['ecs:RunTask', 's3:Get*', '*'] }],
    ['NotAction', { Action: undefined, NotAction: 'ecs:*' }],
    ['several resources', { Resource: ['arn:aws:s3:::b', '*'] }],
    ['NotResource', { Resource: undefined, NotResource: 'arn:aws:s3:::b' }],
    ['no resource, as trust policies have', { Resource: undefined }],
    ['everybody', { Principal: '*' }],
    [
      'principals of every kind',
      { Principal: { AWS: ['1', '2'], Service: 'a', Federated: 'b', CanonicalUser: 'c' } },
    ],
    ['NotPrincipal', { NotPrincipal: { AWS: 'a' } }],
  ])('whose statement has %s', (_, changes) => {
    expect(takesStatement(changes)).toBe(true);
  });

  test.each<readonly [string, object]>([
    ['one text', { StringEquals: { 'ecs:cluster': 'a' } }],
    ['several', { StringEquals: { 'ecs:cluster': ['a', 'b'] } }],
    ['a tag', { 'ForAnyValue:StringLikeIfExists': { 'aws:ResourceTag/team': 'blue' } }],
    ['an ARN', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } }],
    ['an ARN as a text', { StringLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } }],
    ['a number', { NumericLessThan: { 'ecs:task-cpu': 256 } }],
    ['a number as a text', { NumericLessThan: { 'ecs:task-cpu': ['256', '512'] } }],
    ['a date', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }],
    ['a date in seconds', { DateGreaterThanEquals: { 'aws:CurrentTime': 1_900_000_000 } }],
    ['a truth', { Bool: { 'aws:SecureTransport': false } }],
    ['a truth as a text', { Bool: { 'aws:SecureTransport': ['true', 'false'] } }],
    ['an address', { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }],
    ['presence', { Null: { 'aws:SourceVpc': true } }],
    ['presence as a text', { Null: { 'aws:SourceVpc': 'false', 'aws:RequestTag/a': ['true'] } }],
  ])('with a condition on %s', (_, Condition) => {
    expect(takesStatement({ Condition })).toBe(true);
  });
});

describe('the schema refuses a document', () => {
  test.each<readonly [string, unknown]>([
    ['that is none', 'Allow'],
    ['that is a list', [STATEMENT]],
    ['without statements', { Version: '2012-10-17' }],
    ['with an empty list of them', { Statement: [] }],
    ['with a text as statement', { Statement: ['Allow'] }],
    ['of another version', { Version: '2012-10-18', Statement: STATEMENT }],
    ['with a number as Id', { Id: 1, Statement: STATEMENT }],
    ['with another member', { Statement: STATEMENT, Statements: [] }],
  ])('%s', (_, document) => {
    expect(takes(document)).toBe(false);
  });

  test.each<readonly [string, object]>([
    ['no effect', { Effect: undefined }],
    ['another effect', { Effect: 'allow' }],
    ['a number as Sid', { Sid: 1 }],
    ['another element', { Actions: '*' }],
    ['neither Action nor NotAction', { Action: undefined }],
    ['both Action and NotAction', { NotAction: 's3:*' }],
    ['both Resource and NotResource', { NotResource: '*' }],
    ['both Principal and NotPrincipal', { Principal: '*', NotPrincipal: '*' }],
    ['a slip in an action', { Action: 'ecs:RunTsak' }],
    ['an action of another service', { Action: ['ecs:RunTask', 'sqs:SendMessage'] }],
    ['a slip in NotAction', { Action: undefined, NotAction: 'ecs:RunTsak' }],
    ['an empty list of actions', { Action: [] }],
    ['an empty resource', { Resource: '' }],
    ['an empty list of resources', { Resource: [] }],
    ['a number as resource', { Resource: 1 }],
    ['a number as NotResource', { Resource: undefined, NotResource: 1 }],
    ['a principal that is a text', { Principal: 'arn:aws:iam::111122223333:root' }],
    ['a principal of no kind', { Principal: {} }],
    ['a principal of another kind', { Principal: { Aws: '1' } }],
    ['a principal in a list', { Principal: [{ AWS: '1' }] }],
    ['numbers as principals', { Principal: { AWS: [1] } }],
    ['a text as NotPrincipal', { NotPrincipal: 'a' }],
    ['a text as condition', { Condition: 'a' }],
    ['an operator that is a text', { Condition: { StringEquals: 'ecs:cluster' } }],
    ['another operator', { Condition: { StringEqual: { 'ecs:cluster': 'a' } } }],
    ['a key of another service', { Condition: { StringEquals: { 'sqs:a': 'a' } } }],
    ['a key of another type', { Condition: { NumericEquals: { 'ecs:cluster': 1 } } }],
    ['a number among texts', { Condition: { StringEquals: { 'ecs:cluster': 1 } } }],
    ['a truth as a number', { Condition: { NumericEquals: { 'ecs:task-cpu': true } } }],
    ['a truth as a date', { Condition: { DateEquals: { 'aws:CurrentTime': true } } }],
    ['another word for a truth', { Condition: { Bool: { 'aws:SecureTransport': 'yes' } } }],
    ['another word for presence', { Condition: { Null: { 'aws:SourceVpc': 'yes' } } }],
    ['presence of another key', { Condition: { Null: { 'sqs:a': true } } }],
    ['an operator for addresses on texts', { Condition: { IpAddress: { 'ecs:cluster': '10.0.0.0/8' } } }],
    ['no values', { Condition: { StringEquals: { 'ecs:cluster': [] } } }],
  ])('whose statement has %s', (_, changes) => {
    expect(takesStatement(changes)).toBe(false);
  });
});

test('its title names the services', () => {
  expect(schema['title']).toBe('IAM policy document for ecs, s3');
});
