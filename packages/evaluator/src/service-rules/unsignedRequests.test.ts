import { describe, expect, test } from 'vitest';
import { authorizerOf, decideWith, requestOf } from '../_testing/decideWith.ts';

const open = [{ Principal: '*' }];
const PROVIDER = 'arn:aws:iam::111122223333:saml-provider/corp';
const ROLE = 'arn:aws:iam::111122223333:role/app';

describe('S201: callers without credentials', () => {
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::open/k'],
    ['sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:q'],
    ['sns:Publish', 'arn:aws:sns:us-east-1:111122223333:t'],
    ['execute-api:Invoke', 'arn:aws:execute-api:us-east-1:111122223333:a1/prod/GET/x'],
    ['lambda:InvokeFunctionUrl', 'arn:aws:lambda:us-east-1:111122223333:function:f'],
    ['lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:111122223333:function:f'],
    ['es:ESHttpGet', 'arn:aws:es:us-east-1:111122223333:domain/d/x'],
    ['vpc-lattice-svcs:Invoke', 'arn:aws:vpc-lattice:us-east-1:111122223333:service/svc-1/x'],
    ['elasticfilesystem:ClientMount', 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1'],
  ])('reach %s', (action, resource) => {
    expect(decideWith({ principal: 'anonymous', action, resource, resourcePolicy: open })).toBe('Allow');
    expect(decideWith({ principal: 'anonymous', action, resource })).toBe('ImplicitDeny');
  });

  test.each([
    ['kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/1'],
    ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:s'],
    ['dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:111122223333:table/t'],
    ['sts:AssumeRole', ROLE],
    ['sts:AssumeRoleWithSAML', ROLE],
    ['ecr:BatchGetImage', 'arn:aws:ecr:us-east-1:111122223333:repository/r'],
    ['lambda:GetFunction', 'arn:aws:lambda:us-east-1:111122223333:function:f'],
    ['es:DescribeDomain', 'arn:aws:es:us-east-1:111122223333:domain/d'],
    ['s3:CreateBucket', 'arn:aws:s3:::b'],
    ['elasticfilesystem:DescribeFileSystems', '*'],
  ])('do not reach %s, whatever its policy says', (action, resource) => {
    const request = requestOf({ principal: 'anonymous', action, resource });
    const { decision, code, rule } = authorizerOf({ resourcePolicy: open }).explain(request);
    expect([decision, code, rule]).toEqual(['ImplicitDeny', 'unsigned-refused', 'S201']);
  });
});

describe('S202: identities of a provider', () => {
  const asks = (action: string, resource = ROLE): string =>
    decideWith({
      principal: { federated: PROVIDER },
      action,
      resource,
      resourcePolicy: [{ Principal: { Federated: PROVIDER } }],
    });

  test('assume roles by assertion or token, with what belongs to the call', () => {
    for (const name of [
      'AssumeRoleWithSAML',
      'AssumeRoleWithWebIdentity',
      'TagSession',
      'SetSourceIdentity',
      'SetContext',
    ])
      expect(asks(`sts:${name}`)).toBe('Allow');
  });

  test.each(['sts:AssumeRole', 'sts:GetSessionToken', 's3:GetObject', 'kms:Decrypt', 'iam:GetRole'])(
    'do nothing else, such as %s',
    (action) => {
      expect(asks(action)).toBe('ImplicitDeny');
    },
  );

  test('are the only ones to make the two calls', () => {
    const everyone = { resource: ROLE, resourcePolicy: open, identity: [{}] };
    for (const action of ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity']) {
      expect(decideWith({ ...everyone, action })).toBe('ImplicitDeny');
      expect(decideWith({ ...everyone, action, principal: { service: 'ec2.amazonaws.com' } })).toBe(
        'ImplicitDeny',
      );
    }
  });
});
