import { ALLOWED, DENIED, UNDECIDED } from './scenarioText.ts';
import type { World } from './runInMemory.ts';

const policy = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, 2);
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

/** The files that the calls of `calls.txt` are about. */
export const CALLS_WORLD: World = {
  files: {
    'allowed.json': JSON.stringify(ALLOWED),
    'denied.json': JSON.stringify(DENIED),
    'undecided.json': JSON.stringify(UNDECIDED),
    'several.json': JSON.stringify([ALLOWED, DENIED]),
    'wrong.json': JSON.stringify({ ...ALLOWED, expected: 'ExplicitDeny' }),
    'broken.json': '{',
    'empty.json': '',
    'list.json': '[]',
    'number.json': '7',
    'right/read.json': policy(READ),
    'read.json': policy(READ),
    'wide.json': policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
    'twice.json': JSON.stringify({ Version: '2012-10-17', Statement: [READ, READ] }),
    'misspelt.json': policy({ ...READ, Action: 's3:GetObjekt' }),
    'public.json': policy({ ...READ, Principal: '*' }),
    'private.json': policy({ ...READ, Principal: { AWS: '111122223333' } }),
    'message.txt':
      'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ecs:StopTask on resource: arn:aws:ecs:eu-central-1:111122223333:task/web/1 because no identity-based policy allows the ecs:StopTask action',
    'noise.txt': 'all is well',
    'rails.yaml': '- id: no-delete\n  title: Nobody deletes buckets\n  action: s3:DeleteBucket\n',
    'broken.yaml': '- id: [',
    'notes.md': '# Notes',
    'role.yaml':
      'Resources:\n  Role:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: s3:GetObjekt\n            Resource: "arn:aws:s3:::reports/*"\n',
  },
  stdin: policy(READ),
};
