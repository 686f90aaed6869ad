import { UNKNOWN, type ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import { NO_ACTION } from '../index/actionIndex.ts';
import {
  isServiceLinkedRole,
  mayBeServiceLinked,
  readCaller,
  roleArnOf,
  type Caller,
} from '../principal/caller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { Principal, Request } from '../request/request.ts';
import { LAYER_BIT } from '../statement/layer.ts';
import { throughGateway } from '../service-rules/gatewayEndpoints.ts';
import { BEYOND_SERVICE_LINKED_ROLES, inactiveLayers, isBounded } from './applicability.ts';
import type { Mutable } from './mutable.ts';
import { accessPointResource, mayBeBucket } from './accessPoint.ts';
import type { Question } from './question.ts';
import { isInCallersAccount } from './resourceOwner.ts';

/** How many principals are remembered before the memory starts afresh. */
const MEMO_LIMIT = 1024;

/** A caller, and what follows from it for all its requests. */
interface KnownCaller {
  readonly caller: Caller;
  /** Bits of `LAYER_BIT`: the layers that do not bear on it. */
  readonly inactive: number;
  readonly mayBeServiceLinked: boolean;
}

/** Works out of requests what the layers need to know, always in the same object, so that nothing is allocated. */
export class RequestReader {
  readonly #set: CompiledSet;
  readonly #callers: Map<string, KnownCaller> = new Map();
  #lastPrincipal: string = 'anonymous';
  #lastKnown: KnownCaller;
  readonly #principalArn: number;
  readonly #userId: number;
  readonly #accessPointArn: number;
  readonly #facts: Mutable<CallerFacts>;
  readonly #question: Mutable<Question>;

  constructor(set: CompiledSet) {
    this.#set = set;
    this.#principalArn = set.keys.slot('aws:PrincipalArn');
    this.#userId = set.keys.slot('aws:userid');
    this.#accessPointArn = set.keys.slot('s3:DataAccessPointArn');
    this.#lastKnown = this.#know('anonymous');
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
    this.#question = {
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
  read(request: Request, reader: ContextReader): Question {
    const question = this.#question;
    const known = this.#callerOf(request);
    const { caller } = known;
    const entry = this.#set.index.lookup(request.action);
    question.request = request;
    question.resource = typeof request.resource === 'string' ? request.resource : '';
    question.caller = caller;
    question.entry = entry;
    question.principalResource = mayBeBucket(question.resource)
      ? accessPointResource(question.resource, reader.value(this.#accessPointArn))
      : undefined;
    question.serviceLinked = known.mayBeServiceLinked && this.#isServiceLinked(caller, reader);
    question.inactive = this.#inactive(question, known.inactive);
    question.facts = this.#set.namesPrincipals ? this.#factsOf(question, reader) : undefined;
    return question;
  }

  /** That a role is service-linked only the path of its ARN says, which sessions have in `aws:PrincipalArn`. */
  #isServiceLinked(caller: Caller, reader: ContextReader): boolean {
    if (this.#set.flags.serviceLinkedRole === true) return true;
    const principalArn = reader.value(this.#principalArn);
    return isServiceLinkedRole(
      roleArnOf(caller, typeof principalArn === 'string' ? principalArn : undefined),
    );
  }

  #inactive({ entry, caller, resource, request, serviceLinked }: Question, ofCaller: number): number {
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
    if (typeof principal !== 'string') return this.#know(principal);
    if (principal === this.#lastPrincipal) return this.#lastKnown;
    let known = this.#callers.get(principal);
    if (known === undefined) {
      known = this.#know(principal);
      if (this.#callers.size >= MEMO_LIMIT) this.#callers.clear();
      this.#callers.set(principal, known);
    }
    this.#lastPrincipal = principal;
    return (this.#lastKnown = known);
  }

  #know(principal: Principal): KnownCaller {
    const caller = readCaller(principal);
    const { flags } = this.#set;
    return {
      caller,
      inactive: inactiveLayers(caller, flags),
      mayBeServiceLinked: flags.serviceLinkedRole === true || mayBeServiceLinked(caller),
    };
  }

  #factsOf({ caller, entry }: Question, reader: ContextReader): CallerFacts {
    const facts = this.#facts;
    const principalArn = reader.value(this.#principalArn);
    const userId = reader.value(this.#userId);
    facts.caller = caller;
    facts.roleArn = roleArnOf(caller, typeof principalArn === 'string' ? principalArn : undefined);
    facts.userId = typeof userId === 'string' ? userId : undefined;
    facts.hasBoundary = this.#set.boundaryLayer >= 0 && isBounded(caller, this.#set.flags);
    facts.unknown =
      principalArn === UNKNOWN || userId === UNKNOWN
        ? { principalArn: principalArn === UNKNOWN, userId: userId === UNKNOWN }
        : undefined;
    facts.throughGateway = throughGateway(entry.service, this.#set.flags);
    return facts;
  }
}
