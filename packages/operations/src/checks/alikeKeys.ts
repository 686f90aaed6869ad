import type { NamedResource } from '../arns/scope.ts';
import { tagPrefixesFor } from '../model/resourceTagPrefixes.ts';
import type { AlikeSituation, CallerKeys, KnownKeys } from './callerKeys.ts';
import { KeysInMaking, type KeyChoice } from './keysInMaking.ts';

/** What keys are for. */
interface AlikeFor {
  readonly action: string;
  readonly resource: Pick<NamedResource, 'type'>;
  readonly choice: KeyChoice;
}

/**
 * The keys that all checks of a caller have for an action on resources of a type, as long as owner, Region and what is known of
 * tags are the same; remembered for the last of these, so frozen.
 */
export function alikeKeys(caller: CallerKeys, of: AlikeFor, situation: AlikeSituation): KnownKeys {
  const { relevance } = of.choice;
  const { alike } = caller;
  const known = alike.get(relevance);
  if (known !== undefined && isSame(known, situation)) return known.keys;
  const keys = makeAlike(caller, of, situation);
  if (alike.size >= MOST_ALIKE) alike.clear();
  alike.set(relevance, { ...situation, keys });
  return keys;
}

/** The most actions on types that are remembered for one caller. */
const MOST_ALIKE = 200;

function isSame(one: AlikeSituation, other: AlikeSituation): boolean {
  return (
    one.owner === other.owner &&
    one.region === other.region &&
    one.knowsTags === other.knowsTags &&
    one.unsent === other.unsent
  );
}

function makeAlike(
  caller: CallerKeys,
  { action, resource, choice }: AlikeFor,
  { owner, region, knowsTags, unsent }: AlikeSituation,
): KnownKeys {
  const keys = new KeysInMaking(caller, choice);
  if (owner !== undefined) keys.offer('aws:ResourceAccount', owner);
  if (region !== undefined) keys.offer('aws:RequestedRegion', region);
  if (knowsTags) for (const prefix of tagPrefixesFor(action, resource.type)) keys.lack(`${prefix}*`);
  for (const { prefix, names } of unsent) {
    keys.lack(`${prefix}*`);
    keys.lack(names);
  }
  const { context, absent } = keys.finish();
  return { context: Object.freeze({ ...context }), absent: Object.freeze([...absent]) };
}
