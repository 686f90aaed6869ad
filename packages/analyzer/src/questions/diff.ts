import type { Finding } from '../findings/finding.ts';
import { statementsOf, type PlacedStatement } from '../findings/statementsOf.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import { findActions } from '../witness/findRequest.ts';
import { ask, problemOf, type Wanted } from './ask.ts';
import { DEFAULT_BUDGET, type AnalyzerOptions } from './options.ts';
import { setOf, type Subject } from './subject.ts';
import type { Assumption } from './verdict.ts';
import { assumptionsOf } from './verdictOf.ts';
import { witnessOf } from './witnessOf.ts';

/** What changed between two versions of policies. */
export interface Difference {
  readonly findings: readonly Finding[];
  /** Why the findings may not be all; empty where they are, so that no finding means no difference. */
  readonly reasons: readonly UnknownReason[];
  readonly assumptions: readonly Assumption[];
  /** How many steps it took. */
  readonly steps: number;
}

/**
 * What a new version of policies allows more and less than the old one, statement by statement.
 *
 * @param before - the old version.
 * @param after - the new one.
 * @param options - universe, readings, caller and budget, which is that of each search; there are two for each statement at most.
 */
export function diff(before: Subject, after: Subject, options: AnalyzerOptions = {}): Difference {
  const gained = new Gains({ less: before, more: after, change: 'allowed' }, options).all();
  const lost = new Gains({ less: after, more: before, change: 'denied' }, options).all();
  return {
    findings: [...gained.findings, ...lost.findings],
    reasons: [...gained.reasons, ...lost.reasons],
    assumptions: assumptionsOf(options),
    steps: gained.steps + lost.steps,
  };
}

interface Versions {
  readonly less: Subject;
  readonly more: Subject;
  readonly change: Finding['change'];
}

/** What one version allows beyond the other. */
class Gains {
  readonly #versions: Versions;
  readonly #options: AnalyzerOptions;
  readonly #findings: Finding[] = [];
  readonly #reasons: Map<string, UnknownReason> = new Map();
  /** Statements whose part of the difference is known. */
  readonly #done: PlacedStatement[] = [];
  #steps = 0;

  constructor(versions: Versions, options: AnalyzerOptions) {
    this.#versions = versions;
    this.#options = options;
  }

  all(): Pick<Difference, 'findings' | 'reasons' | 'steps'> {
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
    const { change } = this.#versions;
    const witness = witnessOf(found.realised, 2);
    const decisions = change === 'denied' ? witness.decisions.toReversed() : witness.decisions;
    const [less] = witness.decisions;
    const named = findActions(problemOf(wanted, this.#options), this.#options.budget ?? DEFAULT_BUDGET);
    this.#steps += named.steps;
    this.#findings.push({
      change,
      statement: placed?.ref,
      because:
        less?.decision === 'ExplicitDeny' && less.statement !== undefined ? less.statement : 'not-allowed',
      actions: named.actions,
      otherActions: named.others || !named.isComplete,
      witness: { ...witness, decisions },
    });
    if (placed !== undefined) this.#done.push(placed);
    return true;
  }

  #wanted(placed: PlacedStatement | undefined): readonly Wanted[] {
    const { less, more } = this.#versions;
    return [
      { subject: less, allowed: false },
      { subject: more, allowed: true },
      ...(placed === undefined ? [] : [{ statements: [placed.ref.ref], of: more, allowed: true }]),
      ...(this.#done.length === 0
        ? []
        : [{ statements: this.#done.map(({ ref }) => ref.ref), of: more, allowed: false }]),
    ];
  }
}
