import type { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import { NO_ACTION } from '../index/actionIndex.ts';
import { readCaller, roleArnOf, type Caller } from '../principal/caller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { Principal, Request } from '../request/request.ts';
import { LAYER_BIT } from '../statement/layer.ts';
import { inactiveLayers, isBounded } from './applicability.ts';
import type { Mutable } from './mutable.ts';
import type { Question } from './question.ts';

/** How many principals are remembered before the memory starts afresh. */
const MEMO_LIMIT = 1024;

/** A caller, and what follows from it for all its requests. */
interface KnownCaller {
  readonly caller: Caller;
  /** Bits of `LAYER_BIT`: the layers that do not bear on it. */
  readonly inactive: number;
}

/** Works out of requests what the layers need to know, always in the same object, so that nothing is allocated. */
export class RequestReader {
  readonly #set: CompiledSet;
  readonly #callers: Map<string, KnownCaller> = new Map();
  #lastPrincipal: string = 'anonymous';
  #lastKnown: KnownCaller;
  readonly #principalArn: number;
  readonly #userId: number;
  readonly #facts: Mutable<CallerFacts>;
  readonly #question: Mutable<Question>;

  constructor(set: CompiledSet) {
    this.#set = set;
    this.#principalArn = set.keys.slot('aws:PrincipalArn');
    this.#userId = set.keys.slot('aws:userid');
    this.#lastKnown = this.#know('anonymous');
    const { caller } = this.#lastKnown;
    this.#facts = { caller, roleArn: undefined, userId: undefined, hasBoundary: false };
    const request: Request = { principal: 'anonymous', action: '', resource: '' };
    this.#question = {
      request,
      resource: '',
      caller,
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
    const { caller, inactive } = this.#callerOf(request);
    const entry = this.#set.index.lookup(request.action);
    question.request = request;
    question.resource = typeof request.resource === 'string' ? request.resource : '';
    question.caller = caller;
    question.entry = entry;
    question.inactive = entry.rcpsReach ? inactive : inactive | LAYER_BIT.rcp;
    question.facts = this.#set.namesPrincipals ? this.#factsOf(caller, reader) : undefined;
    return question;
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
    return { caller, inactive: inactiveLayers(caller, this.#set.flags) };
  }

  #factsOf(caller: Caller, reader: ContextReader): CallerFacts {
    const facts = this.#facts;
    const principalArn = reader.value(this.#principalArn);
    const userId = reader.value(this.#userId);
    facts.caller = caller;
    facts.roleArn = roleArnOf(caller, typeof principalArn === 'string' ? principalArn : undefined);
    facts.userId = typeof userId === 'string' ? userId : undefined;
    facts.hasBoundary = isBounded(caller, this.#set.boundaryLayer >= 0);
    return facts;
  }
}
