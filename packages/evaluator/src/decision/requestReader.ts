import type { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import { NO_ACTION } from '../index/actionIndex.ts';
import { readCaller, roleArnOf, type Caller } from '../principal/caller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { Request } from '../request/request.ts';
import { LAYER_BIT } from '../statement/layer.ts';
import { inactiveLayers, isBounded } from './applicability.ts';
import type { Mutable } from './mutable.ts';
import type { Question } from './question.ts';

/** How many principals are remembered before the memory starts afresh. */
const MEMO_LIMIT = 1024;

/** Works out of requests what the layers need to know, always in the same object, so that nothing is allocated. */
export class RequestReader {
  readonly #set: CompiledSet;
  readonly #callers: Map<string, Caller> = new Map();
  readonly #principalArn: number;
  readonly #userId: number;
  readonly #facts: Mutable<CallerFacts>;
  readonly #question: Mutable<Question>;

  constructor(set: CompiledSet) {
    this.#set = set;
    this.#principalArn = set.keys.slot('aws:PrincipalArn');
    this.#userId = set.keys.slot('aws:userid');
    const caller = readCaller('anonymous');
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
    const caller = this.#callerOf(request);
    const entry = this.#set.index.lookup(request.action);
    question.request = request;
    question.resource = typeof request.resource === 'string' ? request.resource : '';
    question.caller = caller;
    question.entry = entry;
    question.inactive = inactiveLayers(caller, this.#set.flags) | (entry.rcpsReach ? 0 : LAYER_BIT.rcp);
    question.facts = this.#set.namesPrincipals ? this.#factsOf(caller, reader) : undefined;
    return question;
  }

  #callerOf({ principal }: Request): Caller {
    if (typeof principal !== 'string') return readCaller(principal);
    const known = this.#callers.get(principal);
    if (known !== undefined) return known;
    if (this.#callers.size >= MEMO_LIMIT) this.#callers.clear();
    const caller = readCaller(principal);
    this.#callers.set(principal, caller);
    return caller;
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
