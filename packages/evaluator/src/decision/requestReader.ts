import type { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import { NO_ACTION } from '../statement-index/actionIndex.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { Request } from '../request/request.ts';
import { LAYER_BIT } from '../layers/layer.ts';
import { throughGateway } from '../service-rules/gatewayEndpoints.ts';
import { BEYOND_SERVICE_LINKED_ROLES, isBounded } from './applicability.ts';
import {
  callerSlotsOf,
  isServiceLinked,
  knowCaller,
  readCallerKeys,
  type CallerSlots,
  type KnownCaller,
} from './knownCaller.ts';
import type { Mutable } from './mutable.ts';
import { accessPointResource, mayBeBucket } from './accessPoint.ts';
import type { KnownRequest } from './knownRequest.ts';
import { isInCallersAccount } from './resourceOwner.ts';

/** How many principals are remembered before the memory starts afresh. */
const MEMO_LIMIT = 1024;

/** Works out of requests what the layers need to know, always in the same object, so that nothing is allocated. */
export class RequestReader {
  readonly #set: CompiledSet;
  readonly #callers: Map<string, KnownCaller> = new Map();
  #lastPrincipal: string = 'anonymous';
  #lastKnown: KnownCaller;
  readonly #slots: CallerSlots;
  readonly #accessPointArn: number;
  readonly #facts: Mutable<CallerFacts>;
  readonly #known: Mutable<KnownRequest>;

  constructor(set: CompiledSet) {
    this.#set = set;
    this.#slots = callerSlotsOf(set.keys);
    this.#accessPointArn = set.keys.slot('s3:DataAccessPointArn');
    this.#lastKnown = knowCaller('anonymous', set.flags);
    const { caller } = this.#lastKnown;
    this.#facts = {
      caller,
      roleArn: undefined,
      userId: undefined,
      hasBoundary: false,
      throughGateway: false,
      unknown: undefined,
    };
    const request: Request = { principal: 'anonymous', action: '', resource: '' };
    this.#known = {
      request,
      resource: '',
      principalResource: undefined,
      caller,
      serviceLinked: false,
      facts: undefined,
      entry: NO_ACTION,
      inactive: 0,
    };
  }

  /**
   * Reads a request whose context the reader has loaded. What is returned holds until the next call.
   *
   * @param request - the request.
   * @param reader - its context.
   */
  read(request: Request, reader: ContextReader): KnownRequest {
    const known = this.#known;
    const knownCaller = this.#callerOf(request);
    const { caller } = knownCaller;
    const entry = this.#set.index.lookup(request.action);
    known.request = request;
    known.resource = typeof request.resource === 'string' ? request.resource : '';
    known.caller = caller;
    known.entry = entry;
    known.principalResource = mayBeBucket(known.resource)
      ? accessPointResource(known.resource, reader.value(this.#accessPointArn))
      : undefined;
    known.serviceLinked =
      knownCaller.mayBeServiceLinked &&
      isServiceLinked(knownCaller, this.#set.flags, reader.value(this.#slots.principalArn));
    known.inactive = this.#inactive(known, knownCaller.inactive);
    known.facts = this.#set.namesPrincipals ? this.#factsOf(known, reader) : undefined;
    return known;
  }

  #inactive({ entry, caller, resource, request, serviceLinked }: KnownRequest, ofCaller: number): number {
    let inactive = entry.rcpsReach ? ofCaller : ofCaller | LAYER_BIT.rcp;
    if (serviceLinked) inactive |= BEYOND_SERVICE_LINKED_ROLES;
    if (entry.lifts.length === 0) return inactive;
    const sameAccount = isInCallersAccount(resource, request.resourceAccount, caller);
    for (const rule of entry.lifts) {
      inactive |= rule.lifts?.({ caller, resource, sameAccount, serviceLinked }, this.#set.flags) ?? 0;
    }
    return inactive;
  }

  #callerOf({ principal }: Request): KnownCaller {
    // A principal that is an object may have changed since it was last seen.
    if (typeof principal !== 'string') return knowCaller(principal, this.#set.flags);
    if (principal === this.#lastPrincipal) return this.#lastKnown;
    let knownCaller = this.#callers.get(principal);
    if (knownCaller === undefined) {
      knownCaller = knowCaller(principal, this.#set.flags);
      if (this.#callers.size >= MEMO_LIMIT) this.#callers.clear();
      this.#callers.set(principal, knownCaller);
    }
    this.#lastPrincipal = principal;
    return (this.#lastKnown = knownCaller);
  }

  #factsOf({ caller, entry }: KnownRequest, reader: ContextReader): CallerFacts {
    const facts = this.#facts;
    facts.caller = caller;
    readCallerKeys(facts, reader, this.#slots);
    facts.hasBoundary = this.#set.boundaryLayer >= 0 && isBounded(caller, this.#set.flags);
    facts.throughGateway = throughGateway(entry.service, this.#set.flags);
    return facts;
  }
}
