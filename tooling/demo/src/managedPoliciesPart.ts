import { loadManagedPolicies } from '@policywright-tooling/conformance/managed-policies';
import { compile, type Authorizer, type Request } from '@policywright/evaluator';
import { defaultKeyPolicy, parsePolicy } from '@policywright/policy';
import { count, heading, print, timed } from './terminal.js';

const ACCOUNT = '111122223333';
const PRINCIPAL = `arn:aws:iam::${ACCOUNT}:user/alice`;

/** Calls that a day's work on AWS makes, harmless and dangerous ones. */
const CALLS: readonly (readonly [action: string, resource: string])[] = [
  ['ecs:RunTask', `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:7`],
  ['ecs:DescribeClusters', `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/prod`],
  ['ecs:ListClusters', '*'],
  ['s3:GetObject', 'arn:aws:s3:::reports/2026/q1.csv'],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::reports'],
  ['ec2:DescribeInstances', '*'],
  ['ec2:TerminateInstances', `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/i-0abcdef1234567890`],
  ['iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/ecsTaskExecutionRole`],
  ['iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/mallory`],
  ['kms:Decrypt', `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
  ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:db-AbCdEf`],
  ['lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${ACCOUNT}:function:resize`],
  ['dynamodb:GetItem', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`],
  ['logs:PutLogEvents', `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/ecs/web:log-stream:1`],
  ['cloudwatch:PutMetricData', '*'],
  ['sqs:SendMessage', `arn:aws:sqs:us-east-1:${ACCOUNT}:jobs`],
];

const CONTEXT = {
  'aws:PrincipalArn': PRINCIPAL,
  'aws:RequestedRegion': 'us-east-1',
  'aws:SourceIp': '203.0.113.7',
  'iam:PassedToService': 'ecs-tasks.amazonaws.com',
};

/** Decides each call under each AWS managed policy, as if it were the caller's only one; the key has the policy of a new key. */
export function managedPoliciesPart(): number {
  heading('AWS managed policies (the latest version of each)');
  const [corpus, loading] = timed(() =>
    loadManagedPolicies().map(({ name, document }) => ({ name, text: JSON.stringify(document) })),
  );
  const [parsed, parsing] = timed(() => corpus.map(({ text }) => parsePolicy(text, { type: 'identity' })));
  const policies = parsed.flatMap((result) => (result.ok ? [result.policy] : []));
  const resource = defaultKeyPolicy(ACCOUNT);
  const [authorizers, compiling] = timed(() =>
    policies.map((policy) => compile({ identity: [policy], resource })),
  );
  const characters = corpus.reduce((sum, { text }) => sum + text.length, 0);
  print(
    `  ${count(policies.length)} of ${count(corpus.length)} parsed without an error, ${count(characters)} characters`,
  );
  print(
    `  read from the package in ${count(loading)} ms, parsed in ${count(parsing)} ms, compiled in ${count(compiling)} ms`,
  );
  print();
  print(`  ${'call'.padEnd(32)}${'allowing policies'.padStart(18)}${'denying by statement'.padStart(22)}`);
  for (const [action, target] of CALLS) {
    const request: Request = { principal: PRINCIPAL, action, resource: target, context: CONTEXT };
    const decisions = authorizers.map((authorizer) => authorizer.decide(request));
    const allowed = decisions.filter((decision) => decision === 'Allow').length;
    const denied = decisions.filter((decision) => decision === 'ExplicitDeny').length;
    print(`  ${action.padEnd(32)}${count(allowed).padStart(18)}${count(denied).padStart(22)}`);
  }
  printRate(authorizers);
  return corpus.length - policies.length;
}

function printRate(authorizers: readonly Authorizer[]): void {
  const requests = CALLS.map(([action, resource]) => ({
    principal: PRINCIPAL,
    action,
    resource,
    context: CONTEXT,
  }));
  const rounds = 40;
  const [decisions, milliseconds] = timed(() => {
    let allowed = 0;
    for (let round = 0; round < rounds; round++) {
      for (const authorizer of authorizers) {
        for (const request of requests) if (authorizer.decide(request) === 'Allow') allowed++;
      }
    }
    return { made: rounds * authorizers.length * requests.length, allowed };
  });
  const rate = (1000 * decisions.made) / milliseconds;
  print();
  print(`  ${count(decisions.made)} decisions, ${count(rate)} a second, one after the other on one thread`);
}
