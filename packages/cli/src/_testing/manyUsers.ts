import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ACCOUNT = '111122223333';

/** Policies that give different rows; one hangs on a key that nobody knows. */
const STATEMENTS = [
  { Action: 's3:*', Resource: '*' },
  { Action: ['s3:ListBucket', 'sqs:SendMessage'], Resource: '*' },
  {
    Action: ['s3:Get*', 'sqs:*'],
    Resource: '*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
  { Action: 'sqs:PurgeQueue', Resource: `arn:aws:sqs:*:*:jobs-1` },
  { Action: 'iam:PassRole', Resource: '*' },
];

/**
 * The files of a snapshot of an account with users of five kinds, a bucket and two queues, by path.
 *
 * @param users - how many.
 */
export function snapshotOfUsers(users: number): Readonly<Record<string, string>> {
  const account = {
    UserDetailList: Array.from({ length: users }, (_, number) => ({
      UserName: `user-${number}`,
      UserId: `AIDA${number}`,
      Arn: `arn:aws:iam::${ACCOUNT}:user/user-${number}`,
      UserPolicyList: [
        {
          PolicyName: 'own',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', ...STATEMENTS[(number * 7) % STATEMENTS.length] },
          },
        },
      ],
    })),
  };
  const queues = ['jobs-1', 'jobs-2'].map((name) => `arn:aws:sqs:eu-west-1:${ACCOUNT}:${name}`);
  const resources = ['arn:aws:s3:::reports', ...queues].map((arn) => ({ arn, account: ACCOUNT, tags: {} }));
  return {
    [`accounts/${ACCOUNT}.json`]: JSON.stringify(account),
    'resources/all.json': JSON.stringify(resources),
  };
}

/**
 * Writes the same into a folder, which is made.
 *
 * @param folder - its path.
 * @param users - how many.
 */
export function writeManyUsers(folder: string, users: number): void {
  for (const [path, text] of Object.entries(snapshotOfUsers(users))) {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}
