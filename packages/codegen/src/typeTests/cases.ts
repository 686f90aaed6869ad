import type { TypeCase } from './compileCases.ts';

const compiles = (...lines: readonly string[]): readonly TypeCase[] => lines.map((code) => ({ code }));
const fails = (code: string, error: string): TypeCase => ({ code, error });
/** The message for a value that a checked parameter refuses, whose type is what is wrong with it. */
const refuses = (code: string, given: string, problem: string): TypeCase => {
  const quote = problem.includes('${') ? '`' : '"';
  const parameter = `${quote}${problem}${quote}`;
  return fails(code, `Argument of type '${given}' is not assignable to parameter of type '${parameter}'.`);
};

/** Type cases by what they are about. */
export const CASES: Readonly<Record<string, readonly TypeCase[]>> = {
  'names and patterns of actions': [
    ...compiles(
      "action('ecs:RunTask')",
      "action('s3:GetObject')",
      "action('ecs:*')",
      "action('ecs:Run*')",
      "action('ecs:*Task*')",
      "action('ecs:RunTas?')",
      "action('s3:Get*Acl')",
      "action('dynamodb:?etItem')",
      "action('*')",
      "const name: 'ecs:RunTask' = action('ecs:RunTask'); void name",
      "const name: 'ecs:RunTask' = ecs.RunTask; void name",
      'const names: readonly string[] = ecs.listActions; void names',
      "const copied = { Action: ecs.RunTask }; const name: 'ecs:RunTask' = copied.Action; void name",
    ),
    refuses("action('ecs:RunTsak')", '"ecs:RunTsak"', 'no generated action is called ecs:RunTsak'),
    refuses("action('ecs:runtask')", '"ecs:runtask"', 'no generated action is called ecs:runtask'),
    refuses("action('esc:RunTask')", '"esc:RunTask"', 'no generated action is called esc:RunTask'),
    refuses("action('RunTask')", '"RunTask"', 'no generated action is called RunTask'),
    refuses("action('')", '""', 'no generated action is called '),
    refuses("action('ecs:')", '"ecs:"', 'no generated action is called ecs:'),
    refuses("action('ecs:Rum*')", '"ecs:Rum*"', 'no generated action matches ecs:Rum*'),
    refuses("action('ecs:RunTa?')", '"ecs:RunTa?"', 'no generated action matches ecs:RunTa?'),
    refuses("action('ecs:?RunTask')", '"ecs:?RunTask"', 'no generated action matches ecs:?RunTask'),
    refuses(
      "const text: string = 'ecs:RunTask'; action(text)",
      'string',
      'no generated action is called ${string}',
    ),
    refuses(
      "const text: `ecs:Run${string}` = 'ecs:RunTask'; action(text)",
      '`ecs:Run${string}`',
      'no generated action is called ecs:Run${string}',
    ),
    refuses(
      "const text: `ecs:RunTas${Lowercase<string>}` = 'ecs:RunTask'; action(text)",
      '`ecs:RunTas${Lowercase<string>}`',
      'no generated action is called ecs:RunTas${Lowercase<string>}',
    ),
    refuses(
      "const text = 'ecs:RunTask' as `ecs:${number}`; action(text)",
      '`ecs:${number}`',
      'no generated action is called ecs:${number}',
    ),
    refuses(
      "action('ecs:RunTask>23 <*><ecs:task-definition>')",
      '"ecs:RunTask>23 <*><ecs:task-definition>"',
      'no generated action matches ecs:RunTask>23 <*><ecs:task-definition>',
    ),
    refuses("action('aws:*')", '"aws:*"', 'no generated action matches aws:*'),
    refuses("action('sqs:*')", '"sqs:*"', 'no generated action matches sqs:*'),
    refuses("action('*:RunTask')", '"*:RunTask"', 'no generated action matches *:RunTask'),
    refuses("action('s3:*GetObjects*')", '"s3:*GetObjects*"', 'no generated action matches s3:*GetObjects*'),
    fails(
      'ecs.RunTsak',
      "Property 'RunTsak' does not exist on type 'typeof import(\"/ecs\")'. Did you mean 'RunTask'?",
    ),
    fails(
      'lambda.function',
      "Property 'function' does not exist on type 'typeof import(\"/lambda\")'. Did you mean 'function_'?",
    ),
  ],

  'ARN builders and parsers': [
    ...compiles(
      'const text: string = cluster; void text',
      "ecs.cluster({ region: 'r', account: '1', clusterName: 'c', partition: 'aws-cn' })",
      "s3.bucket({ bucketName: 'b' })",
      "dynamodb.export_({ ...here, tableName: 't', exportName: 'e' })",
      "dynamodb.import_({ ...here, tableName: 't', importName: 'i' })",
      "lambda.codeSigningConfig({ ...here, codeSigningConfigId: 'c' })",
      "lambda.functionAlias({ ...here, functionName: 'f', alias: 'a' })",
      "const name: string | undefined = ecs.cluster.parse('arn')?.clusterName; void name",
      "const arn: Arn<'ecs:cluster'> = cluster; void arn",
    ),
    fails(
      "ecs.cluster({ region: 'r', clusterName: 'c' })",
      "Argument of type '{ region: string; clusterName: string; }' is not assignable to parameter of type 'ClusterParts'.\n  Property 'account' is missing in type '{ region: string; clusterName: string; }' but required in type 'ClusterParts'.",
    ),
    fails(
      "ecs.cluster({ ...here, name: 'c' })",
      "Object literal may only specify known properties, and 'name' does not exist in type 'ClusterParts'.",
    ),
    fails(
      "ecs.cluster({ ...here, clustername: 'c' })",
      "Object literal may only specify known properties, but 'clustername' does not exist in type 'ClusterParts'. Did you mean to write 'clusterName'?",
    ),
    fails(
      "s3.bucket({ bucketName: 'b', region: 'r' })",
      "Object literal may only specify known properties, and 'region' does not exist in type 'BucketParts'.",
    ),
    fails('s3.bucket({ bucketName: 3 })', "Type 'number' is not assignable to type 'string'."),
    fails(
      "s3.bucket('b')",
      "Argument of type 'string' is not assignable to parameter of type 'BucketParts'.",
    ),
    fails('s3.bucket()', 'Expected 1 arguments, but got 0.'),
    fails(
      "const name: string = ecs.cluster.parse('arn').clusterName; void name",
      "Object is possibly 'undefined'.",
    ),
    fails(
      "ecs.cluster.parse('arn')?.serviceName",
      "Property 'serviceName' does not exist on type 'ClusterParts'.",
    ),
    fails(
      "const arn: Arn<'ecs:service'> = cluster; void arn",
      'Type \'Arn<"ecs:cluster">\' is not assignable to type \'Arn<"ecs:service">\'.',
    ),
    fails(
      "const arn: Arn<'ecs:cluster'> = 'arn:aws:ecs:r:1:cluster/c'; void arn",
      "Type 'string' is not assignable to type 'Arn<\"ecs:cluster\">'.",
    ),
  ],

  'resources of actions': [
    ...compiles(
      'allow(ecs.RunTask).on(taskDefinition)',
      "allow('ecs:RunTask').on(taskDefinition)",
      "allow(ecs.RunTask).on('*')",
      'allow(ecs.ExecuteCommand).on(cluster, task)',
      'allow(ecs.ExecuteCommand).on(task)',
      "allow(ecs.ListClusters).on('*')",
      'allow(s3.GetObject).on(object)',
      'allow(s3.ListBucket).on(bucket)',
      'allow(s3.ListBucket, s3.GetObject).on(bucket, object)',
      "allow(s3.ListBucket, s3.GetObject, ecs.ListClusters).on('*')",
      'allow(iam.PassRole).on(role)',
      'allow(iam.PassRole, ecs.RunTask).on(role, taskDefinition)',
      'allow(ec2.RunInstances).on(instance, image)',
      'allow(ec2.TerminateInstances, ec2.StartInstances).on(instance)',
      'allow(dynamodb.Query).on(table, index)',
      'allow(lambda.InvokeFunction).on(lambdaFunction)',
      'deny(s3.DeleteBucket).on(bucket)',
      "allow(action('ecs:*')).on(cluster, task)",
      "allow(action('s3:Get*')).on(object)",
      "allow('dynamodb:*Item').on(table)",
      "allow('*').on(bucket)",
      "allow('*').on('*')",
      "allow(...ecs.readActions).on('*')",
      "allow(ecs.RunTask).on(uncheckedArn('arn:aws:ecs:*:*:task-definition/web:*'))",
      'const either = Math.random() > 0.5 ? bucket : object; allow(s3.GetObject, s3.ListBucket).on(either)',
    ),
    refuses(
      'allow(ecs.RunTask).on(cluster)',
      'Arn<"ecs:cluster">',
      'ecs:RunTask does not act on ecs:cluster',
    ),
    refuses('allow(ecs.RunTask).on(bucket)', 'Arn<"s3:bucket">', 'ecs:RunTask does not act on s3:bucket'),
    refuses(
      'void ((some: Arn<string>) => allow(ecs.RunTask).on(some))',
      'Arn<string>',
      'ecs:RunTask does not act on ${string}',
    ),
    refuses(
      'void ((some: Arn<`ecs:task-${string}`>) => allow(ecs.RunTask).on(some))',
      'Arn<`ecs:task-${string}`>',
      'ecs:RunTask does not act on ecs:task-${string}',
    ),
    refuses("allow('ecs:RunTask').on(bucket)", 'Arn<"s3:bucket">', 'ecs:RunTask does not act on s3:bucket'),
    refuses(
      'allow(ecs.RunTask).on(taskDefinition, cluster)',
      'Arn<"ecs:cluster">',
      'ecs:RunTask does not act on ecs:cluster',
    ),
    refuses(
      'allow(ecs.ListClusters).on(cluster)',
      'Arn<"ecs:cluster">',
      'ecs:ListClusters does not act on ecs:cluster',
    ),
    refuses('allow(s3.GetObject).on(bucket)', 'Arn<"s3:bucket">', 's3:GetObject does not act on s3:bucket'),
    refuses('allow(s3.ListBucket).on(object)', 'Arn<"s3:object">', 's3:ListBucket does not act on s3:object'),
    refuses(
      'allow(s3.ListBucket, s3.GetObject).on(bucket)',
      'Arn<"s3:bucket">',
      's3:GetObject does not act on s3:bucket',
    ),
    refuses(
      'allow(s3.ListAllMyBuckets).on(bucket)',
      'Arn<"s3:bucket">',
      's3:ListAllMyBuckets does not act on s3:bucket',
    ),
    refuses(
      'allow(iam.PassRole).on(lambdaFunction)',
      'Arn<"lambda:function">',
      'iam:PassRole does not act on lambda:function',
    ),
    refuses('allow(iam.ListRoles).on(role)', 'Arn<"iam:role">', 'iam:ListRoles does not act on iam:role'),
    refuses(
      'allow(ec2.TerminateInstances).on(image)',
      'Arn<"ec2:image">',
      'ec2:TerminateInstances does not act on ec2:image',
    ),
    refuses(
      'allow(ec2.DescribeInstances).on(instance)',
      'Arn<"ec2:instance">',
      'ec2:DescribeInstances does not act on ec2:instance',
    ),
    refuses(
      'allow(dynamodb.GetItem).on(index)',
      'Arn<"dynamodb:index">',
      'dynamodb:GetItem does not act on dynamodb:index',
    ),
    refuses(
      'allow(lambda.InvokeFunction).on(role)',
      'Arn<"iam:role">',
      'lambda:InvokeFunction does not act on iam:role',
    ),
    refuses(
      'deny(s3.DeleteBucket).on(object)',
      'Arn<"s3:object">',
      's3:DeleteBucket does not act on s3:object',
    ),
    refuses("allow(action('ecs:*')).on(bucket)", 'Arn<"s3:bucket">', 'ecs:* does not act on s3:bucket'),
    refuses("allow('ecs:Run*').on(cluster)", 'Arn<"ecs:cluster">', 'ecs:Run* does not act on ecs:cluster'),
    refuses(
      "allow(action('ecs:Run*'), s3.GetObject).on(taskDefinition)",
      'Arn<"ecs:task-definition">',
      's3:GetObject does not act on ecs:task-definition',
    ),
    refuses(
      "allow(ecs.RunTask).on('arn:aws:s3:::b')",
      '"arn:aws:s3:::b"',
      'build the ARN with a builder, or pass it through uncheckedArn',
    ),
    refuses("allow('ecs:RunTsak')", '"ecs:RunTsak"', 'no generated action is called ecs:RunTsak'),
    fails(
      "allow(ecs.RunTask, 'ecs:RunTsak')",
      `Argument of type '"ecs:RunTsak"' is not assignable to parameter of type '"ecs:RunTask" | "no generated action is called ecs:RunTsak"'.`,
    ),
    refuses("deny('s3:Delet?')", '"s3:Delet?"', 'no generated action matches s3:Delet?'),
    fails('allow(ecs.RunTask).on()', 'Expected at least 2 arguments, but got 0.'),
    fails(
      "allow(ecs.RunTask).when(stringEquals('ecs:cluster', 'c'))",
      "Property 'when' does not exist on type 'Grant<\"ecs:RunTask\">'.",
    ),
    refuses('allow(ecs.RunTask).on(3)', '3', 'build the ARN with a builder, or pass it through uncheckedArn'),
    fails(
      'allow(...dynamodb.readActions).on(table)',
      `Argument of type 'Arn<"dynamodb:table">' is not assignable to parameter of type '"dynamodb:DescribeBackup does not act on dynamodb:table" | `,
    ),
  ],

  'condition keys of actions': [
    ...compiles(
      "allow(ecs.RunTask).on(taskDefinition).when(arnEquals('ecs:cluster', cluster))",
      'allow(ecs.RunTask).on(taskDefinition).when(stringEquals(ecs.keys.cluster, cluster))',
      "allow(ecs.RunTask).on(taskDefinition).when(numericLessThan('ecs:task-cpu', 1024), stringEquals('ecs:enable-execute-command', 'false'))",
      "allow(ecs.RunTask).on('*').when(stringEquals('aws:ResourceTag/team', 'blue'))",
      "allow(ecs.RunTask).on('*').when(stringEquals(aws.resourceTag('team'), 'blue'))",
      "allow(ecs.RunTask).on('*').when(stringEquals('aws:ResourceTag/Stra\u00dfe', 'x'))",
      "allow(ecs.RunTask).on('*').when(stringEquals('ecs:ResourceTag/team', 'blue'))",
      "allow(ecs.RunTask).on('*').when(stringEquals(ecs.keys.resourceTag('team'), 'blue'))",
      "allow(ecs.RunTask).on('*').when(stringEquals('aws:PrincipalOrgID', 'o-1'), bool('aws:SecureTransport', true))",
      "allow(ecs.RunTask).on('*').when(stringEquals(aws.principalTag('team'), '${aws:ResourceTag/team}'))",
      "allow(ecs.ListClusters).on('*').when(ipAddress('aws:SourceIp', '10.0.0.0/8'))",
      "allow(s3.ListBucket).on(bucket).when(stringLike('s3:prefix', ['home/*', '']))",
      "allow(s3.GetObject).on(object).when(stringEquals('s3:ExistingObjectTag/team', 'blue'))",
      "allow(s3.GetObject, s3.PutObject).on(object).when(numericEquals('s3:TlsVersion', 1.3))",
      "allow(iam.PassRole).on(role).when(stringEquals('iam:PassedToService', 'ecs-tasks.amazonaws.com'))",
      "allow(iam.AttachRolePolicy).on(role).when(arnLike('iam:PolicyARN', 'arn:aws:iam::aws:policy/*'))",
      "allow(ec2.RunInstances).on(instance).when(stringEquals('ec2:InstanceType', ['t3.micro', 't3.small']))",
      "allow(ec2.RunInstances).on(instance).when(bool('ec2:EbsOptimized', true))",
      "allow(dynamodb.GetItem).on(table).when(forAllValues(stringEquals('dynamodb:LeadingKeys', '${aws:username}')))",
      "allow(lambda.InvokeFunction).on(lambdaFunction).when(bool('lambda:InvokedViaFunctionUrl', false))",
      "allow(s3.GetObject).on(object).when(arnLike('lambda:SourceFunctionArn', lambdaFunction), bool(aws.assumedRoot, false))",
      "allow(ecs.RunTask).on('*').when(isNull('ecs:cluster', false)).when(ifExists(stringEquals('aws:SourceVpc', 'vpc-1'))).as('Run')",
      "allow(action('ecs:*')).on('*').when(arnEquals('ecs:cluster', cluster))",
      "deny('*').on('*').when(stringNotEquals('aws:RequestedRegion', ['eu-central-1']))",
      "deny('*').on('*').when(stringEquals('ecs:cluster', 'c'))",
      "allow(kms.Decrypt).on('*').when(stringEquals('kms:EncryptionContext:app', 'web'))",
      "allow('kms:*').on('*').when(stringEquals(kms.keys.encryptionContext('app'), 'web'))",
      "allow(codebuild.CreateProject).on('*').when(stringEquals('codebuild:secondarySources/s1.auth.type', 'OAUTH'))",
      "allow('ec2:*').on('*').when(stringEquals(aws.requestTag('team'), 'blue'))",
      "const tag: string = 'team'; allow(ecs.RunTask).on('*').when(stringEquals(aws.requestTag(tag), 'x'))",
      "allow(ecs.RunTask).on('*').when(forAnyValue(stringEquals('aws:TagKeys', 'team')), isNull('aws:TagKeys', false))",
      "const tag: string = 'team'; allow(ecs.RunTask).on('*').when(stringEquals(aws.resourceTag(tag), 'x'))",
    ),
    refuses(
      "allow(ecs.RunTask).on('*').when(stringEquals('s3:prefix', 'x'))",
      'Condition<"StringEquals", "s3:prefix">',
      'ecs:RunTask has no condition key s3:prefix',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').when(stringEquals('ecs:container-name', 'x'))",
      'Condition<"StringEquals", "ecs:container-name">',
      'ecs:RunTask has no condition key ecs:container-name',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').when(stringEquals(ecs.keys.containerName, 'x'))",
      'Condition<"StringEquals", "ecs:container-name">',
      'ecs:RunTask has no condition key ecs:container-name',
    ),
    refuses(
      "allow(ecs.ListClusters).on('*').when(arnEquals('ecs:cluster', cluster))",
      'Condition<"ArnEquals", "ecs:cluster">',
      'ecs:ListClusters has no condition key ecs:cluster',
    ),
    refuses(
      "allow(s3.GetObject).on(object).when(stringEquals('s3:prefix', 'x'))",
      'Condition<"StringEquals", "s3:prefix">',
      's3:GetObject has no condition key s3:prefix',
    ),
    refuses(
      "allow(s3.ListBucket, s3.GetObject).on(bucket, object).when(stringEquals('s3:prefix', 'x'))",
      'Condition<"StringEquals", "s3:prefix">',
      's3:GetObject has no condition key s3:prefix',
    ),
    refuses(
      "allow(iam.PassRole).on(role).when(arnLike('iam:PolicyARN', '*'))",
      'Condition<"ArnLike", "iam:PolicyARN">',
      'iam:PassRole has no condition key iam:PolicyARN',
    ),
    refuses(
      "allow(iam.ListRoles).on('*').when(stringEquals(aws.resourceTag('team'), 'x'))",
      'Condition<"StringEquals", "aws:ResourceTag/team">',
      'iam:ListRoles has no condition key aws:ResourceTag/team',
    ),
    refuses(
      "allow(ec2.DescribeInstances).on('*').when(stringEquals('ec2:InstanceType', 't3.micro'))",
      'Condition<"StringEquals", "ec2:InstanceType">',
      'ec2:DescribeInstances has no condition key ec2:InstanceType',
    ),
    refuses(
      "allow(dynamodb.ListTables).on('*').when(forAnyValue(stringEquals('dynamodb:LeadingKeys', 'x')))",
      'Condition<"ForAnyValue:StringEquals", "dynamodb:LeadingKeys">',
      'dynamodb:ListTables has no condition key dynamodb:LeadingKeys',
    ),
    refuses(
      "allow(lambda.InvokeFunction).on(lambdaFunction).when(stringEquals('lambda:Principal', 'x'))",
      'Condition<"StringEquals", "lambda:Principal">',
      'lambda:InvokeFunction has no condition key lambda:Principal',
    ),
    refuses(
      "allow(action('ecs:*')).on('*').when(stringEquals('s3:prefix', 'x'))",
      'Condition<"StringEquals", "s3:prefix">',
      'ecs:* has no condition key s3:prefix',
    ),
    refuses(
      "allow('ec2:*').on('*').when(stringEquals('s3:prefix', 'x'))",
      'Condition<"StringEquals", "s3:prefix">',
      'ec2:* has no condition key s3:prefix',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').when(stringEquals('kms:EncryptionContext:app', 'x'))",
      'Condition<"StringEquals", "kms:EncryptionContext:app">',
      'ecs:RunTask has no condition key kms:EncryptionContext:app',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').when(stringEquals('aws:SourceVpc', 'x'), stringEquals('s3:prefix', 'x'))",
      'Condition<"StringEquals", "s3:prefix">',
      'ecs:RunTask has no condition key s3:prefix',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').when(stringEquals('aws:TagKeys', 'x'))",
      'Condition<"StringEquals", "aws:TagKeys">',
      'aws:TagKeys can hold several values: wrap this in forAnyValue or forAllValues',
    ),
    refuses(
      "allow(dynamodb.GetItem).on(table).when(stringEquals('dynamodb:LeadingKeys', 'x'))",
      'Condition<"StringEquals", "dynamodb:LeadingKeys">',
      'dynamodb:LeadingKeys can hold several values: wrap this in forAnyValue or forAllValues',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').when(ifExists(stringEquals('aws:TagKeys', 'x')))",
      'Condition<"StringEqualsIfExists", "aws:TagKeys">',
      'aws:TagKeys can hold several values: wrap this in forAnyValue or forAllValues',
    ),
    fails("allow(ecs.RunTask).on('*').when()", 'Expected at least 2 arguments, but got 0.'),
    fails('ecs.keys.clutser', "Property 'clutser' does not exist on type '{ readonly resourceTag: "),
  ],

  'operators of condition keys': [
    ...compiles(
      "stringEqualsIgnoreCase('ecs:container-name', 'Web')",
      "stringEquals('ecs:cluster', 'c')",
      "arnNotLike('aws:SourceArn', 'arn:aws:s3:::*')",
      "numericEquals('s3:max-keys', [1, 2])",
      "dateGreaterThan('aws:CurrentTime', new Date())",
      "dateLessThan('s3:object-lock-retain-until-date', '2030-01-01T00:00:00Z')",
      "dateLessThan('aws:EpochTime', new Date()), numericLessThan('aws:EpochTime', 1)",
      "notIpAddress('aws:VpcSourceIp', ['10.0.0.0/8'])",
      "bool('ec2:Encrypted', true)",
      "forAnyValue(arnLike('ecs:capacity-provider', 'arn:*'))",
      "isNull('dynamodb:LeadingKeys', true)",
      "ifExists(forAllValues(stringEquals('aws:TagKeys', ['a', 'b'])))",
    ),
    refuses("numericEquals('ecs:cluster', 3)", '"ecs:cluster"', 'NumericEquals does not compare ecs:cluster'),
    refuses(
      "const key: string = 'ecs:cluster'; stringEquals(key, 'c')",
      'string',
      'StringEquals does not compare ${string}',
    ),
    refuses(
      "const key: `ecs:${string}` = 'ecs:cluster'; stringEquals(key, 'c')",
      '`ecs:${string}`',
      'StringEquals does not compare ecs:${string}',
    ),
    refuses(
      "stringEquals('ecs:cluster><ecs:service', 'c')",
      '"ecs:cluster><ecs:service"',
      'StringEquals does not compare ecs:cluster><ecs:service',
    ),
    refuses(
      "stringEquals('codebuild:secondarySources/s1.nothing', 'c')",
      '"codebuild:secondarySources/s1.nothing"',
      'StringEquals does not compare codebuild:secondarySources/s1.nothing',
    ),
    refuses("numericEquals('s3:prefix', 3)", '"s3:prefix"', 'NumericEquals does not compare s3:prefix'),
    refuses("stringEquals('s3:max-keys', '3')", '"s3:max-keys"', 'StringEquals does not compare s3:max-keys'),
    refuses("stringEquals('ecs:clutser', 'c')", '"ecs:clutser"', 'StringEquals does not compare ecs:clutser'),
    refuses("arnLike('s3:prefix', 'arn:*')", '"s3:prefix"', 'ArnLike does not compare s3:prefix'),
    refuses("bool('ecs:cluster', true)", '"ecs:cluster"', 'Bool does not compare ecs:cluster'),
    refuses(
      "dateLessThan('s3:max-keys', '2030-01-01')",
      '"s3:max-keys"',
      'DateLessThan does not compare s3:max-keys',
    ),
    refuses(
      "ipAddress('aws:SourceVpc', '10.0.0.0/8')",
      '"aws:SourceVpc"',
      'IpAddress does not compare aws:SourceVpc',
    ),
    fails(
      "numericEquals('s3:max-keys', '3')",
      "Argument of type 'string' is not assignable to parameter of type 'OneOrMore<number>'.",
    ),
    fails(
      "bool('aws:SecureTransport', 'true')",
      "Argument of type 'string' is not assignable to parameter of type 'boolean'.",
    ),
    fails(
      "stringEquals('s3:prefix', 3)",
      "Argument of type 'number' is not assignable to parameter of type 'OneOrMore<string>'.",
    ),
    refuses(
      "forAnyValue(stringEquals('ecs:cluster', 'c'))",
      'Condition<"StringEquals", "ecs:cluster">',
      'ecs:cluster has a single value, which needs no set operator',
    ),
    refuses(
      "forAllValues(isNull('aws:TagKeys', true))",
      'Condition<"Null", "aws:TagKeys">',
      'Null cannot be wrapped in a set operator',
    ),
    refuses(
      "forAnyValue(forAllValues(stringEquals('aws:TagKeys', 'a')))",
      'Condition<"ForAllValues:StringEquals", "aws:TagKeys">',
      'ForAllValues:StringEquals cannot be wrapped in a set operator',
    ),
    refuses(
      "ifExists(Math.random() > 0.5 ? isNull('ecs:cluster', true) : arnEquals('ecs:cluster', 'c'))",
      'Condition<"ArnEquals", "ecs:cluster"> | Condition<"Null", "ecs:cluster">',
      'Null cannot be wrapped in ifExists',
    ),
    refuses(
      "ifExists(isNull('ecs:cluster', true))",
      'Condition<"Null", "ecs:cluster">',
      'Null cannot be wrapped in ifExists',
    ),
    refuses(
      "ifExists(ifExists(stringEquals('s3:prefix', 'a')))",
      'Condition<"StringEqualsIfExists", "s3:prefix">',
      'StringEqualsIfExists cannot be wrapped in ifExists',
    ),
  ],

  'values of which one is not known until the program runs': [
    ...compiles(
      "const either = Math.random() > 0.5 ? 'ecs:cluster' : 'aws:SourceArn'; allow(ecs.StopTask).on('*').when(arnEquals(either, 'arn:*'))",
      "const one = Math.random() > 0.5 ? stringEquals('aws:SourceVpc', 'v') : arnEquals('ecs:cluster', 'c'); allow(ecs.RunTask).on('*').when(one)",
      'void ((some: Arn<"ecs:cluster" | "ecs:task">) => allow(ecs.ExecuteCommand).on(some))',
      "allow(Math.random() > 0.5 ? ecs.RunTask : ecs.StartTask).on('*')",
    ),
    refuses(
      "const either = Math.random() > 0.5 ? 'ecs:cluster' : 'ecs:clutser'; arnEquals(either, 'arn:*')",
      '"ecs:cluster" | "ecs:clutser"',
      'ArnEquals does not compare ecs:clutser',
    ),
    refuses(
      "const either = Math.random() > 0.5 ? 'ecs:cluster' : 's3:prefix'; allow(ecs.RunTask).on('*').when(stringEquals(either, 'x'))",
      'Condition<"StringEquals", "ecs:cluster" | "s3:prefix">',
      'ecs:RunTask has no condition key s3:prefix',
    ),
    refuses(
      "const one = Math.random() > 0.5 ? stringEquals('s3:prefix', 'p') : arnEquals('ecs:cluster', 'c'); allow(ecs.RunTask).on('*').when(one)",
      'Condition<"ArnEquals", "ecs:cluster"> | Condition<"StringEquals", "s3:prefix">',
      'ecs:RunTask has no condition key s3:prefix',
    ),
    refuses(
      'void ((some: Arn<"ecs:cluster" | "ecs:task-definition">) => allow(ecs.RunTask).on(some))',
      'Arn<"ecs:cluster" | "ecs:task-definition">',
      'ecs:RunTask does not act on ecs:cluster',
    ),
    refuses(
      "const either = Math.random() > 0.5 ? 'aws:SourceVpc' : 'aws:TagKeys'; forAnyValue(stringEquals(either, 'x'))",
      'Condition<"StringEquals", "aws:SourceVpc" | "aws:TagKeys">',
      'aws:SourceVpc has a single value, which needs no set operator',
    ),
    fails(
      "allow(ecs.DescribeTaskDefinition, ecs.ListTagsForResource).on('*').when(arnEquals('ecs:cluster', 'x'))",
      'Argument of type \'Condition<"ArnEquals", "ecs:cluster">\' is not assignable to parameter of type \'"ecs:DescribeTaskDefinition has no condition key ecs:cluster" | "ecs:ListTagsForResource has no condition key ecs:cluster"\'.',
    ),
  ],

  documents: [
    ...compiles(
      "policy(allow(ecs.RunTask).on(taskDefinition), deny('*').on('*').as('No'))",
      "policy({ Effect: 'Allow', Action: ['x:Y'], Resource: ['*'] })",
      "const text: string = JSON.stringify(policy(allow(ecs.RunTask).on('*'))); void text",
      "const sid: string = 'Web'; allow(ecs.RunTask).on('*').as(sid).as('Web2')",
      "const effect: 'Allow' | 'Deny' = allow(ecs.RunTask).on('*').Effect; void effect",
      "const actions: string[] = allow(ecs.RunTask).on('*').Action; void actions",
      "const asJson: Record<string, unknown> = { ...allow(ecs.RunTask).on('*') }; void asJson",
    ),
    fails(
      "policy({ Effect: 'allow', Action: ['x:Y'], Resource: ['*'] })",
      'Type \'"allow"\' is not assignable to type \'"Allow" | "Deny"\'. Did you mean \'"Allow"\'?',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').as('web access')",
      '"web access"',
      'a Sid has only letters and digits',
    ),
    refuses(
      "allow(ecs.RunTask).on('*').as('web-access')",
      '"web-access"',
      'a Sid has only letters and digits',
    ),
    fails(
      'policy(allow(ecs.RunTask))',
      "Argument of type 'Grant<\"ecs:RunTask\">' is not assignable to parameter of type 'PolicyStatement'.",
    ),
  ],
};
