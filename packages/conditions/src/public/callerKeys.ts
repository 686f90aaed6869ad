/**
 * How a key tells callers apart, which decides what a value of it must be to hold them to something fixed: an
 * identifier, the ARN of something, an address range, free text, or the way of signing in.
 */
export type CallerKeyKind = 'id' | 'arn' | 'range' | 'text' | 'signed';

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
  ['aws:principalorgpaths', ofS3('text')],
  ['aws:principalservicename', ofS3('id')],
  ['aws:sourceaccount', ofS3('id')],
  ['aws:sourcearn', ofS3('arn')],
  ['aws:sourceip', ofS3('range')],
  ['aws:sourceowner', ofS3('id')],
  ['aws:sourcevpc', ofS3('id')],
  ['aws:sourcevpce', ofS3('id')],
  ['aws:userid', ofS3('text')],
  ['s3:dataaccesspointaccount', ofS3('id')],
  ['s3:dataaccesspointarn', ofS3('arn')],
  ['aws:calledvia', elsewhere('id')],
  ['aws:calledviafirst', elsewhere('id')],
  ['aws:calledvialast', elsewhere('id')],
  ['aws:ec2instancesourcevpc', elsewhere('id')],
  ['aws:federatedprovider', elsewhere('arn')],
  ['aws:principalisawsservice', elsewhere('id')],
  ['aws:principalservicenameslist', elsewhere('id')],
  ['aws:sourceorgid', elsewhere('id')],
  ['aws:sourceorgpaths', elsewhere('text')],
  ['aws:sourcevpcarn', elsewhere('arn')],
  ['aws:username', elsewhere('text')],
  ['aws:vpceaccount', elsewhere('id')],
  ['aws:vpceorgid', elsewhere('id')],
  ['aws:vpceorgpaths', elsewhere('text')],
  ['aws:vpcsourceip', elsewhere('range')],
  ['ec2:sourceinstancearn', elsewhere('arn')],
  ['elasticfilesystem:accessedviamounttarget', elsewhere('id')],
  ['kms:calleraccount', elsewhere('id')],
  ['lambda:functionurlauthtype', elsewhere('signed')],
  ['sns:endpoint', elsewhere('text')],
]);

/**
 * What is known of a key, if it tells callers apart. A key that says through which service a call comes
 * (`kms:ViaService`) does not: whoever may use that service meets it.
 *
 * @param key - its name in lower case.
 */
export function callerKey(key: string): CallerKey | undefined {
  const known = KEYS.get(key);
  if (known !== undefined) return known;
  // Tags of principals, and the claims of identity providers that name a subject or an audience.
  const isText = key.startsWith('aws:principaltag/') || key.endsWith(':sub') || key.endsWith(':aud');
  return isText ? elsewhere('text') : undefined;
}
