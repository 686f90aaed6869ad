import { ContextReader, KeyTable, type RequestContext } from '@policywright/conditions';
import { inactiveLayers, isBounded } from '../decision/applicability.ts';
import { isInCallersAccount, sharesPartition } from '../decision/resourceOwner.ts';
import type { EvaluatorOptions } from '../options.ts';
import { readCaller, roleArnOf, type Caller } from '../principal/caller.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import type { AllowedRequest } from '../service-rules/serviceRule.ts';
import { LAYER_BIT, type LayerKind } from '../statement/layer.ts';
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
    const flags = { ...principal.flags, ...resource.flags };
    const request = { principal, resource, caller, flags, inactive: inactiveLayers(caller, flags) };
    this.#reader.load({ ...this.#context, ...principal.context, ...resource.context });
    const sets = this.#gather(request);
    const answers = this.#answers(request);
    const inputs = inputsOf(sets);
    const allowed = this.#weigh(answers, inputs);
    this.#decideSpecials({ request, answers, inputs, allowed });
    for (const filter of sets.filters) keepOnly(allowed, filter);
    keepOnly(allowed, this.#numbers.wellFormed);
    const { denied } = sets;
    this.#exempt(caller, { allowed, denied });
    removeAll(allowed, denied);
    return new DecisionRow({ principal, resource, allowed, denied });
  }

  #gather({ principal, resource, caller, inactive }: RowRequest): RowSets {
    const denied = this.#numbers.empty();
    const input = {
      resource: resource.resource,
      facts: this.#facts(caller, principal),
      reader: this.#reader,
    };
    const layer = (kind: LayerKind, list: CubePrincipal['identity'], into: Bits = denied): Bits => {
      const allowed = this.#numbers.empty();
      if (list?.length && (inactive & LAYER_BIT[kind]) === 0) {
        this.#layers.gather(
          { kind, list },
          { allowed: new Map([[GRADE.direct, allowed]]), denied: into },
          input,
        );
      }
      return allowed;
    };
    return {
      grades: this.#grades(resource, denied, input),
      identity: layer('identity', principal.identity),
      boundary: principal.boundary?.length ? layer('boundary', principal.boundary) : undefined,
      session: principal.session?.length ? layer('session', principal.session) : undefined,
      filters: [
        ...this.#scps(principal, inactive, layer),
        ...this.#rcps(resource, { inactive, denied, layer }),
      ],
      denied,
    };
  }

  #grades(resource: CubeResource, denied: Bits, input: RowInput): ReadonlyMap<Grades, Bits> {
    const allowed = new Map<Grades, Bits>(
      [GRADE.account, GRADE.user, GRADE.role, GRADE.direct].map((grade) => [grade, this.#numbers.empty()]),
    );
    if (resource.policy !== undefined) {
      this.#layers.gather({ kind: 'resource', list: [resource.policy] }, { allowed, denied }, input);
    }
    return allowed;
  }

  #scps(principal: CubePrincipal, inactive: number, layer: LayerReader): Bits[] {
    if ((inactive & LAYER_BIT.scp) !== 0) return [];
    return (principal.scps ?? []).map((level) => layer('scp', level));
  }

  #rcps(resource: CubeResource, { inactive, denied, layer }: RcpInput): Bits[] {
    if ((inactive & LAYER_BIT.rcp) !== 0) return [];
    const { beyondRcps } = this.#numbers;
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
    const text = (key: string): string | undefined => {
      const value = this.#reader.value(this.#keys.slot(key));
      return typeof value === 'string' ? value : undefined;
    };
    return {
      caller,
      roleArn: roleArnOf(caller, text('aws:PrincipalArn')),
      userId: text('aws:userid'),
      hasBoundary: isBounded(caller, Boolean(principal.boundary?.length)),
    };
  }

  #answers({ principal, resource: owned, caller, flags }: RowRequest): RowAnswers & AllowedRequest {
    const { resource, resourceAccount } = owned;
    return {
      caller,
      resource,
      sameAccount: isInCallersAccount(resource, resourceAccount, caller),
      samePartition: sharesPartition(resource, caller),
      resourcePolicyKind: flags.resourcePolicyKind,
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
    const { request, answers, allowed } = row;
    const { policy } = request.resource;
    const facts = { flags: request.flags, resourcePolicy: policy };
    const askKind = answers.resourcePolicyKind === undefined && policy !== undefined;
    for (const special of this.#numbers.special) {
      if (askKind) this.#concludeAsKind(special, row);
      if (special.serviceRules.some((rule) => rule.refusal?.(facts)?.(answers)))
        removeAll(allowed, special.actions);
    }
  }

  #concludeAsKind({ actions, serviceRules }: SpecialActions, row: SpecialInput): void {
    const { answers, inputs, allowed } = row;
    for (const rule of serviceRules) {
      const resourcePolicyKind = rule.resourcePolicyKind?.(answers.resource);
      if (resourcePolicyKind === undefined) continue;
      replaceAll(allowed, this.#weigh({ ...answers, resourcePolicyKind }, inputs), actions);
      return;
    }
  }

  /** Actions that a caller may always call, whatever denies them. */
  #exempt(caller: Caller, { allowed, denied }: Pick<DecisionRow, 'allowed' | 'denied'>): void {
    for (const { actions, serviceRules } of this.#numbers.special) {
      if (serviceRules.some((rule) => rule.exempt?.(caller)?.decision === 'Allow')) {
        addAll(allowed, actions);
        removeAll(denied, actions);
      }
    }
  }
}

type LayerReader = (kind: LayerKind, list: CubePrincipal['identity'], into?: Bits) => Bits;

/** An absent set is no input of any term. */
type TermInputs = readonly (Bits | undefined)[];

/** The sets in the order in which terms number them (see `AllowTerms`). */
function inputsOf({ grades, identity, boundary, session }: RowSets): TermInputs {
  const ofGrade = [GRADE.account, GRADE.user, GRADE.role, GRADE.direct].map((grade) => grades.get(grade));
  return [...ofGrade, identity, boundary, session];
}

interface RcpInput {
  readonly inactive: number;
  readonly denied: Bits;
  readonly layer: LayerReader;
}

interface SpecialInput {
  readonly request: RowRequest;
  readonly answers: RowAnswers & AllowedRequest;
  readonly inputs: TermInputs;
  readonly allowed: Bits;
}
