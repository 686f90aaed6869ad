/** An action, and a resource that it might have. */
export type Target = readonly [action: string, resource: string];

/**
 * Actions that a service treats in a way of its own (section 7 of the rules), each with a resource that it might
 * have: within the account, and in another.
 */
export const SERVICE_TARGETS: readonly Target[] = [
  ['sts:TagSession', 'arn:aws:iam::111122223333:role/deploy'],
  ['sts:SetSourceIdentity', 'arn:aws:iam::111122223333:role/deploy'],
  ['sts:SetContext', 'arn:aws:iam::444455556666:role/audit'],
  ['sts:AssumeRole', 'arn:aws:iam::444455556666:role/audit'],
  [
    'sts:AssumeRole',
    'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  ],
  ['sts:AssumeRoleWithSAML', 'arn:aws:iam::111122223333:role/deploy'],
  ['sts:AssumeRoot', 'arn:aws:iam::444455556666:root'],
  ['sts:AssumeRoot', 'arn:aws:iam::111122223333:root'],
  ['sts:GetFederationToken', 'arn:aws:sts::111122223333:federated-user/alice'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/deploy'],
  ['iam:PassRole', 'arn:aws:iam::444455556666:role/audit'],
  ['iam:GetRole', 'arn:aws:iam::111122223333:role/deploy'],
  ['iam:TagRole', 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin'],
  [
    'iam:UpdateRoleDescription',
    'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  ],
  ['s3:GetBucketPolicy', 'arn:aws:s3:::b'],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::b'],
  ['s3:DeleteBucketPolicy', 'arn:aws:s3:::b'],
  ['s3:CreateBucket', 'arn:aws:s3:::b'],
  ['s3:ListAllMyBuckets', '*'],
  ['s3:GetObject', 'arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/k'],
  ['s3:ListBucket', 'arn:aws:s3:us-east-1:444455556666:accesspoint/ap'],
  ['s3express:CreateSession', 'arn:aws:s3express:us-east-1:111122223333:bucket/b'],
  ['s3express:GetBucketPolicy', 'arn:aws:s3express:us-east-1:111122223333:bucket/b'],
  ['kms:DescribeKey', 'arn:aws:kms:us-east-1:444455556666:key/k1'],
  ['kms:GenerateMac', 'arn:aws:kms:us-east-1:111122223333:key/k1'],
  ['kms:CreateGrant', 'arn:aws:kms:us-east-1:444455556666:key/k1'],
  ['kms:PutKeyPolicy', 'arn:aws:kms:us-east-1:111122223333:key/k1'],
  ['kms:ScheduleKeyDeletion', 'arn:aws:kms:us-east-1:444455556666:key/k1'],
  ['kms:UpdateAlias', 'arn:aws:kms:us-east-1:111122223333:alias/aws/s3'],
  ['kms:UpdateAlias', 'arn:aws:kms:us-east-1:111122223333:alias/mine'],
  ['dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:444455556666:table/t'],
  ['dynamodb:CreateTable', 'arn:aws:dynamodb:us-east-1:444455556666:table/t'],
  ['lambda:InvokeFunctionUrl', 'arn:aws:lambda:us-east-1:444455556666:function:f'],
  ['lambda:AddPermission', 'arn:aws:lambda:us-east-1:444455556666:function:f'],
  ['secretsmanager:CreateSecret', 'arn:aws:secretsmanager:us-east-1:444455556666:secret:s'],
  ['sqs:DeleteQueue', 'arn:aws:sqs:us-east-1:444455556666:jobs'],
  ['sns:Publish', 'arn:aws:sns:us-east-1:444455556666:topic'],
  ['es:ESHttpGet', 'arn:aws:es:us-east-1:111122223333:domain/d/x'],
  ['elasticfilesystem:ClientMount', 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1'],
  ['execute-api:Invoke', 'arn:aws:execute-api:us-east-1:111122223333:abc123/prod/GET/pets'],
  ['execute-api:Invoke', 'arn:aws:execute-api:us-east-1:444455556666:def456/test/POST/pets/7'],
  ['codeartifact:PutDomainPermissionsPolicy', 'arn:aws:codeartifact:us-east-1:111122223333:domain/d'],
];

/** Entries of a resource policy of API Gateway that leave out the API (rule S209). */
export const ABBREVIATED_RESOURCES = [
  'execute-api:/*',
  'execute-api:/prod/GET/pets',
  'execute-api:/*/POST/*',
  'execute-api:/${aws:username}/*',
  'execute-api:/prod/?ET/pets',
  'execute-api:prod',
] as const;

/** Access points, as far as requests go through one to what lies behind it (rule S210). */
export const ACCESS_POINTS = [
  'arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/k',
  'arn:aws:s3:us-east-1:111122223333:accesspoint/ap',
  'arn:aws:s3:us-east-1:444455556666:accesspoint/ap/object/k',
  'arn:aws:s3::111122223333:accesspoint/many.mrap/object/k',
  'arn:aws:s3-object-lambda:us-east-1:111122223333:accesspoint/lens',
] as const;

/** What lies behind them, the bucket or its object first. */
export const BEHIND = [
  'arn:aws:s3:::b/k',
  'arn:aws:s3:::b',
  'arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/k',
  'arn:aws:s3:us-east-1:444455556666:accesspoint/ap',
] as const;
