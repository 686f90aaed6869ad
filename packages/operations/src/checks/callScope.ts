import type { RequestKey } from '@policywright/catalog';
import type { OperationCall } from '../model/operationCall.ts';
import type { CheckReason } from '../model/check.ts';
import type { World } from '../model/world.ts';
import { SOME, type RequestScope } from '../arns/scope.ts';
import { hasMember } from '../input/hasMember.ts';
import type { SentTags } from '../input/requestTags.ts';
import type { OperationPlan } from '../plan/operationPlan.ts';
import type { Relevance } from '../plan/relevance.ts';
import { callerKeys, type CallerKeys, type KnownKeys } from './callerKeys.ts';

/** A call with all that its checks are made of. */
export interface CallScope extends RequestScope {
  readonly call: OperationCall;
  readonly plan: OperationPlan;
  /** What every check of the caller knows of it. */
  readonly caller: CallerKeys;
  /** The keys that the call says itself, in lower case. */
  readonly given: ReadonlySet<string>;
  /** Whether the call sends tags with what it makes. */
  readonly sendsTags: boolean;
  /** The tags that it sends, by the type of what they are for, read once. */
  readonly sent: Map<string | undefined, SentTags>;
  /** The keys that were made last for an action on a type: many resources differ by name alone. */
  readonly made: Map<Relevance, MadeKeys>;
  /** What the request says for context keys, read once. */
  readonly said: Map<RequestKey, SaidKey>;
}

/** Keys, and what they were made from. */
export interface MadeKeys {
  readonly start: KnownKeys;
  readonly reason: CheckReason;
  readonly keys: KnownKeys;
}

/** What a request says for a context key. */
export interface SaidKey {
  readonly texts: readonly string[];
  /** `unknown`: it says something that is not all known; `nothing`: it does not say it. */
  readonly state: 'known' | 'unknown' | 'nothing';
}

/** Puts a call together with its plan. */
export function callScope(call: OperationCall, plan: OperationPlan, world: World): CallScope {
  const { account, region = SOME, partition = 'aws', input, context } = call;
  const given =
    context === undefined ? NOTHING : new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const [tagMember] = plan.tagMembers;
  return {
    call,
    plan,
    world,
    input,
    account,
    region,
    partition,
    given,
    named: new Map(),
    made: new Map(),
    said: new Map(),
    sendsTags: tagMember !== undefined && hasMember(input, tagMember),
    sent: new Map(),
    caller: callerKeys(call, given),
  };
}

const NOTHING: ReadonlySet<string> = new Set();
