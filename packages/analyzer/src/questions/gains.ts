import type { AccessFinding } from '../findings/finding.ts';
import { statementsOf, type PlacedStatement } from '../findings/statementsOf.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import { futureActions } from '../findings/futureActions.ts';
import { ask, askActions, type Found } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';
import { partOf, type PartTold } from './partOf.ts';
import { setOf, type Subject } from './subject.ts';
import { grantedBy, type Wanted } from './wanted.ts';
import { witnessOf } from './witnessOf.ts';

/** What one version allows beyond the other, part by part. */
export interface Gained {
  readonly findings: readonly AccessFinding[];
  readonly reasons: readonly UnknownReason[];
  readonly steps: number;
}

/** What is compared. */
export interface Versions {
  /** Left out: nothing is allowed. */
  readonly less?: Subject;
  readonly more: Subject;
  readonly change: AccessFinding['change'];
}

const NOT_ALLOWED = { allowed: 'not allowed before', denied: 'not allowed after' } as const;

/** Of what root users and grants allow without a statement. */
const NOTHING_TOLD: PartTold = {
  resources: ['*'],
  exceptResources: [],
  conditions: [],
  partly: [],
  steps: 0,
};

/** What one version allows beyond the other. */
export class Gains {
  readonly #versions: Versions;
  readonly #options: AnalyzerOptions;
  readonly #findings: AccessFinding[] = [];
  readonly #reasons: Map<string, UnknownReason> = new Map();
  /** Statements whose part of the difference is known. */
  readonly #done: PlacedStatement[] = [];
  #steps = 0;

  constructor(versions: Versions, options: AnalyzerOptions) {
    this.#versions = versions;
    this.#options = options;
  }

  /** The findings, why they may not be all, and the steps that it took. */
  all(): Gained {
    // Most often nothing changed, or few statements did.
    let isLeft = this.#isLeft();
    for (const placed of isLeft ? this.#granting() : []) {
      if (this.#add(placed)) isLeft = this.#isLeft();
      if (!isLeft) break;
    }
    if (isLeft) this.#add(undefined);
    return { findings: this.#findings, reasons: [...this.#reasons.values()], steps: this.#steps };
  }

  /** The statements of which one allows whatever is allowed, but for root users and grants. */
  #granting(): readonly PlacedStatement[] {
    return statementsOf(setOf(this.#versions.more)).filter(
      ({ statement: { deny, layer } }) => !deny && (layer.kind === 'identity' || layer.kind === 'resource'),
    );
  }

  #isLeft(): boolean {
    const found = ask(this.#wanted(undefined), this.#options);
    this.#steps += found.steps;
    // What was not found out is asked statement by statement.
    return found.outcome !== 'none';
  }

  /** Adds what a statement allows beyond the other version and beyond the findings so far. */
  #add(placed: PlacedStatement | undefined): boolean {
    const wanted = this.#wanted(placed);
    const found = ask(wanted, this.#options);
    this.#steps += found.steps;
    if (found.outcome === 'unknown') {
      for (const reason of found.reasons) this.#reasons.set(`${reason.code} ${reason.about}`, reason);
    }
    if (found.outcome !== 'request') return false;
    this.#findings.push(this.#finding(placed, wanted, found));
    if (placed !== undefined) this.#done.push(placed);
    return true;
  }

  #finding(
    placed: PlacedStatement | undefined,
    wanted: readonly Wanted[],
    found: Extract<Found, { readonly outcome: 'request' }>,
  ): AccessFinding {
    const { change, less, more } = this.#versions;
    const witness = witnessOf(found, less === undefined ? 1 : 2, change === 'allowed' ? 'given' : 'turned');
    const actions = askActions(wanted, this.#options);
    this.#steps += actions.steps;
    const told =
      placed === undefined
        ? NOTHING_TOLD
        : partOf({ wanted, placed, more, less, found: actions }, this.#options);
    this.#steps += told.steps;
    const { resources, exceptResources, conditions, partly } = told;
    const denies = less === undefined ? undefined : found.realised.settled[0];
    return {
      change,
      statement: placed?.ref,
      because:
        denies?.decision === 'ExplicitDeny' && denies.decisive !== undefined
          ? denies.decisive
          : NOT_ALLOWED[change],
      actions: this.#options.universe?.summary?.(actions.actions) ?? actions.actions,
      futureActions: placed === undefined ? [] : futureActions(placed.statement, actions),
      resources,
      exceptResources,
      conditions,
      partly,
      witness,
    };
  }

  #wanted(placed: PlacedStatement | undefined): readonly Wanted[] {
    const { less, more } = this.#versions;
    const allowed = { subject: more, allowed: true };
    return [
      ...(less === undefined ? grantedBy(more, this.#options) : [{ subject: less, allowed: false }, allowed]),
      ...(placed === undefined ? [] : [{ statements: [placed.ref.ref], of: more, allowed: true }]),
      ...(this.#done.length === 0
        ? []
        : [{ statements: this.#done.map(({ ref }) => ref.ref), of: more, allowed: false }]),
    ];
  }
}
