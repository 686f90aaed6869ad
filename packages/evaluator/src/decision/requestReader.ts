import type { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import type { ActionEntry } from '../index/actionIndex.ts';
import { readCaller, roleArnOf, type Caller } from '../principal/caller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { Request } from '../request/request.ts';
import { RCP_SERVICES } from '../service-rules/rcpServices.ts';
import { LAYER_BIT } from '../statement/layer.ts';
import { ownsResource, sharesPartition } from './resourceOwner.ts';

/** Layers that hold the policies of an IAM principal; other callers have none (rules S162 and S164). */
const PRINCIPAL_LAYERS = LAYER_BIT.identity | LAYER_BIT.boundary | LAYER_BIT.session;
/** How many principals are remembered before the memory starts afresh. */
const MEMO_LIMIT = 1024;

/** Works out of a request what the layers need to know of it. */
export class RequestReader {
  readonly #set: CompiledSet;
  readonly #callers: Map<string, Caller> = new Map();
  readonly #principalArn: number;
  readonly #userId: number;
  readonly #facts: { -readonly [Name in keyof CallerFacts]: CallerFacts[Name] } = {
    caller: readCaller('anonymous'),
    roleArn: undefined,
    userId: undefined,
    hasBoundary: false,
  };

  constructor(set: CompiledSet) {
    this.#set = set;
    this.#principalArn = set.keys.slot('aws:PrincipalArn');
    this.#userId = set.keys.slot('aws:userid');
  }

  /** The caller of a request; the outcome for a principal in text form is remembered. */
  caller({ principal }: Request): Caller {
    if (typeof principal !== 'string') return readCaller(principal);
    const known = this.#callers.get(principal);
    if (known !== undefined) return known;
    if (this.#callers.size >= MEMO_LIMIT) this.#callers.clear();
    const caller = readCaller(principal);
    this.#callers.set(principal, caller);
    return caller;
  }

  /** What principal elements are matched against; the same object each time. */
  facts(caller: Caller, reader: ContextReader): CallerFacts {
    const facts = this.#facts;
    const principalArn = reader.value(this.#principalArn);
    const userId = reader.value(this.#userId);
    facts.caller = caller;
    facts.roleArn = roleArnOf(caller, typeof principalArn === 'string' ? principalArn : undefined);
    facts.userId = typeof userId === 'string' ? userId : undefined;
    facts.hasBoundary =
      this.#set.layersByKind.boundary.length > 0 && caller.account !== '' && caller.kind !== 'root';
    return facts;
  }

  /** Bits of the layers that do not apply to a request (rules S162 to S169). */
  inactiveLayers(caller: Caller, entry: ActionEntry): number {
    const { flags } = this.#set;
    const { rcpServices = RCP_SERVICES } = this.#set.options;
    const isIam = caller.account !== '';
    let inactive = 0;
    if (!isIam) inactive |= PRINCIPAL_LAYERS;
    else if (caller.kind === 'root') inactive |= LAYER_BIT.identity | LAYER_BIT.boundary;
    if (!isIam || flags.serviceLinkedRole === true || flags.principalInManagementAccount === true) {
      inactive |= LAYER_BIT.scp;
    }
    if (
      flags.serviceLinkedRole === true ||
      flags.resourceInManagementAccount === true ||
      entry.escapesRcps ||
      (rcpServices !== 'all' && !rcpServices.has(entry.service))
    ) {
      inactive |= LAYER_BIT.rcp;
    }
    return inactive;
  }

  /** Whether the resource is in the caller's account, by the request or else by its ARN. */
  sameAccount({ resource, resourceAccount }: Request, caller: Caller): boolean {
    return resourceAccount == null ? ownsResource(resource, caller) : resourceAccount === caller.account;
  }

  /** Whether the resource is in the caller's partition (rule S161). */
  samePartition({ resource }: Request, caller: Caller): boolean {
    return sharesPartition(resource, caller);
  }
}
