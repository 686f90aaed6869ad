import { Random } from './random.ts';

/** What events to make. */
export interface TrailSetting {
  /** ARNs of roles and users that call; the first ones call most. */
  readonly principals: readonly string[];
  readonly events: number;
  /** Events of a file; 5,000 if left out. */
  readonly perFile?: number;
  /** The same seed, the same files; 1 if left out. */
  readonly seed?: number;
}

interface Made {
  readonly random: Random;
  readonly account: string;
}

interface Call {
  readonly source: string;
  readonly name: string;
  readonly parameters: (made: Made) => object | null;
  /** How many of these calls are about something that the caller has not asked for before; few if left out. */
  readonly fresh?: number;
  readonly isData?: true;
}

const TEAMS = ['shop', 'billing', 'search', 'data'] as const;
const arn = ({ account }: Made, service: string, rest: string): string =>
  `arn:aws:${service}:eu-west-1:${account}:${rest}`;

/** Calls such as accounts are full of, the most frequent first. */
const CALLS: readonly Call[] = [
  {
    source: 'sts',
    name: 'AssumeRole',
    parameters: ({ account, random }) => ({
      roleArn: `arn:aws:iam::${account}:role/role-${random.below(40)}`,
      roleSessionName: `s${random.below(100_000)}`,
    }),
  },
  {
    source: 's3',
    name: 'GetObject',
    isData: true,
    fresh: 0.5,
    parameters: ({ random }) => ({
      bucketName: `${random.pick(TEAMS)}-data`,
      key: `k/${random.below(1_000_000)}`,
      Host: 's3.eu-west-1.amazonaws.com',
    }),
  },
  {
    source: 'kms',
    name: 'Decrypt',
    parameters: (made) => ({
      keyId: arn(
        made,
        'kms',
        `key/11111111-2222-3333-4444-${String(made.random.below(100)).padStart(12, '0')}`,
      ),
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    }),
  },
  {
    source: 'ec2',
    name: 'DescribeInstances',
    parameters: () => ({ maxResults: 1000, filterSet: {}, instancesSet: {} }),
  },
  {
    source: 'ssm',
    name: 'GetParameters',
    parameters: ({ random }) => ({
      names: [`/${random.pick(TEAMS)}/p${random.below(20)}`],
      withDecryption: true,
    }),
  },
  {
    source: 'secretsmanager',
    name: 'GetSecretValue',
    parameters: (made) => ({
      secretId: arn(made, 'secretsmanager', `secret:${made.random.pick(TEAMS)}/db-AbCdEf`),
    }),
  },
  {
    source: 'dynamodb',
    name: 'DescribeTable',
    parameters: ({ random }) => ({ tableName: `${random.pick(TEAMS)}-orders` }),
  },
  {
    source: 'lambda',
    name: 'GetFunctionConfiguration20150331v2',
    parameters: ({ random }) => ({ functionName: `${random.pick(TEAMS)}-${random.below(10)}` }),
  },
  { source: 'monitoring', name: 'DescribeAlarms', parameters: () => null },
  {
    source: 'ecs',
    name: 'RunTask',
    parameters: (made) => ({
      cluster: 'main',
      taskDefinition: `${made.random.pick(TEAMS)}:${made.random.below(9) + 1}`,
      overrides: { taskRoleArn: `arn:aws:iam::${made.account}:role/role-1` },
    }),
  },
  {
    source: 'ec2',
    name: 'StartInstances',
    parameters: ({ random }) => ({
      instancesSet: { items: [{ instanceId: `i-0123456789abcdef${random.below(10)}` }] },
    }),
  },
  { source: 'iam', name: 'GetRole', parameters: ({ random }) => ({ roleName: `role-${random.below(40)}` }) },
  {
    source: 'sqs',
    name: 'GetQueueAttributes',
    parameters: (made) => ({
      queueUrl: `https://sqs.eu-west-1.amazonaws.com/${made.account}/${made.random.pick(TEAMS)}-jobs`,
      attributeNames: ['All'],
    }),
  },
];

/** Of a hundred requests so many are about something new. */
const FRESH = 0.02;
/** So many different requests of one kind a principal makes again and again, the first of them most. */
const USUAL = 6;

/**
 * Makes files of events of AWS CloudTrail of the shape that trails have: few principals make most calls (half of them an
 * eighth of the principals), each of them four kinds at most, and most calls were made before: of each kind a principal makes six
 * requests again and again, and 2 of 100 are new; of objects in buckets, every other one is.
 *
 * @param setting - how many, and of whom.
 * @returns texts, one after the other.
 */
export function* trailFiles(setting: TrailSetting): Generator<string> {
  const { principals, events, perFile = 5000, seed = 1 } = setting;
  const random = new Random(seed);
  for (let made = 0; made < events; made += perFile) {
    const count = Math.min(perFile, events - made);
    const Records = Array.from({ length: count }, (_, index) =>
      eventOf(made + index, { random, principals }),
    );
    yield JSON.stringify({ Records });
  }
}

function eventOf(
  index: number,
  { random, principals }: { random: Random; principals: readonly string[] },
): object {
  const place = Math.floor(principals.length * random.next() ** 3);
  const principal = principals[place] ?? '';
  const account = principal.split(':')[4] ?? '';
  // Each principal has its own few kinds of calls.
  const kind = (place * 7 + Math.floor(4 * random.next() ** 2)) % CALLS.length;
  const call = CALLS[kind];
  if (call === undefined) throw new Error('there are calls');
  const usual = Math.floor(USUAL * random.next() ** 2);
  const asked = random.chance(call.fresh ?? FRESH) ? random : requestOf(place, kind, usual);
  const time = new Date(Date.UTC(2026, 10, 1) + index * 1000).toISOString().replace('.000Z', 'Z');
  return {
    eventVersion: '1.11',
    userIdentity: identityOf(principal, account, random),
    eventTime: time,
    eventSource: `${call.source}.amazonaws.com`,
    eventName: call.name,
    awsRegion: 'eu-west-1',
    sourceIPAddress: `10.0.${random.below(4)}.${random.below(256)}`,
    userAgent: 'aws-sdk-js/3.900.0 ua/2.1 os/linux lang/js md/nodejs#22.0.0 api/client#3.900.0',
    ...(random.chance(0.02) && {
      errorCode: 'AccessDenied',
      errorMessage: 'User is not authorized to perform this',
    }),
    requestParameters: call.parameters({ random: asked, account }),
    responseElements: null,
    requestID: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
    eventID: `11111111-0000-0000-0000-${String(index).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: call.isData !== true,
    recipientAccountId: account,
    eventCategory: call.isData === true ? 'Data' : 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `${call.source}.eu-west-1.amazonaws.com`,
    },
  };
}

/** The same numbers, so the same parameters, whenever a principal makes one of its usual requests. */
function requestOf(place: number, kind: number, usual: number): Random {
  return new Random((place * CALLS.length + kind) * USUAL + usual + 1);
}

function identityOf(principal: string, accountId: string, random: Random): object {
  const name = principal.slice(principal.lastIndexOf('/') + 1);
  if (principal.includes(':user/'))
    return {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE',
      arn: principal,
      accountId,
      accessKeyId: 'AKIAEXAMPLE',
      userName: name,
    };
  const session = `s${random.below(1000)}`;
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE:${session}`,
    arn: `arn:aws:sts::${accountId}:assumed-role/${name}/${session}`,
    accountId,
    accessKeyId: 'ASIAEXAMPLE',
    sessionContext: {
      sessionIssuer: { type: 'Role', principalId: 'AROAEXAMPLE', arn: principal, accountId, userName: name },
      attributes: { creationDate: '2026-11-01T00:00:00Z', mfaAuthenticated: 'false' },
    },
  };
}
