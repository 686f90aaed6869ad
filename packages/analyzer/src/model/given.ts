import { parseArn } from '@policywright/arn';
import type { KeyTable, RequestContext } from '@policywright/conditions';
import type { Principal, Request } from '@policywright/evaluator';
import { readCaller } from '@policywright/evaluator/engine';

/** What is the same in all requests of a question. */
export interface GivenParts {
  /** Who asks. */
  readonly principal: Principal;
  /** The principal stands for anybody in its account, so that it is moved to the partition of the resource. */
  readonly isAnyone: boolean;
  /** The account that owns the resources; `undefined` leaves it to their ARNs. */
  readonly resourceAccount: string | undefined;
  /** Context keys with the values that they have in all requests. */
  readonly context: RequestContext;
}

/** What is the same in all requests of a question, over a table of keys. */
export class Given {
  readonly parts: GivenParts;
  readonly #slots: ReadonlySet<number>;

  /**
   * @param parts - what is the same.
   * @param keys - the table of the statements.
   */
  constructor(parts: GivenParts, keys: KeyTable) {
    this.parts = parts;
    this.#slots = new Set(Object.keys(parts.context).map((key) => keys.slot(key)));
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

  /** Whether the resources are in the caller's account. */
  get sameAccount(): boolean {
    const { principal, resourceAccount } = this.parts;
    return resourceAccount === undefined || readCaller(principal).account === resourceAccount;
  }

  /** Whether a key, given by its slot, is the same in all requests. */
  fixes(slot: number): boolean {
    return this.#slots.has(slot);
  }

  /** The request for an action on a resource. */
  request({ action, resource, context }: Pick<Request, 'action' | 'resource' | 'context'>): Request {
    const { principal, isAnyone, resourceAccount } = this.parts;
    return {
      principal: isAnyone ? inPartitionOf(principal, resource) : principal,
      action,
      resource,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      context,
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
