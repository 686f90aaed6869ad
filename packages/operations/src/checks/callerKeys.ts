import { deriveContext } from '@policywright/evaluator';
import type { RequestContext } from '@policywright/conditions';
import type { OperationCall } from '../model/operationCall.ts';
import type { Relevance } from '../plan/relevance.ts';
import type { SentTagKeys } from './sentTagKeys.ts';

/** Context keys that are known, and those that are known to be absent. */
export interface KnownKeys {
  readonly context: RequestContext;
  readonly absent: readonly string[];
}

/** What decides, besides the keys that requests can have, what follows for a caller. */
export interface AlikeSituation {
  /** The account that owns the resource. */
  readonly owner: string | undefined;
  /** The Region that is asked for; `undefined` where it is not told. */
  readonly region: string | undefined;
  /** Whether the tags of the resource are known. */
  readonly knowsTags: boolean;
  /** The keys of sent tags, where the call is known to send none. */
  readonly unsent: readonly SentTagKeys[];
}

/** Keys, and what they follow from. */
export interface AlikeKeys extends AlikeSituation {
  readonly keys: KnownKeys;
}

/** What is known of a caller, whatever it asks for; and by the keys that requests can have, what follows. */
export interface CallerKeys extends KnownKeys {
  readonly alike: Map<Relevance, AlikeKeys>;
}

/** Keys that a request which no service makes does not have. */
const NOT_DIRECT: readonly string[] = [
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'kms:ViaService',
];

/**
 * What is known of whoever calls.
 *
 * @param call - the call.
 * @param given - the keys that it says itself, in lower case.
 */
export function callerKeys(call: OperationCall, given: ReadonlySet<string>): CallerKeys {
  const { principal, context, absent = NONE } = call;
  if ((context === undefined || given.size === 0) && typeof principal === 'string') {
    const named = keysOfName(principal, call);
    return absent.length === 0 ? named : { ...named, absent: [...NOT_DIRECT, ...absent], alike: new Map() };
  }
  const direct = given.size === 0 ? NOT_DIRECT : NOT_DIRECT.filter((key) => !given.has(key.toLowerCase()));
  return { context: baseContext(call), absent: [...direct, ...absent], alike: new Map() };
}

const NONE: readonly never[] = [];

// The keys of a principal follow from its name alone, and cost more than a check.
const callers = new Map<string, CallerKeys>();
const MOST_CALLERS = 100;

function keysOfName(principal: string, call: OperationCall): CallerKeys {
  let keys = callers.get(principal);
  if (keys === undefined) {
    keys = { context: baseContext(call), absent: NOT_DIRECT, alike: new Map() };
    if (callers.size >= MOST_CALLERS) callers.clear();
    callers.set(principal, keys);
  }
  return keys;
}

/** Whether TLS was used is true of every SDK; the resource is not known yet. */
function baseContext({ principal, operation, context }: OperationCall): RequestContext {
  const request = { principal, action: operation, resource: '*', ...(context && { context }) };
  const { 'aws:ResourceAccount': _, ...rest } = deriveContext(request);
  return rest;
}
