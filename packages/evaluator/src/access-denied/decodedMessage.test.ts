import { describe, expect, test } from 'vitest';
import { parseAccessDenied } from './parseAccessDenied.ts';

const list = (...values: readonly string[]): object => ({ items: values.map((value) => ({ value })) });
const MESSAGE = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: {
    items: [
      {
        statementId: 'NoLargeOnes',
        effect: 'DENY',
        principals: list('AROAEXAMPLE'),
        principalGroups: { items: [] },
        actions: list('ec2:Run*', 'ec2:Start*'),
        resources: list('*'),
        conditions: { items: [] },
      },
    ],
  },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAEXAMPLE:kim', name: 'kim', arn: 'arn:aws:sts::444455556666:assumed-role/dev/kim' },
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:444455556666:instance/*',
    conditions: {
      items: [
        { key: 'ec2:InstanceType', values: list('m7i.large') },
        { key: 'aws:TagKeys', values: list('team', 'a "b" \\ c') },
        { key: '__proto__', values: list('x') },
      ],
    },
  },
};
const REVERSED = Object.fromEntries(Object.entries(MESSAGE).toReversed());
const READ = {
  form: 'decoded',
  principal: 'arn:aws:sts::444455556666:assumed-role/dev/kim',
  action: 'ec2:RunInstances',
  resource: 'arn:aws:ec2:eu-west-1:444455556666:instance/*',
  namesResource: true,
  kind: 'explicitDeny',
  matchedStatements: [
    { sid: 'NoLargeOnes', effect: 'Deny', actions: ['ec2:Run*', 'ec2:Start*'], resources: ['*'] },
  ],
};
const text = JSON.stringify(MESSAGE);
const answer = JSON.stringify({ DecodedMessage: text });

describe('a decoded message is read', () => {
  test.each([
    ['alone', text],
    ['on several lines', JSON.stringify(MESSAGE, undefined, 2)],
    ['in the answer of the command line', answer],
    ['in that answer, on several lines', JSON.stringify({ DecodedMessage: text }, undefined, 4)],
    ['with its members in another order', JSON.stringify({ DecodedMessage: JSON.stringify(REVERSED) })],
    ['as YAML', `DecodedMessage: '${text}'\n`],
    ['behind a prompt', `$ aws sts decode-authorization-message --encoded-message x\n${answer}\n$`],
    ['without its answer, in a longer text', `decoded: ${text} (end)`],
    ['with words behind it', `${text} (end)`],
    ['in a log of the answer', `09:12 INFO ${JSON.stringify({ log: answer })}`],
    ['in XML', `<DecodedMessage>${text.replaceAll('"', '&quot;')}</DecodedMessage>`],
  ])('%s', (_, given) => {
    const denied = parseAccessDenied(given);
    expect(denied).toMatchObject(READ);
    expect(Object.entries(denied?.context ?? {})).toEqual([
      ['ec2:InstanceType', 'm7i.large'],
      ['aws:TagKeys', ['team', 'a "b" \\ c']],
      ['__proto__', 'x'],
    ]);
  });
});

test('truth values as text, lists as arrays and items as members are read, too', () => {
  const given = {
    allowed: 'false',
    explicitDeny: 'false',
    matchedStatements: '',
    context: {
      principal: { id: 'AIDAEXAMPLE', name: 'kim' },
      action: 'ec2:StopInstances',
      conditions: [
        { item: { key: 'ec2:Tenancy', values: ['default'] } },
        { item: { key: 'ec2:Vpc', values: [] } },
      ],
    },
  };
  expect(parseAccessDenied(JSON.stringify(given))).toMatchObject({
    form: 'decoded',
    principal: 'kim',
    resource: '*',
    namesResource: false,
    kind: 'implicitDeny',
    context: { 'ec2:Tenancy': 'default', 'ec2:Vpc': [] },
    matchedStatements: [],
  });
});

test('a message of an allowed request tells of no Deny', () => {
  const given = JSON.stringify({ ...MESSAGE, allowed: true, explicitDeny: false });
  expect(parseAccessDenied(given)?.kind).toBeUndefined();
});

test.each([
  [
    'a member of another form',
    { ...MESSAGE, explicitDeny: { toString: 1, valueOf: 1 } },
    { kind: 'implicitDeny' },
  ],
  [
    'conditions of another form',
    { ...MESSAGE, context: { ...MESSAGE.context, conditions: 7 } },
    { context: {} },
  ],
  [
    'a principal of another form',
    { ...MESSAGE, context: { ...MESSAGE.context, principal: [] } },
    { principal: undefined },
  ],
])('%s does no harm', (_, given, expected) => {
  expect(parseAccessDenied(JSON.stringify(given))).toMatchObject({ form: 'decoded', ...expected });
});

test.each([
  ['no context', { ...MESSAGE, context: undefined }],
  ['no action', { ...MESSAGE, context: { ...MESSAGE.context, action: 1 } }],
])('%s: it is none', (_, given) => {
  expect(parseAccessDenied(JSON.stringify(given))).toBeUndefined();
});
