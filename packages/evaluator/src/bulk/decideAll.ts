import type { RequestContext } from '@policywright/conditions';
import { isFederatedByRoot } from '../decision/applicability.ts';
import { sharesPartition } from '../decision/resourceOwner.ts';
import { resourcePolicyKindOf } from '../decision/resourcePolicyKind.ts';
import type { EvaluatorOptions } from '../options.ts';
import { GRADE } from '../principal/grade.ts';
import { resourcePoliciesOf } from '../statement/layer.ts';
import { AllowTerms, type RowAnswers } from './allowTerms.ts';
import { ActionNumbers, type SpecialActions } from './actionNumbers.ts';
import { addAll, keepOnly, removeAll, replaceAll, type Bits } from './bits.ts';
import { DecisionRow, type CubePrincipal, type CubeResource, type DecisionCube } from './decisionCube.ts';
import { RowReader, type RowRequest, type RowSets } from './rowReader.ts';

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

class RowMaker {
  readonly #numbers: ActionNumbers;
  readonly #rows: RowReader;
  readonly #context: RequestContext;
  readonly #terms: AllowTerms = new AllowTerms();

  constructor(cube: DecisionCube, options: EvaluatorOptions) {
    this.#numbers = new ActionNumbers(cube.actions, options);
    this.#rows = new RowReader(this.#numbers, options);
    this.#context = cube.context ?? {};
  }

  nextResource(): void {
    this.#rows.nextResource();
  }

  make(principal: CubePrincipal, resource: CubeResource): DecisionRow {
    const request = this.#rows.read(principal, resource, this.#context);
    const sets = this.#rows.gather(request);
    const answers = this.#answers(request);
    const inputs = inputsOf(sets);
    const allowed = this.#weigh(answers, inputs);
    this.#decideSpecials({ request, answers, inputs, allowed });
    for (const filter of sets.filters) keepOnly(allowed, filter);
    keepOnly(allowed, this.#numbers.wellFormed);
    if (request.caller.kind === 'anonymous') keepOnly(allowed, this.#numbers.unsigned);
    if (request.caller.kind === 'federatedIdentity') keepOnly(allowed, this.#numbers.federated);
    const { denied } = sets;
    this.#exempt(request, { allowed, denied });
    removeAll(allowed, denied);
    return new DecisionRow({ principal, resource, allowed, denied });
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
    // Without a resource policy there is nothing to ignore.
    const ignoresGrants =
      answers.resourcePolicyGiven && serviceRules.some((rule) => rule.ignoresGrants === true);
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

/** The first inputs are the grades of the resource policy (see `AllowTerms`). */
const GRADE_INPUTS = 4;

/** An absent set is no input of any term. */
type TermInputs = readonly (Bits | undefined)[];

/** The sets in the order in which terms number them (see `AllowTerms`). */
function inputsOf({ grades, identity, boundary, session }: RowSets): TermInputs {
  const ofGrade = [GRADE.account, GRADE.user, GRADE.role, GRADE.direct].map((grade) => grades.get(grade));
  return [...ofGrade, identity, boundary, session];
}

interface SpecialInput {
  readonly request: RowRequest;
  readonly answers: RowAnswers;
  readonly inputs: TermInputs;
  readonly allowed: Bits;
}
