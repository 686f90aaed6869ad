import { isAccountId, parseArn } from '@policywright/arn';
import type { RequestKey } from '@policywright/catalog';
import { isSaidInPart, readValue } from '../arns/readValue.ts';
import { resourcesOf } from '../arns/resourcesOf.ts';
import { isKnown, type NamedResource } from '../arns/scope.ts';
import { requestTags } from '../input/requestTags.ts';
import { isObject, textOf, valuesAt } from '../input/valuesAt.ts';
import { accessPointOf, type AccessPoint } from '../model/accessPoint.ts';
import type { CheckReason } from '../model/check.ts';
import { accountOf } from '../model/resourcesBehind.ts';
import { tagPrefixesFor } from '../model/resourceTagPrefixes.ts';
import { relevanceOf, type RelevantFact } from '../plan/relevance.ts';
import { alikeKeys } from './alikeKeys.ts';
import type { AlikeSituation, KnownKeys } from './callerKeys.ts';
import type { CallScope, SaidKey } from './callScope.ts';
import { KeysInMaking } from './keysInMaking.ts';
import { isOfSentTags } from './sentTagKeys.ts';
import { addSentTags, unsentTags } from './sentTags.ts';

/** What a context is made for. */
export interface ContextOf {
  readonly action: string;
  readonly reason: CheckReason;
  readonly resource: NamedResource;
}

/** The keys of a check that the caller's own request brings. */
export function checkContext(scope: CallScope, of: ContextOf): KnownKeys {
  const { action, reason, resource } = of;
  const relevance = relevanceOf(action, resource.type);
  const told = toldOf(scope, resource);
  const choice = { relevance, given: scope.given };
  const start = alikeKeys(scope.caller, { ...of, choice }, situationOf(scope, action, told));
  const isPlain = told.accessPoint === undefined && (told.tags === undefined || hasNone(told.tags));
  const made = scope.made.get(relevance);
  if (isPlain && made?.start === start && made.reason === reason) return made.keys;
  const keys = addSaid(scope, of, addResource(told, of, new KeysInMaking(start, choice)));
  if (isPlain) scope.made.set(relevance, { start, reason, keys });
  return keys;
}

function situationOf(scope: CallScope, action: string, { owner, tags }: ToldOfResource): AlikeSituation {
  return {
    owner,
    region: regionOf(action, scope),
    knowsTags: tags !== undefined,
    unsent: unsentTags(scope),
  };
}

function hasNone(tags: Readonly<Record<string, string>>): boolean {
  for (const name in tags) if (Object.hasOwn(tags, name)) return false;
  return true;
}

/** Adds what the request says. */
function addSaid(scope: CallScope, { reason, resource }: ContextOf, keys: KeysInMaking): KnownKeys {
  const { operation, members } = scope.plan;
  if (reason === 'tagging') keys.offer(`${operation.service}:CreateAction`, operation.name);
  addSentTags(scope, resource.type, keys);
  if (members === undefined) return keys.finish();
  for (const fact of keys.choice.relevance.factsAmong(members.keys)) addKey(scope, fact, keys);
  return keys.finish();
}

/** What name and world tell of a resource. */
interface ToldOfResource {
  /** The account that owns it. */
  readonly owner: string | undefined;
  readonly accessPoint: AccessPoint | undefined;
  /** Empty for what is yet to be made; `undefined` where nobody tells. */
  readonly tags: Readonly<Record<string, string>> | undefined;
}

function toldOf({ world }: CallScope, { arn, pattern }: NamedResource): ToldOfResource {
  const account = parseArn(arn ?? pattern)?.account ?? '';
  const owner = isAccountId(account) ? account : accountOf(arn ?? '', world);
  if (arn === undefined) return { owner, accessPoint: undefined, tags: undefined };
  return { owner, accessPoint: accessPointOf(arn), tags: arn.endsWith('*') ? {} : world.tagsOf?.(arn) };
}

/** Of services without Regions the guide knows one alone, which the ARN does not tell. */
function regionOf(action: string, { plan, region }: CallScope): string | undefined {
  const { service } = plan.operation;
  const isOwn = action.startsWith(service) && action.charCodeAt(service.length) === COLON;
  return isOwn && service !== 'iam' && isKnown(region) ? region : undefined;
}

const COLON = 58;

function addResource(
  { accessPoint, tags }: ToldOfResource,
  { action, resource }: ContextOf,
  keys: KeysInMaking,
): KeysInMaking {
  if (accessPoint !== undefined) {
    keys.offer('s3:DataAccessPointArn', accessPoint.arn);
    keys.offer('s3:DataAccessPointAccount', parseArn(accessPoint.arn)?.account ?? '');
  }
  if (tags === undefined || hasNone(tags)) return keys;
  for (const prefix of tagPrefixesFor(action, resource.type)) {
    for (const [key, value] of Object.entries(tags)) keys.offer(prefix + key, value);
  }
  return keys;
}

function addKey(scope: CallScope, { fact, name, key: found }: RelevantFact, keys: KeysInMaking): void {
  const { key, absentOtherwise } = fact;
  if (key.endsWith('*')) {
    addEntries(scope, fact, keys);
    return;
  }
  if (found === undefined || scope.given.has(name)) return;
  const { texts, state } = saidOf(scope, fact);
  const [first] = texts;
  if (state === 'nothing' && absentOtherwise) keys.lack(key);
  if (state !== 'known' || first === undefined) return;
  if (found.multivalued) keys.set(key, texts);
  else if (texts.length === 1 || texts.every((text) => text === first)) keys.set(key, first);
}

function saidOf(scope: CallScope, fact: RequestKey): SaidKey {
  let said = scope.said.get(fact);
  if (said === undefined) {
    said = readSaid(scope, fact);
    scope.said.set(fact, said);
  }
  return said;
}

function readSaid(scope: CallScope, { value }: RequestKey): SaidKey {
  if (value.kind === 'arn') {
    if (value.of.values.every((one) => readValue(one, scope).length === 0)) return NOT_SAID;
    const texts = resourcesOf(value.of, scope).flatMap(({ arn }) => arn ?? []);
    return { texts, state: texts.length === resourcesOf(value.of, scope).length ? 'known' : 'unknown' };
  }
  const texts = readValue(value.of, scope);
  if (texts.length === 0) return NOT_SAID;
  const isWhole = texts.every((text) => isKnown(text)) && !isSaidInPart(value.of, scope);
  return { texts, state: isWhole ? 'known' : 'unknown' };
}

const NOT_SAID: SaidKey = { texts: [], state: 'nothing' };

/** A key for each entry of a map, or for each tag of a list. */
function addEntries(scope: CallScope, { key, value }: RequestKey, keys: KeysInMaking): void {
  if (value.kind !== 'text') return;
  const start = key.slice(0, -1);
  const [part] = value.of.choices[0] ?? [];
  if (part?.kind !== 'member') return;
  if (isOfSentTags(start)) {
    const tags = requestTags(scope.input, part.path);
    if (tags === undefined) return;
    for (const [name, text] of Object.entries(tags)) keys.offer(start + name, text);
  } else {
    for (const map of valuesAt(scope.input, part.path)) {
      if (!isObject(map)) return;
      for (const [name, entry] of Object.entries(map)) keys.offer(start + name, textOf(entry) ?? '');
    }
  }
  keys.lack(key);
}
