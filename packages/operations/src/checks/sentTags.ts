import { requestTags, type SentTags } from '../input/requestTags.ts';
import type { CallScope } from './callScope.ts';
import type { KeysInMaking } from './keysInMaking.ts';
import { sentTagKeys, type SentTagKeys } from './sentTagKeys.ts';

/** The keys of tags that a call is known to send none of; empty where it sends some, or has no member for them. */
export function unsentTags({ plan, sendsTags }: CallScope): readonly SentTagKeys[] {
  return sendsTags || plan.tagMembers.length === 0 ? NONE : sentTagKeys(plan.operation.service);
}

const NONE: readonly never[] = [];

/** Adds the tags that a call sends for a resource of a type: they are all there are. */
export function addSentTags(scope: CallScope, type: string | undefined, keys: KeysInMaking): void {
  const [member] = scope.plan.tagMembers;
  if (!scope.sendsTags || member === undefined) return;
  const tags = tagsOf(scope, member, type);
  if (tags === undefined) return;
  const sent = Object.keys(tags);
  for (const { prefix, names } of sentTagKeys(scope.plan.operation.service)) {
    for (const key of sent) keys.offer(prefix + key, tags[key] ?? '');
    if (sent.length > 0) keys.offer(names, sent);
    keys.lack(`${prefix}*`);
    keys.lack(names);
  }
}

/** Those of `TagSpecifications` are by the type of what they are for. */
function tagsOf({ input, sent }: CallScope, member: string, type: string | undefined): SentTags | undefined {
  const byType = member === 'TagSpecifications' ? type : undefined;
  const known = sent.get(byType);
  if (known !== undefined) return known;
  const tags = requestTags(input, member, byType);
  if (tags !== undefined) sent.set(byType, tags);
  return tags;
}
