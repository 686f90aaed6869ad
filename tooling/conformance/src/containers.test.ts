import { nodeIo, run } from 'policywright';
import { describe, expect, test } from 'vitest';
import { CONTAINERS, type Statement } from './containers.ts';
import { readFindings } from './lintCorpus.ts';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const allow = (members: Statement): Statement => ({
  Effect: 'Allow',
  Action: 'sqs:SendMessage',
  Resource: QUEUE,
  ...members,
});

/** Statements by what is to be said of them. */
const STATEMENTS: readonly (readonly [codes: readonly string[], statement: Statement])[] = [
  [[], allow({})],
  [[], allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } } })],
  [['invalid-action'], allow({ Action: ['sqs:SendMesage', 'sqs:ReceiveMessage'] })],
  [['invalid-service-in-action'], allow({ Action: 'queue:SendMessage' })],
  [['invalid-arn-region'], allow({ Resource: 'arn:aws:sqs:eu-west-12:111122223333:jobs' })],
  [['invalid-global-condition-key'], allow({ Condition: { StringEquals: { 'aws:PrincipalTeam': 'web' } } })],
  [['type-mismatch-ip-range'], allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/40' } } })],
  [['pass-role-with-star-in-resource'], allow({ Action: 'iam:PassRole', Resource: '*' })],
  [['invalid-effect'], allow({ Effect: 'Grant' })],
  [['invalid-policy-element'], allow({ Resources: QUEUE })],
  [
    ['invalid-action', 'wildcard-without-like-operator'],
    allow({ Action: 'sqs:Send', Condition: { StringEquals: { 'aws:username': 'a*' } } }),
  ],
];

/** The codes of warnings and errors of a text on standard input. */
async function codesOf(text: string): Promise<readonly string[]> {
  let printed = '';
  await run(['lint', '-', '--format', 'sarif'], {
    ...nodeIo(),
    readStdin: async () => new TextEncoder().encode(text),
    stdout: { write: (part) => void (printed += part), isTTY: false },
    stderr: { write: () => {}, isTTY: false },
  });
  return readFindings(printed)
    .filter(({ level }) => level !== 'note')
    .map(({ code }) => code)
    .sort();
}

describe.each(Object.entries(CONTAINERS))('in %s', (_, container) => {
  test.each(STATEMENTS)('lint finds %j', async (codes, statement) => {
    expect(await codesOf(container(statement))).toEqual(codes);
  });
});
