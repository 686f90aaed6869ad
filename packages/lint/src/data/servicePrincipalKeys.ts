/** Condition keys whose values are service principals, in lower case. */
const PLAIN = `
aws:calledvia aws:calledviaawsmcp aws:calledviafirst aws:calledvialast aws:principalservicename
aws:principalservicenameslist codeconnections:passedtoservice codestar-connections:passedtoservice
config:configurationrecorderserviceprincipal ec2:authorizedservice glue:credentialissuingservice
glue:roleassumedby iam:awsservicename iam:passedtoservice iam:servicespecificcredentialservicename
kms:granteeserviceprincipal kms:retiringserviceprincipal organizations:serviceprincipal sts:awsservicename
`;

let known: ReadonlyMap<string, 'plain' | 'regional'> | undefined;

/**
 * What the values of condition keys look like that are service principals, by key in lower case.
 *
 * Source: "AWS global condition context keys", the pages of the services in the Service Authorization Reference, and
 * "kms:ViaService" of the guide of KMS, whose values have a Region; read 2026-11-29.
 */
export function servicePrincipalKeys(): ReadonlyMap<string, 'plain' | 'regional'> {
  return (known ??= new Map([
    ...PLAIN.trim()
      .split(/\s+/)
      .map((key) => [key, 'plain'] as const),
    ['kms:viaservice', 'regional'],
  ]));
}
