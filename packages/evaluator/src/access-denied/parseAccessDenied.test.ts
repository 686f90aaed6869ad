import { describe, expect, test } from 'vitest';
import { parseAccessDenied } from './parseAccessDenied.ts';

const WHO = 'arn:aws:sts::444455556666:assumed-role/builder/run-7';
const TASK = 'arn:aws:ecs:eu-west-1:444455556666:task/prod/77';
const STOP = `User: ${WHO} is not authorized to perform: ecs:StopTask on resource: ${TASK}`;
const SILENT = 'because no identity-based policy allows the ecs:StopTask action';
const SCP = 'arn:aws:organizations::111111111111:policy/o-x1y2z3/service_control_policy/p-0k1l2m3n';

/** What each of the texts tells of principal, action and resource. */
const REQUEST = { principal: WHO, action: 'ecs:StopTask', resource: TASK };

describe('the request, wherever the sentence stands', () => {
  test.each([
    ['alone', `${STOP} ${SILENT}`],
    ['without a reason', STOP],
    ['with a full stop', `${STOP}.`],
    [
      'behind what an SDK writes',
      `An error occurred (AccessDeniedException) when calling the StopTask operation: ${STOP}`,
    ],
    [
      'before what an SDK writes',
      `${STOP} (Service: Ecs, Status Code: 400, Request ID: 6b1f) (SDK Attempt Count: 1)`,
    ],
    ['before the lines of another', `AccessDeniedException: ${STOP}\n\tstatus code: 400, request id: 6b1f`],
    ['wrapped', `${STOP} ${SILENT}`.replaceAll(' ', '\n   ')],
    ['without a colon', `User ${WHO} is not authorized to perform ecs:StopTask on resource ${TASK}`],
    [
      'without the word resource',
      `User ${WHO} is not authorized to perform ecs:StopTask on ${TASK} ${SILENT}`,
    ],
    [
      'in quotation marks',
      `User: "${WHO}" is not authorized to perform: "ecs:StopTask" on resource: "${TASK}"`,
    ],
    [
      'with a quoted resource and a reason',
      `User: '${WHO}' is not authorized to perform: ecs:StopTask on resource: "${TASK}" ${SILENT}`,
    ],
    ['in a quotation', `the call said "${STOP}", twice`],
    ['as a member', JSON.stringify({ __type: 'AccessDeniedException', Message: STOP })],
    [
      'as a member of CloudTrail',
      JSON.stringify({ errorCode: 'AccessDenied', errorMessage: STOP, eventName: 'StopTask' }, undefined, 2),
    ],
    ['in JSON in JSON', JSON.stringify({ log: JSON.stringify({ message: STOP, level: 'error' }) })],
    ['in JSON at the end of a line', `09:12:01 WARN ${JSON.stringify({ message: STOP })}`],
    [
      'in JSON in JSON in a line',
      `09:12 ${JSON.stringify({ log: JSON.stringify({ message: `${STOP}\n\tat f` }) })} end`,
    ],
    ['in JSON lines', `${JSON.stringify({ message: STOP })}\n${JSON.stringify({ message: `x ${SILENT}` })}`],
    ['as Python writes it', `{'Message': '${STOP}', 'Code': 'AccessDeniedException'}`],
    ['in XML', `<Error><Code>AccessDenied</Code><Message>${STOP}</Message><RequestId>1</RequestId></Error>`],
    [
      'in a box',
      `╷\n│ Error: stopping: api error AccessDenied: ${STOP.replace('authorized ', 'authorized\n│ ')}\n│ \n│   with aws_x.y,\n╵`,
    ],
    [
      'in colours',
      `\u001b[31m│\u001b[0m Error: ${STOP.replace('is not ', 'is not\n\u001b[31m│\u001b[0m \u001b[0m')}\u001b[0m`,
    ],
    ['in a quoted mail', `> ${STOP.replace(' to perform', '\n> to perform')}`],
    ['before another', `${STOP}\nUser: somebody is not authorized to perform: s3:GetObject ${SILENT}`],
    ['behind a sentence without an action', `You are not authorized to perform this operation. ${STOP}`],
  ])('%s', (_, text) => {
    expect(parseAccessDenied(text)).toMatchObject({ form: 'sentence', ...REQUEST, namesResource: true });
  });

  test('is taken out of S3 messages with all spaces and marks of the key', () => {
    for (const key of ['a b.txt', 'two  spaces', 'a"b', 'tom & <jerry>']) {
      const arn = `arn:aws:s3:::shop/${key}`;
      const plain = `User: ${WHO} is not authorized to perform: s3:GetObject on resource: "${arn}" because no resource-based policy allows the s3:GetObject action`;
      const escaped = plain.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
      const numbered = escaped.replaceAll('&quot;', '&#34;').replaceAll('&lt;', '&#x3c;');
      const texts = [
        plain,
        `<Error><Message>${escaped}</Message></Error>`,
        `<Message>${numbered}</Message>`,
        JSON.stringify({ plain }),
      ];
      if (key !== 'a"b')
        texts.push(`log: ${JSON.stringify(JSON.stringify({ message: plain, next: 1 }))} end`);
      for (const text of texts) {
        expect(parseAccessDenied(text)).toMatchObject({ resource: arn, layer: 'resource', principal: WHO });
      }
    }
  });

  test('holds spaces without quotation marks, too, up to the reason', () => {
    const text = `User: ${WHO} is not authorized to perform: cloudwatch:DeleteAlarms on resource: arn:aws:cloudwatch:eu-west-1:444455556666:alarm:CPU too high with an explicit deny in a session policy`;
    expect(parseAccessDenied(text)).toMatchObject({
      resource: 'arn:aws:cloudwatch:eu-west-1:444455556666:alarm:CPU too high',
      kind: 'explicitDeny',
      layer: 'session',
    });
  });

  test.each([
    ['*', '*', true],
    ['"*"', '*', true],
    [
      'arn:aws:execute-api:eu-west-1:********6666:ab12/live/GET/ping',
      'arn:aws:execute-api:eu-west-1:********6666:ab12/live/GET/ping',
      true,
    ],
    ['role builder', 'role builder', true],
    ['policy arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess', true],
    ['', '*', false],
  ])('on resource: %s', (told, resource, namesResource) => {
    for (const reason of ['', ' because no session policy allows the iam:GetRole action']) {
      const text = `User: ${WHO} is not authorized to perform: iam:GetRole on resource: ${told}${reason}`;
      expect(parseAccessDenied(text)).toMatchObject({ action: 'iam:GetRole', resource, namesResource });
    }
  });
});

test('a full stop behind a resource ends the sentence', () => {
  const text = `User: ${WHO} is not authorized to perform: iam:ListRoles on resource: *. Ask an administrator.`;
  expect(parseAccessDenied(text)).toMatchObject({ resource: '*', namesResource: true });
});

describe('the principal', () => {
  test.each([
    ['User: anonymous is', 'anonymous'],
    ['User: ecs-tasks.amazonaws.com is', 'ecs-tasks.amazonaws.com'],
    ['User: AROAEXAMPLE:run-7 is', 'AROAEXAMPLE:run-7'],
    ['AccessDenied:User:arn:aws:iam::444455556666:user/kim is', 'arn:aws:iam::444455556666:user/kim'],
    ['User: arn:aws:iam::444455556666:saml-provider/Corp is', 'arn:aws:iam::444455556666:saml-provider/Corp'],
    ['You are', undefined],
    ['User is', undefined],
    ['AccessDenied:', undefined],
    ['', undefined],
  ])('%s', (start, principal) => {
    const text = `${start} not authorized to perform: sts:TagSession`;
    expect(parseAccessDenied(text)).toMatchObject({ principal, action: 'sts:TagSession', resource: '*' });
  });

  test.each(['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'])(
    'STS names none: %s',
    (name) => {
      for (const colon of ['', ':']) {
        const text = `An error occurred (AccessDenied) when calling the ${name} operation: Not authorized to perform${colon} sts:${name}`;
        expect(parseAccessDenied(text)).toMatchObject({
          form: 'sentence',
          principal: undefined,
          action: `sts:${name}`,
          namesResource: false,
          kind: undefined,
          operation: name,
        });
      }
    },
  );
});

describe('the reason', () => {
  const TYPES = [
    ['identity-based policy', 'identity'],
    ['resource-based policy', 'resource'],
    ['session policy', 'session'],
    ['permissions boundary', 'boundary'],
    ['service control policy', 'scp'],
    ['resource control policy', 'rcp'],
    ['VPC endpoint policy', 'vpcEndpoint'],
    ['role trust policy', 'resource'],
  ] as const;

  test.each(TYPES)('no %s allows', (policyType, layer) => {
    for (const start of [STOP, STOP.replace(/ on resource.*/, ''), `${STOP}\n`]) {
      expect(
        parseAccessDenied(`${start} because no ${policyType} allows the ecs:StopTask action`),
      ).toMatchObject({
        kind: 'implicitDeny',
        policyType,
        layer,
        reasonAction: 'ecs:StopTask',
        policyName: undefined,
      });
    }
  });

  test.each(TYPES)('explicit deny in a %s', (policyType, layer) => {
    for (const article of ['a', 'an', 'the']) {
      const text = `${STOP} with an explicit deny in ${article} ${policyType}`;
      const denied = { kind: 'explicitDeny', policyType, layer, reasonAction: undefined };
      expect(parseAccessDenied(text)).toMatchObject({ ...denied, policyName: undefined });
      expect(parseAccessDenied(`${text} (Service: Ecs, Status Code: 400, Request ID: 6b)`)).toMatchObject({
        ...denied,
        policyName: undefined,
      });
      for (const end of ['', '.', '"}', ' (Service: Ecs)', '\n\tstatus code: 400']) {
        expect(parseAccessDenied(`${text}: ${SCP}${end}`)).toMatchObject({
          ...denied,
          ...REQUEST,
          policyName: SCP,
          policyArn: SCP,
        });
      }
      for (const named of [`: "${SCP}"`, ` (${SCP})`, ` ${SCP}`])
        expect(parseAccessDenied(text + named)).toMatchObject({ ...denied, policyArn: SCP });
    }
  });

  test('names the policy by its name where there is no ARN', () => {
    const text = `${STOP} with an explicit deny in an identity-based policy: NoStops`;
    expect(parseAccessDenied(text)).toMatchObject({ policyName: 'NoStops', policyArn: undefined });
  });

  test('may be a Deny of which nothing more is told', () => {
    for (const text of [
      `${STOP} with an explicit deny`,
      JSON.stringify({ m: `${STOP} with an explicit deny` }),
    ]) {
      expect(parseAccessDenied(text)).toMatchObject({
        ...REQUEST,
        kind: 'explicitDeny',
        layer: undefined,
        policyType: undefined,
      });
    }
  });

  test('may be a type of policy that is not known here', () => {
    const text = `${STOP} with an explicit deny in a moonlight control policy: ${SCP}`;
    expect(parseAccessDenied(text)).toMatchObject({ kind: 'explicitDeny', layer: undefined, policyArn: SCP });
  });

  test('may name another action than the one that was performed', () => {
    const text = `User: ${WHO} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::shop/a" because no identity-based policy allows the kms:GenerateDataKey action`;
    expect(parseAccessDenied(text)).toMatchObject({
      action: 's3:PutObject',
      reasonAction: 'kms:GenerateDataKey',
      layer: 'identity',
    });
  });

  test('may follow a quoted action', () => {
    const text = 'not authorized to perform: "ecs:StopTask" because no session policy allows it';
    expect(parseAccessDenied(text)).toMatchObject({ action: 'ecs:StopTask', layer: 'session' });
  });

  test('is that of its own sentence', () => {
    const other =
      'User: x is not authorized to perform: s3:GetObject with an explicit deny in a session policy';
    for (const text of [`${STOP}\n${other}`, `${STOP}\n\n${other}`, JSON.stringify([STOP, other])]) {
      expect(parseAccessDenied(text)).toMatchObject({ ...REQUEST, kind: undefined, layer: undefined });
    }
  });
});

describe('messages that name no action', () => {
  test.each([
    'Access Denied',
    'access denied.',
    'Access to this resource is denied',
    'Access to the resource https://sqs.eu-west-1.amazonaws.com/ is denied.',
    'An error occurred (AccessDenied)',
    '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    '{"message":"User is not authorized to access this resource"}',
    'You are not authorized to perform this operation.',
    'UnauthorizedOperation',
  ])('%s', (text) => {
    expect(parseAccessDenied(text)).toMatchObject({
      form: 'brief',
      principal: undefined,
      action: undefined,
      resource: '*',
      namesResource: false,
      kind: undefined,
    });
  });

  test('may name the principal, the kind, or the operation', () => {
    expect(parseAccessDenied(`User: ${WHO} is not authorized to access this resource`)).toMatchObject({
      form: 'brief',
      principal: WHO,
    });
    expect(
      parseAccessDenied(
        '{"Message":"User is not authorized to access this resource with an explicit deny in a resource-based policy"}',
      ),
    ).toMatchObject({ form: 'brief', kind: 'explicitDeny', layer: 'resource' });
    expect(
      parseAccessDenied('An error occurred (403) when calling the HeadObject operation: Forbidden'),
    ).toMatchObject({ form: 'brief', operation: 'HeadObject' });
    expect(
      parseAccessDenied(
        'operation error S3: GetObject, StatusCode: 403, api error AccessDenied: Access Denied',
      ),
    ).toMatchObject({ form: 'brief', operation: 'GetObject' });
  });

  test('may name the resource', () => {
    const text = `User: ${WHO} is not authorized to perform this action on resource: ${TASK}`;
    expect(parseAccessDenied(text)).toMatchObject({ form: 'brief', resource: TASK, namesResource: true });
  });

  test('may name the operation as CloudFormation does', () => {
    expect(parseAccessDenied('API: s3:SetBucketEncryption Access Denied')).toMatchObject({
      form: 'brief',
      action: undefined,
      operation: 's3:SetBucketEncryption',
    });
  });

  test('may be encoded', () => {
    const encoded =
      'You are not authorized to perform this operation. Encoded authorization failure message: Zm9v-_9';
    for (const text of [
      encoded,
      `${encoded}\n\tstatus code: 403`,
      JSON.stringify({ encoded }),
      `<Message>${encoded}</Message>`,
    ]) {
      expect(parseAccessDenied(text)).toMatchObject({
        form: 'encoded',
        encodedMessage: 'Zm9v-_9',
        action: undefined,
      });
    }
    expect(
      parseAccessDenied(`${STOP} ${SILENT}. Encoded authorization failure message: Zm9v-_9`),
    ).toMatchObject({
      form: 'sentence',
      ...REQUEST,
      layer: 'identity',
      encodedMessage: 'Zm9v-_9',
    });
  });

  test.each(['customer master key', 'KMS key'])('AWS KMS does not say whether the %s is there', (key) => {
    const text = `AccessDeniedException: The ciphertext refers to a ${key} that does not exist, does not exist in this region, or you are not allowed to access.`;
    expect(parseAccessDenied(text)).toMatchObject({ form: 'ciphertext', action: undefined });
  });
});

describe('what the console shows', () => {
  test('is the first value behind each label that has one', () => {
    const text = `User:\nUser: ${WHO}\nUser: someone\nAction: ec2:RunInstances\nAction: ec2:StopInstances\nOn resource(s):\nContext: no identity-based policy allows the action\n`;
    expect(parseAccessDenied(text)).toMatchObject({
      principal: WHO,
      action: 'ec2:RunInstances',
      resource: '*',
      namesResource: false,
    });
  });

  const block = (action: string, context: string): string =>
    `Access denied to iam:ListUsers\nYou don't have permission to iam:ListUsers. To request access, copy this.\nUser: ${WHO}\n${action}\nOn resource(s): arn:aws:iam::444455556666:user/\nContext: ${context}\n`;

  test.each([
    ['Action: iam:ListUsers', 'no identity-based policy allows the iam:ListUsers action', 'iam:ListUsers'],
    ['Service: iam\nAction: ListUsers', 'no identity-based policy allows the action', undefined],
  ])('%j', (action, context, reasonAction) => {
    const text = block(action, context);
    for (const given of [
      text,
      text.replaceAll('\n', ''),
      text.replaceAll('\n', '\r\n'),
      JSON.stringify({ text }),
    ]) {
      expect(parseAccessDenied(given)).toMatchObject({
        form: 'sentence',
        principal: WHO,
        action: 'iam:ListUsers',
        resource: 'arn:aws:iam::444455556666:user/',
        kind: 'implicitDeny',
        layer: 'identity',
        reasonAction,
      });
    }
  });

  test('may tell of a Deny', () => {
    for (const context of [
      'a service control policy explicitly denies the action',
      'with an explicit deny in a service control policy',
    ])
      expect(parseAccessDenied(block('Action: iam:ListUsers', context))).toMatchObject({
        kind: 'explicitDeny',
        layer: 'scp',
      });
  });

  test('may be its title only', () => {
    expect(parseAccessDenied('Access denied to iam:ListUsers')).toMatchObject({
      form: 'sentence',
      action: 'iam:ListUsers',
      principal: undefined,
    });
  });

  test('is not a policy in YAML', () => {
    expect(parseAccessDenied('Effect: Allow\nAction: s3:GetObject\nResource: "*"')).toBeUndefined();
  });
});

test('a resource that is only described is not named', () => {
  const text = `User: ${WHO} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
  expect(parseAccessDenied(text)).toMatchObject({
    principal: WHO,
    action: 'kms:Decrypt',
    resource: '*',
    namesResource: false,
    kind: undefined,
  });
});

test.each([
  '',
  'everything is fine',
  'User: x is not authorized to perform: nothing',
  'x is not authorized to perform: nonsense',
  'User: x is not authorized to perform: s3:*',
  'x is not authorized to access: s3:GetObject',
  '{"message":"not found"}',
  '{"context":{"action":"s3:GetObject"}}',
])('%j is none', (text) => {
  expect(parseAccessDenied(text)).toBeUndefined();
});
