import { KeyTable } from '@policywright/conditions';
import type { EvaluatorOptions } from '@policywright/evaluator';
import { readCaller, type CompiledStatement } from '@policywright/evaluator/engine';
import type { Policy } from '@policywright/policy';
import type { CallerClass } from '../callers/caller.ts';
import { callerClasses, type CallerClasses } from '../callers/callerClasses.ts';
import { givenClass } from '../callers/givenClass.ts';
import { keysOfCaller, SPELLINGS } from '../callers/keysOfCaller.ts';
import { leavesOwnOpen, policiesOf, withOwnPolicies } from '../callers/ownPolicies.ts';
import { Asker, PLAIN_ACTION } from '../model/asker.ts';
import type { Budget } from '../model/budget.ts';
import { CompiledPolicies } from '../model/compiledPolicies.ts';
import { ANYONE } from '../model/delegatingPolicy.ts';
import { EXAMPLE_ACCOUNT } from '../universe/exampleValues.ts';
import { excludedValues, isAdmitted, type ExcludedValues } from '../model/excludedValues.ts';
import { Given, type GivenParts } from '../model/given.ts';
import { identitySide } from '../model/identitySide.ts';
import { patternSide } from '../model/patternSide.ts';
import { RequirementPool } from '../model/requirementPool.ts';
import { setSide } from '../model/setSide.ts';
import type { Side } from '../model/side.ts';
import type { Problem } from '../search/problem.ts';
import { LANGUAGE } from '../universe/language.ts';
import type { AskOptions } from './options.ts';
import { isList, setOf, type Subject } from './subject.ts';
import { asksForOwn, subjectOf, type Wanted } from './wanted.ts';

/** What is looked for in the requests of some callers. */
export interface CallersProblem {
  readonly problem: Problem;
  /** Whose requests; `undefined` where the question has one caller. */
  readonly callers: CallerClass | undefined;
}

/** So many steps it takes to turn to a class of callers. */
const CLASS_COST = 500;

/** The problems of a question, one for each class of callers. */
export class Problems {
  readonly #wanted: readonly Wanted[];
  readonly #options: AskOptions;
  readonly #evaluator: EvaluatorOptions;
  readonly #budget: Budget;
  readonly #keys: KeyTable = new KeyTable();
  readonly #compiled: Map<object, Map<string, CompiledPolicies>> = new Map();
  readonly #classes: CallerClasses | undefined;
  readonly #excluded: ExcludedValues;

  /**
   * @param wanted - what a request must be.
   * @param options - of the question.
   * @param budget - counts steps.
   */
  constructor(wanted: readonly Wanted[], options: AskOptions, budget: Budget) {
    this.#wanted = wanted;
    this.#budget = budget;
    this.#options = options;
    this.#evaluator = options.evaluator ?? {};
    for (const key of SPELLINGS) this.#keys.slot(key);
    const statements = this.#hasClasses ? this.#statements() : [];
    this.#excluded = excludedValues(options.callers?.excluded(statements) ?? [], this.#keys);
    this.#classes = this.#hasClasses ? this.#classesOf(statements, budget) : undefined;
  }

  /** There may be callers of other kinds than those of the problems. */
  get isOpen(): boolean {
    return this.#classes?.isOpen === true;
  }

  /** The problems, made one after the other. */
  *all(): Generator<CallersProblem> {
    if (this.#classes === undefined) {
      yield { problem: this.#problem(givenParts(this.#options), undefined), callers: undefined };
      return;
    }
    const beside = { ...this.#classes, excluded: this.#excluded, context: this.#options.context ?? {} };
    for (const callers of this.#classes.classes) {
      this.#budget.take(CLASS_COST);
      const parts = givenClass(callers, beside);
      yield { problem: this.#problem(parts, callers), callers };
    }
  }

  /** Classes of callers there are where none is given and a policy set is asked about, or where its own policies are open. */
  get #hasClasses(): boolean {
    if (this.#options.principal !== undefined && this.#options.ownPolicies !== 'any') return false;
    return this.#wanted.some((one) => {
      const subject = subjectOf(one);
      return subject !== undefined && !isList(subject);
    });
  }

  #classesOf(statements: readonly CompiledStatement[], budget: Budget): CallerClasses {
    const { principal, resourceAccount, callers } = this.#options;
    const sets = this.#wanted.flatMap((one) => {
      const subject = subjectOf(one);
      return subject === undefined ? [] : [setOf(subject)];
    });
    return callerClasses({
      statements,
      keys: this.#keys,
      conditions: this.#evaluator.conditions,
      resourceAccount,
      holdersOnly: sets.some(({ identity, boundary, session }) =>
        [identity, boundary, session].some((list) => list !== undefined && list.length > 0),
      ),
      ownIsOpen: sets.some((set) => asksForOwn(set, this.#options)),
      only: principal,
      hasOrganization: sets.some(({ scps, rcps }) => [...(scps ?? []), ...(rcps ?? [])].length > 0),
      admits:
        callers === undefined
          ? undefined
          : (one, owner) => callers.admits(one, owner) && isAdmitted(one.context, this.#excluded, one.open),
      budget,
    });
  }

  #statements(): readonly CompiledStatement[] {
    const known = new Set<CompiledStatement>();
    for (const one of this.#wanted) {
      const subject = subjectOf(one);
      if (subject !== undefined)
        for (const statement of this.#compile(subject, undefined).statements) known.add(statement);
    }
    return [...known];
  }

  /** The policies of a subject with those of a caller, compiled once. */
  #compile(subject: Subject, callers: CallerClass | undefined, of: object = subject): CompiledPolicies {
    const set = setOf(subject);
    const own = callers === undefined || !leavesOwnOpen(set) ? undefined : policiesOf(callers);
    const variant = own === undefined ? '' : `${own.identity?.length ?? 0} ${own.session?.length ?? 0}`;
    const variants = this.#compiled.get(of) ?? new Map<string, CompiledPolicies>();
    this.#compiled.set(of, variants);
    const known = variants.get(variant);
    if (known !== undefined) return known;
    const made = new CompiledPolicies(withOwnPolicies(set, own), this.#evaluator, this.#keys);
    variants.set(variant, made);
    return made;
  }

  #problem(parts: GivenParts, callers: CallerClass | undefined): Problem {
    const given = new Given(parts, this.#keys);
    const pool = new RequirementPool(this.#keys, given);
    return {
      sides: this.#wanted.map((one) => this.#side(one, { given, pool, callers })),
      wanted: this.#wanted.map(({ allowed }) => allowed),
      universe: this.#options.universe ?? LANGUAGE,
      keys: this.#keys,
      given,
    };
  }

  #side(one: Wanted, { given, pool, callers }: SideOptions): Side {
    const evaluator = this.#evaluator;
    if ('pattern' in one) {
      const { statements } = this.#compile([ofAnyone(one.pattern)], undefined, one.pattern);
      return patternSide(statements, { conditions: evaluator.conditions, pool, facts: undefined });
    }
    if ('statements' in one) {
      const { joined, statements } = this.#compile(one.of, callers);
      const meant = statements.filter(({ ref }) => one.statements.includes(ref));
      const { facts } = new Asker(joined, given).ask(PLAIN_ACTION);
      return patternSide(meant, { conditions: evaluator.conditions, pool, facts });
    }
    const { subject } = one;
    const isByItself = isList(subject) && this.#options.principal === undefined && callers === undefined;
    return isByItself
      ? identitySide(subject, evaluator, pool)
      : setSide(this.#compile(subject, callers), { evaluator, given, pool });
  }
}

/** A pattern says which requests are meant, not whose. */
function ofAnyone(pattern: Policy): Policy {
  return { ...pattern, statements: pattern.statements.map((one) => ({ ...one, principal: undefined })) };
}

interface SideOptions {
  readonly given: Given;
  readonly pool: RequirementPool;
  readonly callers: CallerClass | undefined;
}

function givenParts({ principal, resourceAccount, context }: AskOptions): GivenParts {
  if (principal === undefined) {
    return {
      principal: ANYONE,
      isAnyone: true,
      resourceAccount: resourceAccount ?? EXAMPLE_ACCOUNT,
      context: context ?? {},
    };
  }
  const { account } = readCaller(principal);
  return {
    principal,
    isAnyone: false,
    resourceAccount: resourceAccount ?? (account === '' ? EXAMPLE_ACCOUNT : account),
    context: { ...keysOfCaller(principal), ...context },
  };
}
