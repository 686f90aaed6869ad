/**
 * How a key tells callers apart, which decides what a value of it must be to hold them to something fixed: an
 * identifier, the ARN of something, an address range, a path of an organization, the unique id of a user or role with
 * a name behind it, free text, or the truth of something.
 */
export type CallerKeyKind = 'id' | 'arn' | 'range' | 'orgPath' | 'userId' | 'text' | 'truth';

/** What is known of a key that tells callers apart, or the networks and the resources that they come from. */
export interface CallerKey {
  readonly kind: CallerKeyKind;
  /** It is on S3's list of keys that make a policy non-public (rule S195). */
  readonly s3: boolean;
}

const ofS3 = (kind: CallerKeyKind): CallerKey => ({ kind, s3: true });
const elsewhere = (kind: CallerKeyKind): CallerKey => ({ kind, s3: false });

const KEYS: ReadonlyMap<string, CallerKey> = new Map([
  ['aws:principalaccount', ofS3('id')],
  ['aws:principalarn', ofS3('arn')],
  ['aws:principalorgid', ofS3('id')],
  ['aws:principalorgpaths', ofS3('orgPath')],
  ['aws:principalservicename', ofS3('id')],
  ['aws:sourceaccount', ofS3('id')],
  ['aws:sourcearn', ofS3('arn')],
  ['aws:sourceip', ofS3('range')],
  ['aws:sourceowner', ofS3('id')],
  ['aws:sourcevpc', ofS3('id')],
  ['aws:sourcevpce', ofS3('id')],
  ['aws:userid', ofS3('userId')],
  ['s3:dataaccesspointaccount', ofS3('id')],
  ['s3:dataaccesspointarn', ofS3('arn')],
  ['aws:ec2instancesourcevpc', elsewhere('id')],
  ['aws:federatedprovider', elsewhere('arn')],
  ['aws:principalisawsservice', elsewhere('truth')],
  ['aws:principalservicenameslist', elsewhere('id')],
  ['aws:sourceorgid', elsewhere('id')],
  ['aws:sourceorgpaths', elsewhere('orgPath')],
  ['aws:sourcevpcarn', elsewhere('arn')],
  ['aws:vpceaccount', elsewhere('id')],
  ['aws:vpceorgid', elsewhere('id')],
  ['aws:vpceorgpaths', elsewhere('orgPath')],
  ['ec2:sourceinstancearn', elsewhere('arn')],
  ['elasticfilesystem:accessedviamounttarget', elsewhere('truth')],
  ['kms:calleraccount', elsewhere('id')],
  ['sns:endpoint', elsewhere('text')],
  ['vpc-lattice-svcs:sourcevpc', elsewhere('id')],
  ['vpc-lattice-svcs:sourcevpcowneraccount', elsewhere('id')],
]);

/**
 * What is known of a key, if it tells callers apart. Keys that callers of any account can meet do not: the service
 * through which a call comes (`kms:ViaService`, `aws:CalledVia`), names and tags that everybody gives to identities
 * of their own (`aws:username`, `aws:PrincipalTag`), addresses that every VPC can have (`aws:VpcSourceIp`), and that
 * a call is signed (`lambda:FunctionUrlAuthType`).
 *
 * @param key - its name in lower case.
 */
export function callerKey(key: string): CallerKey | undefined {
  const known = KEYS.get(key);
  if (known !== undefined) return known;
  // The claims of identity providers that name a subject or an audience.
  return key.endsWith(':sub') || key.endsWith(':aud') ? elsewhere('text') : undefined;
}
