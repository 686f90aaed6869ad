import { ContextReader, KeyTable, type RequestContext } from '@policywright/conditions';
import {
  BEYOND_SERVICE_LINKED_ROLES,
  inactiveLayers,
  isBounded,
  isFederatedByRoot,
} from '../decision/applicability.ts';
import { isBucket, isInCallersAccount, sharesPartition } from '../decision/resourceOwner.ts';
import { resourcePolicyKindOf } from '../decision/resourcePolicyKind.ts';
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
import { accessPointResource } from '../decision/accessPoint.ts';
import type { RuledRequest } from '../service-rules/serviceRule.ts';
import { LAYER_BIT, PRINCIPAL_SIDE, resourcePoliciesOf, type LayerKind } from '../statement/layer.ts';
import { AllowTerms, type RowAnswers } from './allowTerms.ts';
import { ActionNumbers, type SpecialActions } from './actionNumbers.ts';
import { addAll, keepOnly, removeAll, replaceAll, type Bits } from './bits.ts';
import { DecisionRow, type CubePrincipal, type CubeResource, type DecisionCube } from './decisionCube.ts';
import { LayerRows, type RowInput } from './layerRows.ts';

/**
 * Decides every principal against every action on every resource. A statement is matched once for all
 * actions, as a set of action numbers, so that a row of thousands of decisions costs a few set operations.
 * Each decision is the one that `Authorizer.decide` makes for the same request.
 *
 * @param cube - principals, actions, resources, and one fixed context.
 * @param options - readings of the questions that AWS's documentation leaves open.
 * @returns one row for each resource and principal, resource by resource, worked out as it is asked for.
 */
export function* decideAll(
  cube: DecisionCube,
  options: EvaluatorOptions = {},
): Generator<DecisionRow, void, void> {
  const rows = new RowMaker(cube, options);
  for (const resource of cube.resources) {
    rows.nextResource();
    for (const principal of cube.principals) yield rows.make(principal, resource);
  }
}

/** The sets of actions that each layer allows on one row. */
interface RowSets {
  readonly grades: ReadonlyMap<Grades, Bits>;
  readonly identity: Bits;
  readonly boundary: Bits | undefined;
  readonly session: Bits | undefined;
  /** Levels of SCPs and RCPs, each already widened by what escapes it. */
  readonly filters: readonly Bits[];
  readonly denied: Bits;
}

interface RowRequest {
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

class RowMaker {
  readonly #numbers: ActionNumbers;
  readonly #layers: LayerRows;
  readonly #reader: ContextReader;
  readonly #keys: KeyTable = new KeyTable();
  readonly #context: RequestContext;
  readonly #terms: AllowTerms = new AllowTerms();

  constructor(cube: DecisionCube, options: EvaluatorOptions) {
    this.#numbers = new ActionNumbers(cube.actions, options);
    this.#layers = new LayerRows({ keys: this.#keys, numbers: this.#numbers, evaluator: options });
    this.#reader = new ContextReader(this.#keys);
    this.#context = cube.context ?? {};
  }

  nextResource(): void {
    this.#layers.nextResource();
  }

  make(principal: CubePrincipal, resource: CubeResource): DecisionRow {
    const caller = readCaller(principal.principal);
    this.#reader.load({ ...this.#context, ...principal.context, ...resource.context });
    const request = this.#request(principal, resource, caller);
    const sets = this.#gather(request);
    const answers = this.#answers(request);
    const inputs = inputsOf(sets);
    const allowed = this.#weigh(answers, inputs);
    this.#decideSpecials({ request, answers, inputs, allowed });
    for (const filter of sets.filters) keepOnly(allowed, filter);
    keepOnly(allowed, this.#numbers.wellFormed);
    if (caller.kind === 'anonymous') keepOnly(allowed, this.#numbers.unsigned);
    if (caller.kind === 'federatedIdentity') keepOnly(allowed, this.#numbers.federated);
    const { denied } = sets;
    this.#exempt(request, { allowed, denied });
    removeAll(allowed, denied);
    return new DecisionRow({ principal, resource, allowed, denied });
  }

  #request(principal: CubePrincipal, resource: CubeResource, caller: Caller): RowRequest {
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
      principalResource: isBucket(resource.resource)
        ? accessPointResource(resource.resource, accessPoint)
        : undefined,
    };
  }

  /** The actions from which rules of a single service keep a layer on this row. */
  #lifted(layer: LayerKind, { ruled, flags }: RowRequest): Bits {
    const lifted = this.#numbers.empty();
    for (const { actions, serviceRules } of this.#numbers.special) {
      const bits = serviceRules.reduce((all, rule) => all | (rule.lifts?.(ruled, flags) ?? 0), 0);
      if ((bits & LAYER_BIT[layer]) !== 0) addAll(lifted, actions);
    }
    return lifted;
  }

  #gather(request: RowRequest): RowSets {
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
    };
  }

  #roleArn(caller: Caller): string | undefined {
    return roleArnOf(caller, this.#text('aws:PrincipalArn'));
  }

  #text(key: string): string | undefined {
    const value = this.#reader.value(this.#keys.slot(key));
    return typeof value === 'string' ? value : undefined;
  }

  #answers({ principal, resource, caller, flags, ruled }: RowRequest): RowAnswers {
    return {
      caller,
      sameAccount: ruled.sameAccount,
      samePartition: sharesPartition(ruled.resource, caller),
      resourcePolicyKind: flags.resourcePolicyKind,
      resourcePolicyGiven: resourcePoliciesOf({ resource: resource.policy }).length > 0,
      needsBothSides: false,
      federatedByRoot: isFederatedByRoot(caller.kind, flags),
      hasSession: Boolean(principal.session?.length),
    };
  }

  /** Weighs all actions at once, by the terms that say when a request is allowed. */
  #weigh(answers: RowAnswers, inputs: TermInputs): Bits {
    const allowed = this.#numbers.empty();
    for (const term of this.#terms.of(answers, inputs)) {
      for (let word = 0; word < allowed.length; word++) {
        let all = -1;
        for (const input of term) all &= inputs[input]?.[word] ?? 0;
        allowed[word] = (allowed[word] as number) | all;
      }
    }
    return allowed;
  }

  /** Rules of single services: what an action's own kind of resource policy allows, and what is refused. */
  #decideSpecials(row: SpecialInput): void {
    const { request, allowed } = row;
    const resourcePolicies = resourcePoliciesOf({ resource: request.resource.policy });
    const facts = { flags: request.flags, resourcePolicies };
    for (const special of this.#numbers.special) {
      this.#weighSides(special, row);
      if (special.serviceRules.some((rule) => rule.refusal?.(facts)?.(request.ruled)))
        removeAll(allowed, special.actions);
    }
  }

  /** Weighs the actions anew whose rules say of whose policies count. */
  #weighSides({ actions, serviceRules }: SpecialActions, row: SpecialInput): void {
    const { request, answers, inputs, allowed } = row;
    const { caller, flags, ruled } = request;
    const ignoresGrants = serviceRules.some((rule) => rule.ignoresGrants === true);
    const crosses = serviceRules.some((rule) => rule.crossesAccounts === true);
    const needsBothSides = serviceRules.some((rule) => rule.needsBothSides?.(caller) === true);
    const kind = resourcePolicyKindOf({ entry: { serviceRules }, resource: ruled.resource }, flags);
    if (!ignoresGrants && !crosses && !needsBothSides && kind === answers.resourcePolicyKind) return;
    const changed = {
      ...answers,
      sameAccount: answers.sameAccount || crosses,
      needsBothSides,
      resourcePolicyKind: kind,
    };
    const counted = ignoresGrants ? inputs.map((bits, at) => (at < GRADE_INPUTS ? undefined : bits)) : inputs;
    replaceAll(allowed, this.#weigh(changed, counted), actions);
  }

  /** Actions that a caller may always call, whatever denies them. */
  #exempt({ caller, flags }: RowRequest, { allowed, denied }: Pick<DecisionRow, 'allowed' | 'denied'>): void {
    for (const { actions, serviceRules } of this.#numbers.special) {
      if (serviceRules.some((rule) => rule.exempt?.(caller, flags)?.decision === 'Allow')) {
        addAll(allowed, actions);
        removeAll(denied, actions);
      }
    }
  }
}

type LayerReader = (kind: LayerKind, list: CubePrincipal['identity'], into?: Bits) => Bits;

/** The first inputs are the grades of the resource policy (see `AllowTerms`). */
const GRADE_INPUTS = 4;

/** An absent set is no input of any term. */
type TermInputs = readonly (Bits | undefined)[];

/** The sets in the order in which terms number them (see `AllowTerms`). */
function inputsOf({ grades, identity, boundary, session }: RowSets): TermInputs {
  const ofGrade = [GRADE.account, GRADE.user, GRADE.role, GRADE.direct].map((grade) => grades.get(grade));
  return [...ofGrade, identity, boundary, session];
}

interface RcpInput {
  readonly denied: Bits;
  readonly layer: LayerReader;
}

interface SpecialInput {
  readonly request: RowRequest;
  readonly answers: RowAnswers;
  readonly inputs: TermInputs;
  readonly allowed: Bits;
}
