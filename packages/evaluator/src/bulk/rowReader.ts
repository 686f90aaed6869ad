import { ContextReader, KeyTable, type RequestContext } from '@policywright/conditions';
import { accessPointResource } from '../decision/accessPoint.ts';
import { BEYOND_SERVICE_LINKED_ROLES, inactiveLayers, isBounded } from '../decision/applicability.ts';
import { isInCallersAccount } from '../decision/resourceOwner.ts';
import type { EvaluatorOptions } from '../options.ts';
import {
  isServiceLinkedRole,
  mayBeServiceLinked,
  readCaller,
  roleArnOf,
  type Caller,
} from '../principal/caller.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import type { RuledRequest } from '../service-rules/serviceRule.ts';
import { LAYER_BIT, PRINCIPAL_SIDE, resourcePoliciesOf, type LayerKind } from '../statement/layer.ts';
import type { ActionNumbers } from './actionNumbers.ts';
import { addAll, removeAll, type Bits } from './bits.ts';
import type { CubePrincipal, CubeResource } from './decisionCube.ts';
import { LayerRows, type RowInput } from './layerRows.ts';

/** The sets of actions that each layer allows on one row. */
export interface RowSets {
  readonly grades: ReadonlyMap<Grades, Bits>;
  readonly identity: Bits;
  readonly boundary: Bits | undefined;
  readonly session: Bits | undefined;
  /** Levels of SCPs and RCPs, each already widened by what escapes it. */
  readonly filters: readonly Bits[];
  readonly denied: Bits;
}

/** One principal and one resource, with what is the same for all actions. */
export interface RowRequest {
  readonly principal: CubePrincipal;
  readonly resource: CubeResource;
  readonly caller: Caller;
  readonly flags: PolicySetFlags;
  readonly inactive: number;
  /** The same request as rules of single services see it. */
  readonly ruled: RuledRequest;
  /** What policies of principals allow by (rule S210), if that is not the resource. */
  readonly principalResource: string | undefined;
}

/** Reads rows of a cube: what is asked, and the sets of actions that each layer allows and denies. */
export class RowReader {
  readonly #numbers: ActionNumbers;
  readonly #layers: LayerRows;
  readonly #reader: ContextReader;
  readonly #keys: KeyTable = new KeyTable();

  /**
   * @param numbers - the actions of the cube.
   * @param options - readings of open questions.
   */
  constructor(numbers: ActionNumbers, options: EvaluatorOptions) {
    this.#numbers = numbers;
    this.#layers = new LayerRows({ keys: this.#keys, numbers, evaluator: options });
    this.#reader = new ContextReader(this.#keys);
  }

  /** Forgets what was found for the last resource. */
  nextResource(): void {
    this.#layers.nextResource();
  }

  /**
   * Reads a row.
   *
   * @param principal - who asks.
   * @param resource - what is asked for.
   * @param context - of the whole cube.
   */
  read(principal: CubePrincipal, resource: CubeResource, context: RequestContext): RowRequest {
    this.#reader.load({ ...context, ...principal.context, ...resource.context });
    const caller = readCaller(principal.principal);
    const flags = { ...principal.flags, ...resource.flags };
    const linked = mayBeServiceLinked(caller) && isServiceLinkedRole(this.#roleArn(caller));
    const serviceLinked = flags.serviceLinkedRole === true || linked;
    const accessPoint = this.#reader.value(this.#keys.slot('s3:DataAccessPointArn'));
    const sameAccount = isInCallersAccount(resource.resource, resource.resourceAccount, caller);
    return {
      principal,
      resource,
      caller,
      flags,
      inactive: inactiveLayers(caller, flags) | (serviceLinked ? BEYOND_SERVICE_LINKED_ROLES : 0),
      ruled: { caller, resource: resource.resource, sameAccount, serviceLinked },
      principalResource: accessPointResource(resource.resource, accessPoint),
    };
  }

  /** The actions from which rules of a single service keep a layer on this row. */
  #lifted(layer: LayerKind, { ruled, flags }: RowRequest): Bits {
    const lifted = this.#numbers.empty();
    for (const { actions, serviceRules } of this.#numbers.lifting) {
      const bits = serviceRules.reduce((all, rule) => all | (rule.lifts?.(ruled, flags) ?? 0), 0);
      if ((bits & LAYER_BIT[layer]) !== 0) addAll(lifted, actions);
    }
    return lifted;
  }

  /**
   * Gathers the sets of the row that was read last.
   *
   * @param request - that row.
   */
  gather(request: RowRequest): RowSets {
    const { principal, resource, caller, inactive, principalResource } = request;
    const denied = this.#numbers.empty();
    const input = {
      resource: resource.resource,
      facts: this.#facts(caller, principal),
      reader: this.#reader,
    };
    const layer = (kind: LayerKind, list: CubePrincipal['identity'], into: Bits = denied): Bits => {
      const allowed = this.#numbers.empty();
      if (list?.length && (inactive & LAYER_BIT[kind]) === 0) {
        const target = { allowed: new Map([[GRADE.direct, allowed]]), denied: into };
        const throughPoint = principalResource !== undefined && (LAYER_BIT[kind] & PRINCIPAL_SIDE) !== 0;
        if (!throughPoint) this.#layers.gather({ kind, list }, target, input);
        else {
          this.#layers.gather({ kind, list }, target, { ...input, resource: principalResource });
          const nothing = new Map([[GRADE.direct, this.#numbers.empty()]]);
          this.#layers.gather({ kind, list }, { allowed: nothing, denied: into }, input);
        }
      }
      return allowed;
    };
    return {
      grades: this.#grades(request, denied, input),
      identity: layer('identity', principal.identity),
      boundary: principal.boundary?.length ? layer('boundary', principal.boundary) : undefined,
      session: principal.session?.length ? layer('session', principal.session) : undefined,
      filters: [...this.#scps(principal, inactive, layer), ...this.#rcps(request, { denied, layer })],
      denied,
    };
  }

  #grades(request: RowRequest, denied: Bits, input: RowInput): ReadonlyMap<Grades, Bits> {
    const { resource } = request;
    const allowed = new Map<Grades, Bits>(
      [GRADE.account, GRADE.user, GRADE.role, GRADE.direct].map((grade) => [grade, this.#numbers.empty()]),
    );
    const list = resourcePoliciesOf({ resource: resource.policy });
    if (list.length > 0) {
      const own = this.#numbers.empty();
      this.#layers.gather({ kind: 'resource', list }, { allowed, denied: own }, input);
      const lifted = this.#lifted('resource', request);
      removeAll(own, lifted);
      addAll(denied, own);
      for (const bits of allowed.values()) removeAll(bits, lifted);
    }
    return allowed;
  }

  #scps(principal: CubePrincipal, inactive: number, layer: LayerReader): Bits[] {
    if ((inactive & LAYER_BIT.scp) !== 0) return [];
    return (principal.scps ?? []).map((level) => layer('scp', level));
  }

  #rcps(request: RowRequest, { denied, layer }: RcpInput): Bits[] {
    const { resource, inactive } = request;
    if ((inactive & LAYER_BIT.rcp) !== 0) return [];
    const beyondRcps = this.#lifted('rcp', request);
    addAll(beyondRcps, this.#numbers.beyondRcps);
    return (resource.rcps ?? []).flatMap((level) => {
      const own = this.#numbers.empty();
      const allowed = layer('rcp', level, own);
      removeAll(own, beyondRcps);
      addAll(denied, own);
      if (
        !level.some(({ statements }) =>
          statements.some(({ effect, principal }) => effect === 'Allow' && principal !== undefined),
        )
      )
        return [];
      addAll(allowed, beyondRcps);
      return [allowed];
    });
  }

  #facts(caller: Caller, principal: CubePrincipal): CallerFacts {
    return {
      caller,
      roleArn: this.#roleArn(caller),
      userId: this.#text('aws:userid'),
      hasBoundary: Boolean(principal.boundary?.length) && isBounded(caller, principal.flags ?? {}),
      throughGateway: false,
      unknown: undefined,
    };
  }

  #roleArn(caller: Caller): string | undefined {
    return roleArnOf(caller, this.#text('aws:PrincipalArn'));
  }

  #text(key: string): string | undefined {
    const value = this.#reader.value(this.#keys.slot(key));
    return typeof value === 'string' ? value : undefined;
  }
}

type LayerReader = (kind: LayerKind, list: CubePrincipal['identity'], into?: Bits) => Bits;

interface RcpInput {
  readonly denied: Bits;
  readonly layer: LayerReader;
}
