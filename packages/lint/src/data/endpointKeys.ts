/** The services whose requests through a VPC endpoint have all of the keys below. */
const ALL = `
  acm-pca applicationinsights apprunner athena cloudformation comprehendmedical compute-optimizer datasync
  discovery ebs ecr ecs firehose healthlake iam iotfleetwise iotwireless kinesisanalytics kms lambda
  medical-imaging omics payment-cryptography polly rbin rekognition route53 s3 scheduler servicediscovery
  servicequotas ssm-contacts storagegateway textract transcribe transfer
`;

// One key a line, in lower case, with the further services that set it.
const FURTHER = `
aws:sourcevpcarn
aws:vpceaccount dynamodb gamelift shield
aws:vpceorgid b2bi cassandra cloudhsmv2 cognito-identity dms ds-data dynamodb gamelift identitystore iottwinmaker kinesis network-firewall pricing qbusiness ses shield sms-voice sqs workmail
aws:vpceorgpaths dynamodb gamelift secretsmanager shield sts
`;

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/**
 * Condition keys about VPC endpoints that only some services set, in lower case, with the prefixes of these.
 *
 * Source: "AWS global condition context keys"; read 2026-11-29. `iam:PassRole` sets none of them.
 */
export function endpointKeys(): ReadonlyMap<string, ReadonlySet<string>> {
  return (known ??= new Map(
    FURTHER.trim()
      .split('\n')
      .map((line) => {
        const [key = '', ...further] = line.split(' ');
        return [key, new Set([...ALL.trim().split(/\s+/), ...further])];
      }),
  ));
}
