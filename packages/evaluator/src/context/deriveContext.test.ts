import { describe, expect, it } from 'vitest';
import { ALICE, OBJECT } from '../_testing/decideWith.ts';
import { deriveContext, type Request } from '../index.ts';

const base: Request = { principal: ALICE, action: 's3:GetObject', resource: OBJECT };

describe('deriveContext', () => {
  it('S125, S136: tells who the principal is', () => {
    expect(deriveContext(base)).toMatchObject({
      'aws:PrincipalArn': ALICE,
      'aws:PrincipalAccount': '111122223333',
      'aws:PrincipalType': 'User',
      'aws:username': 'alice',
      'aws:PrincipalIsAWSService': 'false',
    });
    const session = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
    const role = deriveContext({ ...base, principal: session });
    expect(role).toMatchObject({
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/deploy',
      'aws:PrincipalType': 'AssumedRole',
    });
    expect(role).not.toHaveProperty('aws:username');
    expect(deriveContext({ ...base, principal: 'arn:aws:iam::111122223333:user/div/bob' })).toMatchObject({
      'aws:username': 'bob',
    });
    expect(deriveContext({ ...base, principal: 'arn:aws:iam::111122223333:root' })).toMatchObject({
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:root',
      'aws:PrincipalType': 'Account',
      'aws:userid': '111122223333',
    });
    expect(
      deriveContext({ ...base, principal: 'arn:aws:sts::111122223333:federated-user/carol' }),
    ).toMatchObject({
      'aws:PrincipalType': 'FederatedUser',
      'aws:userid': '111122223333:carol',
    });
  });

  it('S140: anonymous callers have an account of that name and no ARN', () => {
    const context = deriveContext({ ...base, principal: 'anonymous' });
    expect(context).toMatchObject({ 'aws:PrincipalAccount': 'anonymous', 'aws:PrincipalType': 'Anonymous' });
    expect(context).not.toHaveProperty('aws:PrincipalArn');
    expect(context).not.toHaveProperty('aws:PrincipalIsAWSService');
  });

  it('S164: services are named', () => {
    expect(deriveContext({ ...base, principal: { service: 'sns.amazonaws.com' } })).toMatchObject({
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': 'sns.amazonaws.com',
      'aws:PrincipalServiceNamesList': ['sns.amazonaws.com'],
    });
  });

  it('S45: tells whose the resource is and where', () => {
    const resource = 'arn:aws:sqs:eu-west-1:444455556666:jobs';
    expect(deriveContext({ ...base, resource })).toMatchObject({
      'aws:ResourceAccount': '444455556666',
      'aws:RequestedRegion': 'eu-west-1',
    });
    expect(deriveContext({ ...base, resourceAccount: '444455556666' })).toMatchObject({
      'aws:ResourceAccount': '444455556666',
    });
    expect(deriveContext(base)).not.toHaveProperty('aws:RequestedRegion');
    expect(deriveContext({ ...base, resource: '*' })).not.toHaveProperty('aws:ResourceAccount');
  });

  it('S178, S179: the ends of the call chain follow from the chain', () => {
    const chain = ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'];
    expect(deriveContext({ ...base, context: { 'AWS:calledvia': chain } })).toMatchObject({
      'aws:ViaAWSService': 'true',
      'aws:CalledViaFirst': chain[0],
      'aws:CalledViaLast': chain[1],
    });
    expect(deriveContext(base)['aws:ViaAWSService']).toBe('false');
    expect(deriveContext(base)).not.toHaveProperty('aws:CalledViaFirst');
  });

  it('S182: the tag keys follow from the tags that are sent', () => {
    const context = { 'aws:RequestTag/team': 'blue', 'AWS:requesttag/Stage': 'prod' };
    expect(deriveContext({ ...base, context })['aws:TagKeys']).toEqual(['team', 'Stage']);
    expect(deriveContext(base)).not.toHaveProperty('aws:TagKeys');
  });

  it('S181: the source account follows from the source ARN', () => {
    const context = { 'aws:SourceArn': 'arn:aws:sns:us-east-1:444455556666:t' };
    expect(deriveContext({ ...base, context })['aws:SourceAccount']).toBe('444455556666');
  });

  it('S101: the time keys follow from the time given', () => {
    expect(deriveContext(base, { now: 1_600_000_000_000 })).toMatchObject({
      'aws:CurrentTime': '2020-09-13T12:26:40.000Z',
      'aws:EpochTime': '1600000000',
    });
    expect(deriveContext(base)).not.toHaveProperty('aws:CurrentTime');
    expect(() => deriveContext(base, { now: 1e300 })).not.toThrow();
  });

  it('never contradicts what was given, in any letter case, and leaves the request alone', () => {
    const context = {
      'AWS:PRINCIPALARN': 'arn:aws:iam::111122223333:user/x',
      'aws:securetransport': 'false',
    };
    const request = { ...base, context };
    const derived = deriveContext(request);
    expect(derived).not.toHaveProperty('aws:PrincipalArn');
    expect(derived).not.toHaveProperty('aws:SecureTransport');
    expect(derived).toMatchObject(context);
    expect(request.context).toBe(context);
    expect(Object.keys(context)).toHaveLength(2);
  });
});
