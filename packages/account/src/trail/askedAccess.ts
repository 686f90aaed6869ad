import type { RequestContext } from '@policywright/conditions';
import { deriveContext } from '@policywright/evaluator';
import { listChecks, type OperationCall, type RequiredCheck, type World } from '@policywright/operations';

/** One authorisation of a call, whoever makes it. */
export interface AskedAccess extends Pick<
  RequiredCheck,
  'action' | 'resource' | 'resourcePattern' | 'resourceType' | 'reason'
> {
  /** The keys that the request itself tells, unless its caller does. */
  readonly offered: RequestContext;
}

/** The most requests that are remembered. */
const MOST = 5000;

/** Works out what calls are authorised for; equal requests of all callers of an account once. */
export class AskedAccesses {
  readonly #world: World;
  readonly #known: Map<string, readonly AskedAccess[]> = new Map();
  /** What follows from the root user of an account, who stands for all its callers. */
  readonly #contexts: Map<string, RequestContext> = new Map();

  /** @param world - what is known of resources. */
  constructor(world: World) {
    this.#world = world;
  }

  /** What a call asks for, in the order of {@link AskedAccesses.checks}. */
  of(call: OperationCall): readonly AskedAccess[] {
    const { operation, input, account, region, partition = 'aws' } = call;
    const key = `${partition} ${account} ${region} ${operation} ${JSON.stringify(input)}`;
    let asked = this.#known.get(key);
    if (asked === undefined) {
      // What is asked for does not depend on who calls, only the context does.
      const principal = `arn:${partition}:iam::${account}:root`;
      const of = this.#contextOf(principal);
      asked = this.checks({ operation, input, account, region, partition, principal }).map(
        ({ action, resource, resourcePattern, resourceType, reason, context }) => {
          const offered = Object.entries(context).filter(([name]) => !(name in of));
          return {
            action,
            resource,
            resourcePattern,
            resourceType,
            reason,
            offered: Object.fromEntries(offered),
          };
        },
      );
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(key, asked);
    }
    return asked;
  }

  #contextOf(principal: string): RequestContext {
    let context = this.#contexts.get(principal);
    if (context === undefined) {
      context = deriveContext({ principal, action: '', resource: '*' });
      this.#contexts.set(principal, context);
    }
    return context;
  }

  /**
   * The same with the context of the caller. The call was made: what AWS may have asked for beside was given, and is told of in
   * `unused`.
   */
  checks(call: OperationCall): readonly RequiredCheck[] {
    return listChecks(call, this.#world).filter(
      ({ need, reason }) => need !== 'perhaps' && reason !== 'trust',
    );
  }
}
