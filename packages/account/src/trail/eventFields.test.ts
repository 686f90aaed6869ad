import { expect, test } from 'vitest';
import { callerOf, contextOf, resourcesOfEvent, type KeyOfEvents } from './eventFields.ts';

const ACCOUNT = '111122223333';
const USER = `arn:aws:iam::${ACCOUNT}:user/ada`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/web/s1`;
const issuer = (arn: string): object => ({ sessionContext: { sessionIssuer: { arn } } });

test.each<readonly [unknown, object]>([
  [
    { type: 'IAMUser', arn: USER, accountId: ACCOUNT },
    { kind: 'user', name: USER, account: ACCOUNT },
  ],
  [
    { type: 'Root', arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT },
    { kind: 'root', name: `arn:aws:iam::${ACCOUNT}:root`, account: ACCOUNT },
  ],
  [
    {
      type: 'AssumedRole',
      arn: SESSION,
      accountId: ACCOUNT,
      ...issuer(`arn:aws:iam::${ACCOUNT}:role/path/web`),
    },
    { kind: 'role', name: `arn:aws:iam::${ACCOUNT}:role/path/web`, account: ACCOUNT },
  ],
  [
    { type: 'AssumedRole', arn: SESSION, accountId: ACCOUNT },
    { kind: 'role', name: `arn:aws:iam::${ACCOUNT}:role/web`, account: ACCOUNT },
  ],
  [
    { type: 'AssumedRole', arn: 'odd', accountId: ACCOUNT },
    { kind: 'role', name: 'odd', account: ACCOUNT },
  ],
  [
    {
      type: 'FederatedUser',
      arn: `arn:aws:sts::${ACCOUNT}:federated-user/ada`,
      accountId: ACCOUNT,
      ...issuer(USER),
    },
    { kind: 'federated', name: USER, account: ACCOUNT },
  ],
  [
    { type: 'FederatedUser', arn: 'a', accountId: ACCOUNT },
    { kind: 'federated', name: 'a', account: ACCOUNT },
  ],
  [
    { type: 'AWSService', invokedBy: 'ecs.amazonaws.com' },
    { kind: 'service', name: 'ecs.amazonaws.com', account: '' },
  ],
  [{ type: 'AWSService' }, { kind: 'service', name: '', account: '' }],
  [
    { type: 'SAMLUser', arn: 'a', accountId: ACCOUNT },
    { kind: 'other', name: 'a', account: ACCOUNT },
  ],
  [{}, { kind: 'other', name: '', account: '' }],
  ['text', { kind: 'other', name: '', account: '' }],
])('who made a call: %j', (identity, expected) => {
  expect(callerOf(identity)).toEqual(expected);
});

const context = (event: Readonly<Record<string, unknown>>, ...wanted: readonly KeyOfEvents[]): object =>
  contextOf(event, new Set(wanted));

test('an event tells whether there was MFA, and through which endpoint it came', () => {
  const sessionContext = { attributes: { mfaAuthenticated: 'true' } };
  expect(context({ userIdentity: { type: 'AssumedRole', sessionContext }, vpcEndpointId: 'vpce-1' })).toEqual(
    {
      'aws:MultiFactorAuthPresent': 'true',
      'aws:SourceVpce': 'vpce-1',
    },
  );
  expect(context({})).toEqual({});
  expect(context({ userIdentity: { sessionContext: { attributes: 'odd' } } })).toEqual({});
});

test('a service that calls on for somebody is told; one that calls for itself is the caller', () => {
  const invokedBy = 'athena.amazonaws.com';
  expect(context({ userIdentity: { type: 'IAMUser', invokedBy } })).toEqual({
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': [invokedBy],
  });
  expect(context({ userIdentity: { type: 'AWSService', invokedBy } })).toEqual({});
});

test('addresses and agents are told where somebody asks, addresses of callers alone', () => {
  const event = { sourceIPAddress: '203.0.113.9', userAgent: 'curl/8', userIdentity: { type: 'IAMUser' } };
  expect(context(event)).toEqual({});
  expect(context(event, 'aws:SourceIp')).toEqual({ 'aws:SourceIp': '203.0.113.9' });
  expect(context(event, 'aws:UserAgent')).toEqual({ 'aws:UserAgent': 'curl/8' });
  expect(context({ ...event, sourceIPAddress: '2001:db8::1' }, 'aws:SourceIp')).toEqual({
    'aws:SourceIp': '2001:db8::1',
  });
  expect(context({ ...event, sourceIPAddress: 'athena.amazonaws.com' }, 'aws:SourceIp')).toEqual({});
  const through = { type: 'IAMUser', invokedBy: 'athena.amazonaws.com' };
  expect(context({ ...event, userIdentity: through }, 'aws:SourceIp')).not.toHaveProperty('aws:SourceIp');
});

test('the resources of an event are their ARNs', () => {
  expect(resourcesOfEvent([{ ARN: 'arn:a' }, { arn: 'arn:b' }, { type: 'x' }, 'text', null])).toEqual([
    'arn:a',
    'arn:b',
  ]);
  expect(resourcesOfEvent(undefined)).toEqual([]);
});
