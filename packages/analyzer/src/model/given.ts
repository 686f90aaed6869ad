import { parseArn } from '@policywright/arn';
import type { KeyTable, RequestContext } from '@policywright/conditions';
import type { ConditionDescription } from '@policywright/conditions/engine';
import type { Principal, Request } from '@policywright/evaluator';
import { readCaller } from '@policywright/evaluator/engine';
import type { ValuesOfKey } from '../cells/cell.ts';
import { isAdmitted, type ExcludedValues } from './excludedValues.ts';
import type { Universe } from '../universe/universe.ts';

/** What is the same in all requests of a question. */
export interface GivenParts {
  /** Who asks. */
  readonly principal: Principal;
  /** The principal stands for anybody in its account, so that it is moved to the partition of the resource. */
  readonly isAnyone: boolean;
  /** The account that owns the resources; `undefined` leaves it to their ARNs. */
  readonly resourceAccount: string | undefined;
  /** Context keys with the values that they have in all requests, but for those that are open. */
  readonly context: RequestContext;
  /** Of a class of callers: what there is beside one of them. */
  readonly callers?: CallersAlike;
}

/** What callers of a class have in common, and where they differ. */
export interface CallersAlike {
  /** Keys of the context, in lower case, that other callers of the class have otherwise. */
  readonly open: ReadonlySet<string>;
  /** The account that ARNs of resources may have; `undefined` for any. */
  readonly owner: string | undefined;
  /** Of the keys that hang on the caller, what is known; `undefined` of all others. */
  readonly factsOf: (key: string) => ValuesOfKey | undefined;
  /** Values of keys that none of them has. */
  readonly excluded: ExcludedValues;
  /** The caller of the class to whom a context belongs, with all its keys; `undefined` where it is the one that stands for them. */
  readonly callerOf: (context: RequestContext) => Pick<Request, 'principal' | 'context'> | undefined;
}

/** What is the same in all requests of a question, over a table of keys. */
export class Given {
  readonly parts: GivenParts;
  readonly #keys: KeyTable;
  readonly #slots: ReadonlySet<number>;

  /**
   * @param parts - what is the same.
   * @param keys - the table of the statements.
   */
  constructor(parts: GivenParts, keys: KeyTable) {
    this.parts = parts;
    this.#keys = keys;
    const open = parts.callers?.open;
    const fixed = Object.keys(parts.context).filter((key) => open?.has(key.toLowerCase()) !== true);
    this.#slots = new Set(fixed.map((key) => keys.slot(key)));
  }

  get context(): RequestContext {
    return this.parts.context;
  }

  /** The partition of the caller, which its resources share (rule S161); `undefined` where that is any. */
  get partition(): string | undefined {
    const { principal, isAnyone } = this.parts;
    const { partition } = readCaller(principal);
    return isAnyone || partition === '' ? undefined : partition;
  }

  /** Whether something of the caller is open, so that a request may be another's than was thought. */
  get isOpen(): boolean {
    return (this.parts.callers?.open.size ?? 0) > 0;
  }

  /** What is known of a key in the requests of an action. */
  factsOf(key: string, action: string, universe: Universe): ValuesOfKey {
    return this.parts.callers?.factsOf(key.toLowerCase()) ?? universe.keyOf(key, action);
  }

  /** The conditions that hold where a value of a key is excluded. */
  excluded(key: string): readonly ConditionDescription[] {
    return this.parts.callers?.excluded.get(key.toLowerCase()) ?? [];
  }

  /** Whether no key of a request has a value that is excluded. */
  admits({ context = {} }: Request): boolean {
    const { callers } = this.parts;
    return callers === undefined || isAdmitted(context, callers.excluded);
  }

  /** Whether the resources are in the caller's account. */
  get sameAccount(): boolean {
    const { principal, resourceAccount } = this.parts;
    return resourceAccount === undefined || readCaller(principal).account === resourceAccount;
  }

  /** Whether a key, given by its slot, is the same in all requests. */
  fixes(slot: number): boolean {
    return this.#slots.has(slot) || this.isAbsent(slot);
  }

  /** Whether no request has a key, given by its slot. */
  isAbsent(slot: number): boolean {
    const { callers } = this.parts;
    if (callers === undefined || this.#slots.has(slot)) return false;
    return callers.factsOf(this.#keys.name(slot).toLowerCase())?.presence === 'never';
  }

  /** The request for an action on a resource. */
  request({ action, resource, context }: Pick<Request, 'action' | 'resource' | 'context'>): Request {
    const { principal, isAnyone, resourceAccount, callers } = this.parts;
    const caller = callers?.callerOf(context ?? {});
    return {
      principal: isAnyone ? inPartitionOf(principal, resource) : principal,
      action,
      resource,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      context,
      ...caller,
    };
  }
}

/** The caller in the partition of a resource: the policies of one are of no use in another (rule S161). */
function inPartitionOf(principal: Principal, resource: string): Principal {
  const partition = parseArn(resource)?.partition;
  if (partition === undefined || typeof principal !== 'string') return principal;
  const [arn, , ...rest] = principal.split(':');
  return [arn, partition, ...rest].join(':');
}
