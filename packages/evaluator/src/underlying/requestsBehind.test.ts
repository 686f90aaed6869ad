import { policyFromValue, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { compile, requestsBehind, type Request } from '../index.ts';

const POINT = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/images';
const request: Request = {
  principal: 'arn:aws:iam::111122223333:user/ada',
  action: 's3:GetObject',
  resource: `${POINT}/object/a.png`,
  underlying: [{ resource: 'arn:aws:s3:::images/a.png', resourceAccount: '111122223333' }],
};

function policy(Effect: 'Allow' | 'Deny', Resource: string): Policy {
  const result = policyFromValue({ Statement: { Effect, Principal: '*', Action: 's3:GetObject', Resource } });
  if (!result.ok) throw new Error('no policy');
  return result.policy;
}

describe('S210: requestsBehind', () => {
  test('names the policy of the bucket by its place in the whole set', () => {
    const underlying = [policy('Deny', 'arn:aws:s3:::images/*')];
    const explained = compile({ resource: policy('Allow', '*'), underlying }).explain(request);
    expect(explained.decisive).toMatchObject({ ref: '/underlying/0/Statement', layer: 'resource' });
    expect(explained.request.resource).toBe('arn:aws:s3:::images/a.png');
  });

  test('may be denied explicitly by what lies behind, whatever denies it in front', () => {
    const underlying = [policy('Deny', 'arn:aws:s3:::images/*')];
    const { answer, possible } = compile({ underlying }).decidePartial(request, []);
    expect([answer, possible]).toEqual(['Denied', ['ExplicitDeny', 'ImplicitDeny']]);
  });

  test('becomes a request for each resource behind, which knows the access point', () => {
    expect(requestsBehind(request)).toEqual([
      {
        principal: request.principal,
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::images/a.png',
        resourceAccount: '111122223333',
        context: { 's3:DataAccessPointArn': POINT, 's3:DataAccessPointAccount': '111122223333' },
      },
    ]);
    const context = { 'S3:dataAccessPointArn': 'given', 's3:DataAccessPointAccount': 'given' };
    expect(requestsBehind({ ...request, context })[0]?.context).toEqual(context);
  });

  test('knows the access point of S3 that is right in front, and no other resource', () => {
    const lambda = 'arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/resized';
    const chain = [{ resource: `${POINT}/object/a.png` }, { resource: 'arn:aws:s3:::images/a.png' }];
    const contexts = (resource: string): readonly unknown[] =>
      requestsBehind({ ...request, resource, underlying: chain }).map(({ context }) => context);
    const behindPoint = { 's3:DataAccessPointArn': POINT, 's3:DataAccessPointAccount': '111122223333' };
    for (const front of [lambda, `${lambda}/object/a.png`, 'arn:aws:s3:::images', `/object/${POINT}`])
      expect(contexts(front)).toEqual([{}, behindPoint]);
  });
});
