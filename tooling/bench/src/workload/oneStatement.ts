import { ACCOUNT, requestsInTurn } from './requests.ts';
import type { Workload } from './workload.ts';

const caller = `arn:aws:iam::${ACCOUNT}:user/alice`;
const request = {
  principal: caller,
  action: 's3:GetObject',
  context: { 'aws:PrincipalTag/team': 'blue', 'aws:RequestedRegion': 'us-east-1' },
};

/** W1: one statement, a literal action, one resource pattern. */
export const oneStatement: Workload = {
  name: 'W1',
  description: '1 statement, literal action, one resource pattern',
  identity: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::reports-*/data/*'] }],
  },
  callerArn: caller,
  allowed: requestsInTurn(request, (index) => `arn:aws:s3:::reports-prod/data/day-${index}.csv`),
  denied: [
    { ...request, resource: 'arn:aws:s3:::reports-prod/keys/day-1.csv' },
    { ...request, action: 's3:PutObject', resource: 'arn:aws:s3:::reports-prod/data/day-1.csv' },
  ],
};
