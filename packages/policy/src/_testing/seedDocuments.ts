/** Policies of all kinds that there is nothing to report about, before they are damaged. */
export const SEED_POLICIES: readonly string[] = [
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ReadTeamBucket',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket', 'kms:Decrypt'],
        Resource: ['arn:aws:s3:::team-data', 'arn:aws:s3:::team-data/${aws:PrincipalTag/team}/*'],
        Condition: {
          StringEquals: { 'aws:ResourceTag/team': ['blue', 'green'], 'aws:RequestedRegion': 'eu-west-1' },
          Bool: { 'aws:SecureTransport': true },
        },
      },
      { Effect: 'Deny', NotAction: 'iam:*', NotResource: 'arn:aws:iam::111122223333:role/app/*' },
    ],
  },
  {
    Version: '2008-10-17',
    Id: 'queue policy',
    Statement: {
      Sid: 'from topic',
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com', AWS: ['111122223333', '*'] },
      Action: 'sqs:SendMessage',
      Resource: '*',
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:updates' } },
    },
  },
  {
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: '*',
        Resource: '*',
        Condition: {
          'ForAllValues:StringNotLikeIfExists': { 'aws:TagKeys': ['a', 'b*'] },
          NumericLessThan: { 's3:max-keys': 1e3 },
          Null: { 'aws:username': 'false' },
        },
      },
    ],
  },
  {
    Id: 'x',
    Statement: { NotAction: ['*', 'a:b'], NotResource: '*', Effect: 'Deny', Sid: 'S' },
    Version: '2008-10-17',
  },
].map((document) => JSON.stringify(document, undefined, 2));

const [first = '', second = ''] = SEED_POLICIES;

/** Files that hold policies: a CloudFormation template, a Terraform plan, an answer of the AWS command line. */
export const SEED_FILES: readonly string[] = [
  {
    Parameters: { Bucket: { Type: 'String' } },
    Conditions: { IsProd: { 'Fn::Equals': ['a', 'b'] } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: { 'Fn::Sub': '${AWS::StackName}-app' },
          AssumeRolePolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } },
                Action: 'sts:AssumeRole',
              },
            ],
          },
          Policies: [
            {
              PolicyName: 'inline',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: {
                  'Fn::If': [
                    'IsProd',
                    {
                      Effect: 'Allow',
                      Action: 's3:*',
                      Resource: { 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'Bucket' }]] },
                    },
                    { Ref: 'AWS::NoValue' },
                  ],
                },
              },
            },
          ],
        },
      },
    },
  },
  {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          { address: 'a', type: 'aws_iam_policy', name: 'p', values: { name: 'p', policy: first } },
          { address: 'b', type: 'aws_sqs_queue_policy', name: 'q', values: { policy: second } },
        ],
      },
    },
  },
  { PolicyVersion: { Document: encodeURIComponent(first), VersionId: 'v3', IsDefaultVersion: true } },
].map((file) => JSON.stringify(file, undefined, 2));
