/** The context keys that tags of requests have. */
export interface SentTagKeys {
  readonly prefix: string;
  /** The key with all their names. */
  readonly names: string;
}

const SENT_TAGS: SentTagKeys = { prefix: 'aws:RequestTag/', names: 'aws:TagKeys' };
const SENT_OBJECT_TAGS: SentTagKeys = { prefix: 's3:RequestObjectTag/', names: 's3:RequestObjectTagKeys' };

const OF_MOST: readonly SentTagKeys[] = [SENT_TAGS];
const OF_OBJECTS: readonly SentTagKeys[] = [SENT_TAGS, SENT_OBJECT_TAGS];

/** Whether the entries of a map or the tags of a list stand in keys that begin so, as sent tags do. */
export function isOfSentTags(start: string): boolean {
  return start === SENT_TAGS.prefix || start === SENT_OBJECT_TAGS.prefix;
}

/**
 * The keys of the tags that calls of a service send.
 *
 * @returns the same list for the same service.
 */
export function sentTagKeys(service: string): readonly SentTagKeys[] {
  return service === 's3' ? OF_OBJECTS : OF_MOST;
}
