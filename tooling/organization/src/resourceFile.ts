import { documentOf, type MadeDocument } from './documents.ts';
import type { Random } from './random.ts';

/** Made-up resources: buckets, queues, tables, keys, functions and secrets of the accounts in turn. */
export function resourceFile(count: number, accounts: readonly string[], random: Random): readonly object[] {
  return Array.from({ length: count }, (_, index) => {
    const account = accounts[index % accounts.length] ?? '';
    const other = random.pick(accounts);
    const region = 'eu-west-1';
    const tags = random.chance(0.6) ? { team: random.pick(['shop', 'data', 'risk']) } : {};
    const team = random.pick(['shop', 'billing', 'search', 'data']);
    switch (index % 6) {
      case 0: {
        const arn = `arn:aws:s3:::${team}-data${index === 0 ? '' : `-${index}`}`;
        return { arn, account, tags, ...(random.chance(0.5) && { policy: bucketPolicy(arn, other) }) };
      }
      case 1:
        return { arn: `arn:aws:sqs:${region}:${account}:${team}-jobs`, account, tags };
      case 2:
        return { arn: `arn:aws:dynamodb:${region}:${account}:table/${team}-orders-${index}`, account, tags };
      case 3: {
        const arn = `arn:aws:kms:${region}:${account}:key/11111111-2222-3333-4444-${String(index).padStart(12, '0')}`;
        return { arn, account, tags, policy: keyPolicy(account) };
      }
      case 4:
        return { arn: `arn:aws:lambda:${region}:${account}:function:${team}-${index}`, account, tags };
      default:
        return {
          arn: `arn:aws:secretsmanager:${region}:${account}:secret:${team}/db-${index}-AbCdEf`,
          account,
          tags,
        };
    }
  });
}

function bucketPolicy(arn: string, other: string): MadeDocument {
  return documentOf(
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${other}:role/role-1` },
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: [arn, `${arn}/*`],
    },
  );
}

function keyPolicy(account: string): MadeDocument {
  return documentOf(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:role/role-2` },
      Action: ['kms:Decrypt'],
      Resource: '*',
    },
  );
}
