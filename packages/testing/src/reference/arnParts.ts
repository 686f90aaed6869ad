/** The fields of an ARN (rule S42). */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon. */
  readonly name: string;
}

/** Takes an ARN apart; `undefined` where a text is none. */
export function arnParts(text: string): ArnParts | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || account === undefined || rest.length === 0) return undefined;
  return {
    partition: partition ?? '',
    service: service ?? '',
    region: region ?? '',
    account,
    name: rest.join(':'),
  };
}

/** Whether an ARN is that of a KMS key. */
export function isKmsKey(text: string): boolean {
  return hasName(text, 'kms', 'key/');
}

/** Whether an ARN is that of a role, or of one under a path. */
export function isRole(text: string, path = ''): boolean {
  return hasName(text, 'iam', `role/${path}`);
}

/** Whether an ARN is that of an S3 access point, or of an object behind one. */
export function isAccessPoint(text: string): boolean {
  return arnParts(text)?.name.startsWith('accesspoint/') === true;
}

function hasName(text: string, service: string, start: string): boolean {
  const arn = arnParts(text);
  return arn?.service === service && arn.name.startsWith(start);
}
