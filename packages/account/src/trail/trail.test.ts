import { parsePolicy, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, arnOf, documentOf, readGiven, type GivenAccounts } from '../_testing/given.ts';
import { AccountAudit, EventReader, type EventReaderOptions, type ObservedCall } from '../index.ts';

const user = (name: string): object => ({
  type: 'IAMUser',
  arn: arnOf('user', name),
  accountId: ACCOUNT,
  userName: name,
});
const session = (role: string): object => ({
  type: 'AssumedRole',
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/s1`,
  accountId: ACCOUNT,
  sessionContext: {
    sessionIssuer: { type: 'Role', arn: arnOf('role', `path/${role}`) },
    attributes: { mfaAuthenticated: 'false' },
  },
});
const GET = {
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  requestParameters: { bucketName: 'reports', key: 'a', Host: 's3.amazonaws.com' },
  managementEvent: false,
};
let clock = 0;
const event = (parts: object): object => ({
  eventTime: `2026-11-01T00:00:${String(clock++ % 60).padStart(2, '0')}Z`,
  userIdentity: user('ada'),
  awsRegion: 'eu-west-1',
  eventType: 'AwsApiCall',
  ...parts,
});

function observe(events: readonly object[], options?: EventReaderOptions): ReturnType<EventReader['end']> {
  const reader = new EventReader(options);
  reader.read(JSON.stringify({ Records: events.map(event) }));
  return reader.end();
}

const callsOf = (events: readonly object[], options?: EventReaderOptions): readonly ObservedCall[] =>
  observe(events, options).calls;

describe('EventReader', () => {
  test('keeps of calls that are alike how many there were, and when', () => {
    clock = 0;
    const { calls, events, first, last } = observe([
      GET,
      GET,
      { ...GET, requestParameters: { bucketName: 'reports', key: 'b' } },
    ]);
    expect(calls.map(({ operation, input, count }) => [operation, input, count])).toEqual([
      ['s3:GetObject', { bucketName: 'reports', key: 'a', Bucket: 'reports' }, 2],
      ['s3:GetObject', { bucketName: 'reports', key: 'b', Bucket: 'reports' }, 1],
    ]);
    expect(calls[0]).toMatchObject({
      first: '2026-11-01T00:00:00Z',
      last: '2026-11-01T00:00:01Z',
      isData: true,
    });
    expect([events, first, last]).toEqual([3, '2026-11-01T00:00:00Z', '2026-11-01T00:00:02Z']);
  });

  test.each([
    ['lambda.amazonaws.com', 'UpdateFunctionConfiguration20150331v2', 'lambda:UpdateFunctionConfiguration'],
    ['cloudfront.amazonaws.com', 'CreateDistribution2020_05_31', 'cloudfront:CreateDistribution'],
    ['monitoring.amazonaws.com', 'DescribeAlarms', 'cloudwatch:DescribeAlarms'],
    ['s3.amazonaws.com', 'ListObjectsV2', 's3:ListObjectsV2'],
    ['ecs.amazonaws.com', 'NoSuchThing', undefined],
  ])('%s %s is %s', (eventSource, eventName, operation) => {
    expect(callsOf([{ eventSource, eventName }])[0]?.operation).toBe(operation);
  });

  test('tells who called: users, the role of a session, root, and services', () => {
    const callers = callsOf([
      GET,
      { ...GET, userIdentity: session('app') },
      {
        ...GET,
        userIdentity: {
          type: 'AssumedRole',
          arn: `arn:aws:sts::${ACCOUNT}:assumed-role/old/s`,
          accountId: ACCOUNT,
        },
      },
      { ...GET, userIdentity: { type: 'Root', arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT } },
      { ...GET, userIdentity: { type: 'AWSService', invokedBy: 'config.amazonaws.com' } },
    ]).map(({ caller: { kind, name } }) => `${kind} ${name}`);
    expect(callers).toEqual([
      `user ${arnOf('user', 'ada')}`,
      `role ${arnOf('role', 'path/app')}`,
      `role ${arnOf('role', 'old')}`,
      `root arn:aws:iam::${ACCOUNT}:root`,
      'service config.amazonaws.com',
    ]);
  });

  test('has the context that events tell, and keys with many values where they are wanted', () => {
    const via = {
      ...GET,
      userIdentity: { ...user('ada'), invokedBy: 'athena.amazonaws.com' },
      vpcEndpointId: 'vpce-1',
    };
    expect(callsOf([via])[0]).toMatchObject({
      invokedBy: 'athena.amazonaws.com',
      context: {
        'aws:ViaAWSService': 'true',
        'aws:CalledVia': ['athena.amazonaws.com'],
        'aws:SourceVpce': 'vpce-1',
      },
    });
    const from = (sourceIPAddress: string): object => ({ ...GET, sourceIPAddress });
    expect(callsOf([from('203.0.113.1'), from('203.0.113.2')])).toHaveLength(1);
    const told = callsOf([from('203.0.113.1'), from('203.0.113.2')], { keys: ['aws:SourceIp'] });
    expect(told.map(({ context }) => context['aws:SourceIp'])).toEqual(['203.0.113.1', '203.0.113.2']);
  });

  test('of very many different requests, tells what they have alike', () => {
    const calls = callsOf(
      Array.from({ length: 1000 }, (_, index) => ({
        ...GET,
        requestParameters: { bucketName: 'reports', key: `k${index}` },
      })),
    );
    expect(calls).toHaveLength(201);
    expect(calls.at(-1)).toMatchObject({ input: { bucketName: 'reports' }, count: 800 });
  });

  test('reads lists of Amazon EC2 as the API has them', () => {
    const [call] = callsOf([
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'StartInstances',
        requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] } },
      },
    ]);
    expect(call?.input).toMatchObject({ instanceIds: ['i-1', 'i-2'] });
  });

  test('reads one event a line, and reports what it cannot read', () => {
    const reader = new EventReader();
    reader.read(`${JSON.stringify(event(GET))}\n${JSON.stringify(event(GET))}\n`, 'lines.json');
    reader.read('{"Records": 1}', 'shape.json');
    reader.read('{', 'broken.json');
    reader.read('null', 'null.json');
    const { events, diagnostics } = reader.end();
    expect(events).toBe(2);
    expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'shape.json invalid-shape',
      'broken.json invalid-json',
      'null.json invalid-shape',
    ]);
  });
});

const auditOf = (given: GivenAccounts): AccountAudit => new AccountAudit(readGiven(given).snapshot);
const READ = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

describe('replay', () => {
  test('tags that an Amazon EC2 call gives what it makes are authorised, as events have them', () => {
    const tagged = (type: string, value: string): object => ({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'CreateVolume',
      requestParameters: {
        zone: 'eu-west-1a',
        size: '8',
        tagSpecificationSet: { items: [{ resourceType: type, tags: [{ key: 'team', value }] }] },
      },
    });
    const asked = (allow: readonly object[], value: string): readonly string[] =>
      replay({ users: { ada: { allow } } }, [tagged('volume', value)]);
    const create = { Action: 'ec2:CreateVolume' };
    const VOLUME = 'arn:aws:ec2:eu-west-1:111122223333:volume/*';
    expect(asked([create], 'blue')).toEqual([`certainly ec2:CreateTags ${VOLUME} not allowed`]);
    const blue = { StringEquals: { 'aws:RequestTag/team': 'blue' } };
    const tag = { Action: 'ec2:CreateTags', Condition: blue };
    expect(asked([create, tag], 'blue')).toEqual([]);
    expect(asked([create, tag], 'red')).toEqual([`certainly ec2:CreateTags ${VOLUME} not allowed`]);
    expect(asked([{ ...create, Condition: blue }, tag], 'blue')).toEqual([]);
    expect(replay({ users: { ada: { allow: [create] } } }, [tagged('snapshot', 'blue')])).not.toContain(
      `certainly ec2:CreateTags ${VOLUME} not allowed`,
    );
  });

  const replay = (
    given: GivenAccounts,
    events: readonly object[],
    policies?: ReadonlyMap<string, readonly Policy[]>,
  ): readonly string[] =>
    auditOf(given)
      .replay(callsOf(events), policies)
      .denied.map(({ answer, checks, keys }) =>
        [
          answer,
          ...checks.map(({ action, resource, because }) => `${action} ${resource} ${because}`),
          ...keys,
        ].join(' '),
      );

  test('keys of AWS KMS with which Amazon EC2 encrypts volumes are authorised, as events have them', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';
    const devices = { items: [{ deviceName: '/dev/xvda', ebs: { encrypted: true, kmsKeyId: key } }] };
    const launch = {
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      requestParameters: {
        instancesSet: { items: [{ imageId: 'ami-0abcdef1234567890', minCount: 1, maxCount: 1 }] },
        blockDeviceMapping: devices,
      },
    };
    expect(replay({ users: { ada: { allow: [{ Action: 'ec2:*' }] } } }, [launch]).join()).toContain(key);
  });

  test('tells of calls that would be denied, by which authorisation', () => {
    expect(replay({ users: { ada: { allow: [READ] } } }, [GET])).toEqual([]);
    const bucket = { arn: 'arn:aws:s3:::reports', account: ACCOUNT, tags: {} };
    const none = { users: { ada: { allow: [{ Action: 'ec2:*' }] } }, resources: [bucket] };
    expect(replay(none, [GET])).toEqual(['certainly s3:GetObject arn:aws:s3:::reports/a not allowed']);
    const denied = { users: { ada: { allow: [READ, { Effect: 'Deny', ...READ }] } }, resources: [bucket] };
    expect(replay(denied, [GET])).toEqual(['certainly s3:GetObject arn:aws:s3:::reports/a denied']);
  });

  test('what depends on keys that events do not tell is perhaps', () => {
    const on = (key: string, value: string): GivenAccounts => ({
      users: { ada: { allow: [{ ...READ, Condition: { StringEquals: { [key]: value } } }] } },
      resources: [{ arn: 'arn:aws:s3:::reports', account: ACCOUNT, tags: {} }],
    });
    expect(replay(on('aws:SourceVpc', 'vpc-1'), [GET])).toEqual([
      'perhaps s3:GetObject arn:aws:s3:::reports/a depends aws:SourceVpc',
    ]);
    expect(replay(on('aws:SourceVpce', 'vpce-1'), [{ ...GET, vpcEndpointId: 'vpce-1' }])).toEqual([]);
    expect(replay(on('aws:SourceVpce', 'vpce-1'), [{ ...GET, vpcEndpointId: 'vpce-2' }])).toEqual([
      'certainly s3:GetObject arn:aws:s3:::reports/a not allowed',
    ]);
  });

  test('calls that were refused are left out; of others, all that they are authorised for counts', () => {
    const given = { users: { ada: { allow: [{ Action: 'ecs:*' }] } }, roles: { task: {} } };
    const run = {
      eventSource: 'ecs.amazonaws.com',
      eventName: 'RunTask',
      requestParameters: { taskDefinition: 'app:1', overrides: { taskRoleArn: arnOf('role', 'task') } },
    };
    expect(replay(given, [{ ...run, errorCode: 'AccessDenied' }])).toEqual([]);
    const [denied] = replay(given, [run]);
    expect(denied).toContain(`iam:PassRole ${arnOf('role', 'task')} not allowed`);
  });

  test('other policies take the place of those of the snapshot', () => {
    const bucket = { arn: 'arn:aws:s3:::reports', account: ACCOUNT, tags: {} };
    const given = { users: { ada: { allow: [READ] }, bob: { allow: [READ] } }, resources: [bucket] };
    const result = parsePolicy(JSON.stringify(documentOf({ Action: 'ec2:*' })));
    if (!result.ok) throw new Error('the document can be read');
    const policies = new Map([[arnOf('user', 'ada'), [result.policy]]]);
    const events = [GET, { ...GET, userIdentity: user('bob') }];
    expect(replay(given, events, policies)).toHaveLength(1);
  });

  test('nothing is certain of principals of which something is missing, and strangers are named', () => {
    const given = { users: { ada: { attached: ['arn:aws:iam::aws:policy/Missing'] } } };
    expect(replay(given, [GET])[0]).toMatch(/^perhaps .*policy arn:aws:iam::aws:policy\/Missing$/);
    const { untold, asked } = auditOf(given).replay(callsOf([{ ...GET, userIdentity: user('gone') }]));
    expect(untold).toEqual([{ who: arnOf('user', 'gone'), count: 1 }]);
    expect(asked).toBe(0);
  });

  test('an event name that the catalog does not have is perhaps denied', () => {
    expect(
      replay({ users: { ada: { allow: [{}] } } }, [{ eventSource: 's3.amazonaws.com', eventName: 'Other' }]),
    ).toEqual(['perhaps the catalog has no operation Other of s3.amazonaws.com']);
  });
});

describe('unused', () => {
  const unused = (given: GivenAccounts, events: readonly object[]): ReturnType<AccountAudit['unused']> =>
    auditOf(given).unused(observe(events));

  test('tells what was granted and used, what was not, and what events cannot show', () => {
    const allow = [{ Action: ['s3:GetObject', 's3:CreateBucket', 's3:DeleteBucket', 'iam:PassRole'] }];
    const made = {
      eventSource: 's3.amazonaws.com',
      eventName: 'CreateBucket',
      requestParameters: { bucketName: 'b' },
    };
    const { principals } = unused({ users: { ada: { allow } } }, [made]);
    expect(principals[0]).toMatchObject({
      principal: arnOf('user', 'ada'),
      calls: 1,
      used: ['s3:CreateBucket'],
      unused: ['s3:DeleteBucket'],
      notShown: ['iam:PassRole', 's3:GetObject'],
    });
  });

  test('data events count as shown where there are any of the service', () => {
    const allow = [{ Action: ['s3:GetObject', 's3:PutObject'] }];
    const { principals, dataServices } = unused({ users: { ada: { allow } } }, [GET]);
    expect(dataServices).toEqual(['s3']);
    expect(principals[0]).toMatchObject({ used: ['s3:GetObject'], unused: ['s3:PutObject'], notShown: [] });
  });

  test('services with data events are told once each, by name', () => {
    const item = { eventSource: 'dynamodb.amazonaws.com', eventName: 'GetItem', managementEvent: false };
    const { dataServices } = unused({ users: { ada: {} } }, [GET, item, GET]);
    expect(dataServices).toEqual(['dynamodb', 's3']);
  });

  test('a role that a request passes was used, and what is refused was not', () => {
    const allow = [{ Action: ['ecs:RunTask', 'iam:PassRole'] }];
    const run = {
      eventSource: 'ecs.amazonaws.com',
      eventName: 'RunTask',
      requestParameters: { taskDefinition: 'app:1', overrides: { taskRoleArn: arnOf('role', 'task') } },
    };
    expect(unused({ users: { ada: { allow } } }, [run]).principals[0]?.used).toEqual(
      ['ecs:RunTask', 'iam:PassRole'].toSorted(),
    );
    expect(
      unused({ users: { ada: { allow } } }, [{ ...run, errorCode: 'AccessDeniedException' }]).principals[0],
    ).toMatchObject({
      calls: 0,
      used: [],
    });
  });

  test('boundaries, service control policies and whole denials leave less', () => {
    const ARN = `arn:aws:iam::${ACCOUNT}:policy/boundary`;
    const given: GivenAccounts = {
      users: {
        ada: {
          allow: [
            { Action: ['ec2:StartInstances', 'ec2:StopInstances', 'ec2:RebootInstances'] },
            { Effect: 'Deny', Action: 'ec2:Stop*' },
          ],
          boundary: ARN,
        },
      },
      policies: { [ARN]: documentOf({ NotAction: 'ec2:Reboot*' }) },
    };
    expect(unused(given, [GET]).principals[0]?.unused).toEqual(['ec2:StartInstances']);
  });
});
