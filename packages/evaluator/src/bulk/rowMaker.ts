import { isFederatedByRoot } from '../decision/applicability.ts';
import { sharesPartition } from '../decision/resourceOwner.ts';
import { resourcePolicyKindOf } from '../decision/resourcePolicyKind.ts';
import { GRADE } from '../principal/grade.ts';
import type { ActionNumbers, SpecialActions } from './actionNumbers.ts';
import { AllowTerms, type RowAnswers } from './allowTerms.ts';
import { addAll, keepOnly, removeAll, replaceAll, type Bits } from './bits.ts';
import type { Bound } from './bound.ts';
import { DecisionRow } from './decisionRow.ts';
import { boundedRow, type BoundedRow, type Row } from './rowReader.ts';
import { SetReader, type RowSets } from './rowSets.ts';
import { ScratchBits } from './scratchBits.ts';

/** Makes the decisions of rows, for all actions of a cube at once. */
export class RowMaker {
  readonly #numbers: ActionNumbers;
  readonly #scratch: ScratchBits;
  readonly #sets: SetReader;
  readonly #bounds: readonly Bound[];
  readonly #terms: AllowTerms = new AllowTerms();

  /**
   * @param numbers - the actions of the cube.
   * @param bounds - first the one that tells what is allowed, last the one that tells what is possible.
   */
  constructor(numbers: ActionNumbers, bounds: readonly Bound[]) {
    this.#numbers = numbers;
    this.#scratch = new ScratchBits(numbers);
    this.#sets = new SetReader(numbers, this.#scratch);
    this.#bounds = bounds;
  }

  /** Forgets what was found for the last resource. */
  nextResource(): void {
    this.#sets.nextResource();
  }

  /**
   * Decides all actions for one principal and one resource.
   *
   * @param row - as read.
   */
  make(row: Row): DecisionRow {
    const [least, most = least] = this.#bounds.map((bound) => this.#decide(boundedRow(row, bound)));
    // INVARIANT: there is at least one bound.
    const { allowed } = least as Decided;
    const { allowed: possible, denied } = most as Decided;
    const { principal, resource } = row;
    return new DecisionRow({
      principal: principal.policies,
      resource: resource.policies,
      allowed,
      possible,
      denied,
    });
  }

  #decide(row: BoundedRow): Decided {
    this.#scratch.reset();
    const sets = this.#sets.gather(row);
    const answers = this.#answers(row);
    const inputs = inputsOf(sets);
    const allowed = this.#weigh(answers, inputs, this.#numbers.empty());
    this.#decideSpecials({ row, answers, inputs, allowed });
    for (const filter of sets.filters) keepOnly(allowed, filter);
    keepOnly(allowed, this.#numbers.wellFormed);
    if (row.caller.kind === 'anonymous') keepOnly(allowed, this.#numbers.unsigned);
    if (row.caller.kind === 'federatedIdentity') keepOnly(allowed, this.#numbers.federated);
    const { denied } = sets;
    this.#exempt(row, { allowed, denied });
    removeAll(allowed, denied);
    return { allowed, denied };
  }

  #answers({ principal, resource, caller, flags, ruled }: BoundedRow): RowAnswers {
    return {
      caller,
      sameAccount: ruled.sameAccount,
      samePartition: sharesPartition(ruled.resource, caller),
      resourcePolicyKind: flags.resourcePolicyKind,
      resourcePolicyGiven: resource.own.length > 0,
      needsBothSides: false,
      federatedByRoot: isFederatedByRoot(caller.kind, flags),
      hasSession: Boolean(principal.policies.session?.length),
    };
  }

  /** Weighs all actions at once, by the terms that say when a request is allowed. */
  #weigh(answers: RowAnswers, inputs: TermInputs, allowed: Bits): Bits {
    for (const term of this.#terms.of(answers, inputs)) {
      if (term.some((input) => inputs[input] === undefined)) continue;
      for (let word = 0; word < allowed.length; word++) {
        let all = -1;
        for (const input of term) all &= inputs[input]?.[word] ?? 0;
        allowed[word] = (allowed[word] as number) | all;
      }
    }
    return allowed;
  }

  /** Rules of single services: what an action's own kind of resource policy allows, and what is refused. */
  #decideSpecials(input: SpecialInput): void {
    const { row, allowed } = input;
    const facts = { flags: row.flags, resourcePolicies: row.resource.own };
    for (const special of this.#numbers.special) {
      this.#weighSides(special, input);
      if (special.serviceRules.some((rule) => rule.refusal?.(facts)?.(row.ruled)))
        removeAll(allowed, special.actions);
    }
  }

  /** Weighs the actions anew whose rules say of whose policies count. */
  #weighSides({ actions, serviceRules }: SpecialActions, input: SpecialInput): void {
    const { row, answers, inputs, allowed } = input;
    const { caller, flags, ruled } = row;
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
    replaceAll(allowed, this.#weigh(changed, counted, this.#scratch.take()), actions);
  }

  /** Actions that a caller may always call, whatever denies them. */
  #exempt({ caller, flags }: BoundedRow, { allowed, denied }: Decided): void {
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

/** The decisions of a row for one bound. */
interface Decided {
  readonly allowed: Bits;
  readonly denied: Bits;
}

interface SpecialInput {
  readonly row: BoundedRow;
  readonly answers: RowAnswers;
  readonly inputs: TermInputs;
  readonly allowed: Bits;
}
