import { isAccountId, parseArn } from '@policywright/arn';
import type { RequestKey } from '@policywright/catalog';
import type { ContextValue } from '@policywright/conditions';
import { isSaidInPart, readValue } from '../arns/readValue.ts';
import { resourcesOf } from '../arns/resourcesOf.ts';
import { isKnown, type NamedResource } from '../arns/scope.ts';
import { hasMember } from '../input/hasMember.ts';
import { requestTags, type SentTags } from '../input/requestTags.ts';
import { isObject, textOf, valuesAt } from '../input/valuesAt.ts';
import { accessPointOf, type AccessPoint } from '../model/accessPoint.ts';
import type { CheckReason } from '../model/check.ts';
import { accountOf } from '../model/resourcesBehind.ts';
import { relevanceOf, type Relevance, type RelevantFact } from '../plan/relevance.ts';
import type { CallScope, KnownKeys, SaidKey } from './callScope.ts';
import { resourceTagPrefixes } from './resourceTagPrefixes.ts';

/** What a context is made for. */
export interface ContextOf {
  readonly action: string;
  readonly reason: CheckReason;
  readonly resource: NamedResource;
}

/** The keys of a check that the caller's own request brings. */
export function checkContext(scope: CallScope, of: ContextOf): KnownKeys {
  const told = toldOf(scope, of.resource);
  const isAlike = told.accessPoint === undefined && (told.tags === undefined || hasNone(told.tags));
  if (!isAlike) return makeContext(scope, of, told);
  const { action, reason, resource } = of;
  const name = `${action} ${reason} ${resource.type} ${told.owner} ${told.tags !== undefined}`;
  let keys = scope.made.get(name);
  if (keys === undefined) scope.made.set(name, (keys = makeContext(scope, of, told)));
  return keys;
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

function hasNone(tags: Readonly<Record<string, string>>): boolean {
  return Object.keys(tags).length === 0;
}

function makeContext(scope: CallScope, of: ContextOf, told: ToldOfResource): KnownKeys {
  const context: Record<string, ContextValue> = { ...scope.base };
  const absent: string[] = [...scope.absent];
  const relevance = relevanceOf(of.action, of.resource.type);
  const keys: Keys = { context, absent, given: scope.given, relevance };
  addResource(scope, { ...told, action: of.action, type: of.resource.type }, keys);
  addTags(scope, of, keys);
  for (const fact of relevance.factsAmong(scope.plan.members?.keys ?? NO_KEYS)) addKey(scope, fact, keys);
  return { context, absent };
}

interface Keys {
  readonly context: Record<string, ContextValue>;
  readonly absent: string[];
  readonly given: ReadonlySet<string>;
  readonly relevance: Relevance;
}

/** Adds a key where requests can have it, and the call did not say it itself. */
function offer({ context, given, relevance }: Keys, key: string, value: ContextValue): void {
  if (!relevance.has(key)) return;
  if (given.size === 0 || !given.has(key.toLowerCase())) context[key] = value;
}

interface ActionOnType {
  readonly action: string;
  readonly type: string | undefined;
}

function addResource(
  scope: CallScope,
  { owner, accessPoint, tags, action, type }: ToldOfResource & ActionOnType,
  keys: Keys,
): void {
  if (owner !== undefined) offer(keys, 'aws:ResourceAccount', owner);
  // Of services without Regions the guide knows one alone, which the ARN does not tell.
  const service = action.slice(0, action.indexOf(':'));
  if (service === scope.plan.operation.service && service !== 'iam' && isKnown(scope.region))
    offer(keys, 'aws:RequestedRegion', scope.region);
  if (accessPoint !== undefined) {
    offer(keys, 's3:DataAccessPointArn', accessPoint.arn);
    offer(keys, 's3:DataAccessPointAccount', parseArn(accessPoint.arn)?.account ?? '');
  }
  if (tags === undefined) return;
  for (const prefix of resourceTagPrefixes(action, type)) {
    for (const [key, value] of Object.entries(tags)) offer(keys, prefix + key, value);
    keys.absent.push(`${prefix}*`);
  }
}

function addTags(scope: CallScope, { reason, resource }: ContextOf, keys: Keys): void {
  const { plan, input } = scope;
  const [member] = plan.tagMembers;
  if (reason === 'tagging') {
    const prefix = plan.operation.service;
    offer(keys, `${prefix}:CreateAction`, plan.operation.name);
  }
  if (member === undefined) return;
  const byType = member === 'TagSpecifications' ? resource.type : undefined;
  const tags = hasMember(input, member) ? requestTags(input, member, byType) : {};
  if (tags === undefined) return;
  addSent(tags, SENT_TAGS, keys);
  if (plan.operation.service === 's3') addSent(tags, SENT_OBJECT_TAGS, keys);
}

/** The keys that tags of requests have. */
interface SentTagKeys {
  readonly prefix: string;
  /** The key with all their names. */
  readonly names: string;
}

const SENT_TAGS: SentTagKeys = { prefix: 'aws:RequestTag/', names: 'aws:TagKeys' };
const SENT_OBJECT_TAGS: SentTagKeys = { prefix: 's3:RequestObjectTag/', names: 's3:RequestObjectTagKeys' };

/** The tags that are sent are all there are. */
function addSent(tags: SentTags, { prefix, names }: SentTagKeys, keys: Keys): void {
  const sent = Object.keys(tags);
  for (const [key, value] of Object.entries(tags)) offer(keys, prefix + key, value);
  if (sent.length > 0) offer(keys, names, sent);
  keys.absent.push(`${prefix}*`, names);
}

const NO_KEYS: readonly RequestKey[] = [];

function addKey(scope: CallScope, { fact, name, key: found }: RelevantFact, keys: Keys): void {
  const { key, absentOtherwise } = fact;
  if (key.endsWith('*')) {
    addEntries(scope, fact, keys);
    return;
  }
  if (found === undefined || keys.given.has(name)) return;
  const { texts, state } = saidOf(scope, fact);
  const [first] = texts;
  if (state === 'nothing' && absentOtherwise) keys.absent.push(key);
  if (state !== 'known' || first === undefined) return;
  if (found.multivalued) keys.context[key] = texts;
  else if (texts.every((text) => text === first)) keys.context[key] = first;
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
function addEntries(scope: CallScope, { key, value }: RequestKey, keys: Keys): void {
  if (value.kind !== 'text') return;
  const start = key.slice(0, -1);
  const [part] = value.of.choices[0] ?? [];
  if (part?.kind !== 'member') return;
  if (start === SENT_TAGS.prefix || start === SENT_OBJECT_TAGS.prefix) {
    const tags = requestTags(scope.input, part.path);
    if (tags === undefined) return;
    for (const [name, text] of Object.entries(tags)) offer(keys, start + name, text);
  } else {
    for (const map of valuesAt(scope.input, part.path)) {
      if (!isObject(map)) return;
      for (const [name, entry] of Object.entries(map)) offer(keys, start + name, textOf(entry) ?? '');
    }
  }
  keys.absent.push(key);
}
