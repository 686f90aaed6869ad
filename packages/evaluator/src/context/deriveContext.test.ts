import type { RequestContext } from '@policywright/conditions';
import { describe, expect, test } from 'vitest';
import { ALICE, OBJECT } from '../_testing/decideWith.ts';
import { deriveContext, type Request } from '../index.ts';

const base: Request = { principal: ALICE, action: 's3:GetObject', resource: OBJECT };

describe('deriveContext', () => {
  test('S125, S136: tells who the principal is', () => {
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

  test('S140: anonymous callers have an account of that name and no ARN', () => {
    const context = deriveContext({ ...base, principal: 'anonymous' });
    expect(context).toMatchObject({ 'aws:PrincipalAccount': 'anonymous', 'aws:PrincipalType': 'Anonymous' });
    expect(context).not.toHaveProperty('aws:PrincipalArn');
    expect(context).not.toHaveProperty('aws:PrincipalIsAWSService');
  });

  test('S164: services are named', () => {
    expect(deriveContext({ ...base, principal: { service: 'sns.amazonaws.com' } })).toMatchObject({
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': 'sns.amazonaws.com',
      'aws:PrincipalServiceNamesList': ['sns.amazonaws.com'],
    });
  });

  test('S137: a service that calls from an opt-in Region has its regional name, and the plain one beside it', () => {
    const service = 's3.ap-east-1.amazonaws.com';
    expect(deriveContext({ ...base, principal: { service } })).toMatchObject({
      'aws:PrincipalServiceName': service,
      'aws:PrincipalServiceNamesList': [service, 's3.amazonaws.com'],
    });
  });

  test.each([
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:role/deploy',
    'arn:aws:sts::111122223333:assumed-role/deploy/alice',
    'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/alice',
    'arn:aws:sts::111122223333:federated-user/alice',
    'anonymous',
    { service: 'sns.amazonaws.com' },
    { federated: 'accounts.google.com' },
  ])('S125: aws:username is absent for %j', (principal) => {
    expect(deriveContext({ ...base, principal })).not.toHaveProperty('aws:username');
  });

  test('S125: who has no documented type and id gets none', () => {
    for (const principal of [{ service: 'sns.amazonaws.com' }, { federated: 'accounts.google.com' }]) {
      expect(deriveContext({ ...base, principal })).not.toHaveProperty('aws:PrincipalType');
      expect(deriveContext({ ...base, principal })).not.toHaveProperty('aws:userid');
    }
    expect(deriveContext({ ...base, principal: 'anonymous' })).toMatchObject({ 'aws:userid': 'anonymous' });
    expect(deriveContext(base)).not.toHaveProperty('aws:userid');
  });

  describe('S125: the tags of a session', () => {
    const principal = 'arn:aws:sts::111122223333:assumed-role/pod/eks-web-7c5f';
    const session = {
      roleTags: { 'eks-cluster-name': 'mine', owner: 'platform' },
      passedTags: { 'eks-cluster-name': 'prod', 'kubernetes-namespace': 'shop' },
      transitiveTagKeys: ['eks-cluster-name', 'kubernetes-namespace'],
    };

    test('become aws:PrincipalTag', () => {
      expect(deriveContext({ ...base, principal }, { session })).toMatchObject({
        'aws:PrincipalTag/eks-cluster-name': 'prod',
        'aws:PrincipalTag/kubernetes-namespace': 'shop',
        'aws:PrincipalTag/owner': 'platform',
      });
    });

    test('leave what was given as it is, in any letter case', () => {
      const context = { 'aws:principaltag/Owner': 'web' };
      const derived = deriveContext({ ...base, principal, context }, { session });
      expect(derived).toMatchObject(context);
      expect(derived).not.toHaveProperty('aws:PrincipalTag/owner');
    });

    test('are none where the call fails', () => {
      const failed = { ...session, inheritedTags: { 'EKS-cluster-name': 'dev' } };
      const keys = Object.keys(deriveContext({ ...base, principal }, { session: failed }));
      expect(keys.filter((key) => key.startsWith('aws:PrincipalTag/'))).toEqual([]);
    });

    test.each([ALICE, 'anonymous', 'arn:aws:iam::111122223333:root', { service: 'sns.amazonaws.com' }])(
      'are no matter of %j',
      (other) => {
        const keys = Object.keys(deriveContext({ ...base, principal: other }, { session }));
        expect(keys.filter((key) => key.startsWith('aws:PrincipalTag/'))).toEqual([]);
      },
    );
  });

  describe('S108, S178: network keys', () => {
    const onward = { 'aws:CalledVia': ['athena.amazonaws.com'] };
    const endpoint = { sourceVpce: 'vpce-1a2b3c4d', sourceVpc: 'vpc-111bbb22', vpcSourceIp: '10.0.0.7' };
    const keysOf = (context: RequestContext): readonly string[] =>
      Object.keys(context).filter((key) => /^aws:(?:Source|Vpc)/.test(key));

    test('of a public endpoint are those of onward calls too', () => {
      const network = { sourceIp: '203.0.113.7' };
      for (const context of [{}, onward]) {
        const derived = deriveContext({ ...base, context }, { network });
        expect(derived['aws:SourceIp']).toBe('203.0.113.7');
        expect(keysOf(derived)).toEqual(['aws:SourceIp']);
      }
    });

    test('of a VPC endpoint are in the first call only', () => {
      const derived = deriveContext(base, { network: endpoint });
      expect(derived).toMatchObject({
        'aws:SourceVpce': 'vpce-1a2b3c4d',
        'aws:SourceVpc': 'vpc-111bbb22',
        'aws:VpcSourceIp': '10.0.0.7',
      });
      expect(derived).not.toHaveProperty('aws:SourceIp');
      expect(keysOf(deriveContext({ ...base, context: onward }, { network: endpoint }))).toEqual([]);
    });

    test('are absent from calls of service principals', () => {
      const request = { ...base, principal: { service: 'sns.amazonaws.com' } };
      expect(keysOf(deriveContext(request, { network: { sourceIp: '203.0.113.7' } }))).toEqual([]);
      expect(keysOf(deriveContext(request, { network: endpoint }))).toEqual([]);
    });

    test('that the context was given stay, in an onward call too', () => {
      const context = { ...onward, 'aws:SourceVpce': 'vpce-9' };
      expect(deriveContext({ ...base, context }, { network: endpoint })).toMatchObject(context);
    });
  });

  test('S45: tells whose the resource is and where', () => {
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

  test('S178, S179: the ends of the call chain follow from the chain', () => {
    const chain = ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'];
    expect(deriveContext({ ...base, context: { 'AWS:calledvia': chain } })).toMatchObject({
      'aws:ViaAWSService': 'true',
      'aws:CalledViaFirst': chain[0],
      'aws:CalledViaLast': chain[1],
    });
    expect(deriveContext({ ...base, context: { 'aws:CalledVia': 'athena.amazonaws.com' } })).toMatchObject({
      'aws:ViaAWSService': 'true',
      'aws:CalledViaFirst': 'athena.amazonaws.com',
    });
    expect(deriveContext(base)['aws:ViaAWSService']).toBe('false');
    expect(deriveContext({ ...base, context: { 'aws:CalledVia': [] } })['aws:ViaAWSService']).toBe('false');
    expect(deriveContext(base)).not.toHaveProperty('aws:CalledViaFirst');
  });

  test('S182: the tag keys follow from the tags that are sent', () => {
    const context = { 'aws:RequestTag/team': 'blue', 'AWS:requesttag/Stage': 'prod' };
    expect(deriveContext({ ...base, context })['aws:TagKeys']).toEqual(['team', 'Stage']);
    expect(deriveContext(base)).not.toHaveProperty('aws:TagKeys');
    const among = { 'aws:SourceVpc': 'vpc-1', 'aws:RequestTag/team': 'a', 'aws:ResourceTag/team': 'b' };
    expect(deriveContext({ ...base, context: among })['aws:TagKeys']).toEqual(['team']);
    expect(deriveContext({ ...base, context: { 'aws:SourceVpc': 'vpc-1' } })).not.toHaveProperty(
      'aws:TagKeys',
    );
  });

  test('S181: the source account follows from the source ARN', () => {
    const context = { 'aws:SourceArn': 'arn:aws:sns:us-east-1:444455556666:t' };
    expect(deriveContext({ ...base, context })['aws:SourceAccount']).toBe('444455556666');
  });

  test('S101: the time keys follow from the time given', () => {
    expect(deriveContext(base, { now: 1_600_000_000_000 })).toMatchObject({
      'aws:CurrentTime': '2020-09-13T12:26:40.000Z',
      'aws:EpochTime': '1600000000',
    });
    expect(deriveContext(base)).not.toHaveProperty('aws:CurrentTime');
    expect(() => deriveContext(base, { now: 1e300 })).not.toThrow();
  });

  test('never contradicts what was given, in any letter case, and leaves the request alone', () => {
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
