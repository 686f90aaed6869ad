import { ACCOUNT, requestsInTurn } from './requests.ts';
import { comparisonsOf, type BenchStatement, type Workload } from './workload.ts';

interface SeriesService {
  readonly actions: readonly string[];
  /** What comes before and after the name of a team's resources. */
  readonly arn: readonly [string, string];
}

const at = (service: string): string => `arn:aws:${service}:us-east-1:${ACCOUNT}`;

/** The last is the one that the requests are about. */
const SERVICES: readonly SeriesService[] = [
  { actions: ['sqs:Send*', 'sqs:Get*'], arn: [`${at('sqs')}:`, ''] },
  { actions: ['sns:Publish*', 'sns:List*'], arn: [`${at('sns')}:`, ''] },
  { actions: ['dynamodb:*Item', 'dynamodb:Query'], arn: [`${at('dynamodb')}:table/`, ''] },
  { actions: ['lambda:Invoke*', 'lambda:Get*'], arn: [`${at('lambda')}:function:`, ''] },
  { actions: ['ecs:Run*', 'ecs:Describe*'], arn: [`${at('ecs')}:task-definition/`, ''] },
  { actions: ['ssm:GetParam*', 'ssm:Describe*'], arn: [`${at('ssm')}:parameter/`, '/config'] },
  { actions: ['secretsmanager:Get*', 'secretsmanager:List*'], arn: [`${at('secretsmanager')}:secret:`, ''] },
  { actions: ['ecr:Batch*', 'ecr:Get*'], arn: [`${at('ecr')}:repository/`, '/image'] },
  { actions: ['logs:Put*', 'logs:Create*'], arn: [`${at('logs')}:log-group:`, ':*'] },
  { actions: ['s3:Get*', 's3:List*'], arn: ['arn:aws:s3:::', '/data/*'] },
];

/** The actions of the series in their patterns. */
export const SERIES_ACTION_PATTERNS: readonly string[] = SERVICES.flatMap(({ actions }) => actions);

/**
 * One statement of the series: about the resources of one team in one of ten services, with wildcards in actions
 * and resource, one in five with a condition.
 *
 * @param index - its place.
 */
export function seriesStatement(index: number): BenchStatement {
  const place = index % SERVICES.length;
  const [head, tail] = SERVICES[place]?.arn ?? ['', ''];
  const conditional = (place + Math.floor(index / SERVICES.length)) % 5 === 3;
  return {
    Effect: 'Allow',
    Action: SERVICES[place]?.actions ?? [],
    Resource: [`${head}team-${index}-*${tail}`],
    ...(conditional ? { Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${index}` } } } : {}),
  };
}

/**
 * A workload of any size: the last statement is the one that allows.
 *
 * @param name - such as `W2`.
 * @param length - number of statements: 1, or one that makes the last about S3, such as 10, 100, 1,000.
 */
export function statementSeries(name: string, length: number): Workload {
  const caller = `arn:aws:iam::${ACCOUNT}:user/alice`;
  const last = length === 1 ? SERVICES.length - 1 : length - 1;
  const statements =
    length === 1 ? [seriesStatement(last)] : Array.from({ length }, (_, i) => seriesStatement(i));
  const context = { 'aws:PrincipalTag/team': `team-${last}`, 'aws:RequestedRegion': 'us-east-1' };
  const request = { principal: caller, action: 's3:GetObject', context };
  const resource = `arn:aws:s3:::team-${last}-prod/data/day-1.csv`;
  const conditional = comparisonsOf(seriesStatement(last)).length > 0;
  return {
    name,
    description: `${length.toLocaleString('en')} statements, wildcards, 20 % with conditions, the last one matches`,
    identity: { Version: '2012-10-17', Statement: statements },
    callerArn: caller,
    allowed: requestsInTurn(request, (index) => `arn:aws:s3:::team-${last}-prod/data/day-${index}.csv`),
    denied: [
      { ...request, resource: `arn:aws:s3:::team-${last}-prod/keys/day-1.csv` },
      { ...request, action: 's3:PutObject', resource },
      ...(conditional
        ? [{ ...request, resource, context: { ...context, 'aws:PrincipalTag/team': 'other' } }]
        : []),
    ],
  };
}
