/** Condition keys that more actions have than the reference lists, by start, in lower case. */
const LOOSE: readonly string[] = ['aws-marketplace:', 'iottwinmaker:linkedservices'];

/** Multivalued keys that AWS's own policies compare without a set operator, since requests have one value of them. */
const ONE_VALUE: ReadonlySet<string> = new Set(['events:detail-type', 'events:source']);

/**
 * Keys that AWS's guides write over all that a service does with a resource, though only some of it has them, by start,
 * in lower case ("Encrypt log data in CloudWatch Logs using AWS Key Management Service", which has `kms:Describe*` so;
 * read 2026-11-29).
 */
const OVER_SETS: readonly string[] = ['kms:encryptioncontext'];

/** Whether a key is usual in conditions on a list of actions of which not all have it. */
export function isOverSets(key: string): boolean {
  return OVER_SETS.some((start) => key.startsWith(start));
}

/** What AWS's managed policies need of requests, and its reference does not list: an action and a key, in lower case. */
const OF_ACTIONS: ReadonlyMap<string, string> = new Map([
  // The tags are those of the cluster whose database the ARN names ("SageMakerStudioProjectUserRolePolicy", 2026-11-29).
  ['redshift:GetClusterCredentialsWithIAM', 'aws:resourcetag/'],
]);

/** Whether AWS's own policies need a key of an action, though its reference does not list it. */
export function isNeededByAws(action: string, key: string): boolean {
  const start = OF_ACTIONS.get(action);
  return start !== undefined && key.startsWith(start);
}

/** Whether the reference does not say reliably which actions have a key. */
export function isLooseKey(key: string): boolean {
  return LOOSE.some((start) => key.startsWith(start));
}

/** Whether requests have one value of a key that the reference calls multivalued. */
export function hasOneValue(key: string): boolean {
  return ONE_VALUE.has(key);
}
