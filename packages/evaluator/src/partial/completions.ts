import type { LayerWeigher } from '../decision/layerWeigher.ts';
import { statementRef } from '../explanation/statementReport.ts';
import type { Decision } from '../request/decision.ts';
import type { AskedRequest, OpenStatement } from './openStatement.ts';
import type { OpenLayers } from './openLayers.ts';
import type { PartialDecision, ResidualStatement } from './partialDecision.ts';

/** With more open questions than this, not every combination of answers is tried. */
const MAX_QUESTIONS = 12;

/** What completions are weighed with. */
export interface Weighing {
  readonly asked: AskedRequest;
  readonly weigher: LayerWeigher;
  /** Filled anew for each combination of answers. */
  readonly allowing: OpenLayers;
}

/** Tries the answers to the open questions of all statements. Made for one request, and asked once. */
export class Completions {
  readonly #weighing: Weighing;
  readonly #statements: readonly OpenStatement[];
  /** Keys of each open question, by its number. */
  readonly #keys: (readonly string[])[] = [];
  /** The numbers of each statement's open questions, as bits; of more than `MAX_QUESTIONS` not to be used. */
  readonly #masks: readonly number[];
  readonly #numbers: Map<string, number> = new Map();

  /**
   * @param statements - those that apply, or may.
   * @param weighing - the request, and what its layers are weighed with.
   */
  constructor(statements: readonly OpenStatement[], weighing: Weighing) {
    this.#weighing = weighing;
    this.#statements = statements;
    this.#masks = statements.map(({ open }) => {
      let mask = 0;
      for (const { text, keys } of open) mask |= 1 << this.#number(text, keys);
      return mask;
    });
  }

  /** Equal texts are one question. */
  #number(text: string, keys: readonly string[]): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#keys.length);
    return this.#keys.push(keys) - 1;
  }

  decide(): PartialDecision {
    const count = this.#keys.length;
    if (count <= MAX_QUESTIONS) return this.#decideAll(count);
    const least = this.#decideWith((index) => this.#isDeny(index));
    const most = this.#decideWith((index) => !this.#isDeny(index));
    return this.#report(new Set([least, most]), () => true);
  }

  #isDeny(statement: number): boolean {
    return this.#statements[statement]?.statement.deny === true;
  }

  /** Every combination of answers: bit `i` of a combination is the answer to question `i`. */
  #decideAll(count: number): PartialDecision {
    const decisions: Decision[] = [];
    for (let answers = 0; answers < 1 << count; answers++) {
      decisions.push(this.#decideWith((index) => ((this.#masks[index] ?? 0) & ~answers) === 0));
    }
    let relevant = 0;
    for (let question = 0; question < count; question++) {
      const bit = 1 << question;
      if (decisions.some((one, answers) => isAllow(one) !== isAllow(decisions[answers ^ bit])))
        relevant |= bit;
    }
    return this.#report(new Set(decisions), (question) => (relevant & (1 << question)) !== 0);
  }

  /** The decision when exactly those statements with open questions apply that `applies` names. */
  #decideWith(applies: (statement: number) => boolean): Decision {
    const { asked, weigher, allowing } = this.#weighing;
    allowing.clear();
    for (let index = 0; index < this.#statements.length; index++) {
      const open = this.#statements[index];
      if (open === undefined || (open.open.length > 0 && !applies(index))) continue;
      if (open.statement.deny) return 'ExplicitDeny';
      allowing.add(open.statement, open.grades);
    }
    return weigher.weigh(asked, allowing).decision;
  }

  #report(decisions: ReadonlySet<Decision>, isRelevant: (question: number) => boolean): PartialDecision {
    const possible = DECISIONS.filter((decision) => decisions.has(decision));
    if (!decisions.has('Allow')) return { answer: 'Denied', possible, dependsOn: [], residual: [] };
    if (decisions.size === 1) return { answer: 'Allow', possible, dependsOn: [], residual: [] };
    const names = new Map<string, string>();
    for (const [question, keys] of this.#keys.entries()) {
      if (isRelevant(question)) for (const key of keys) names.set(key.toLowerCase(), key);
    }
    const residual = this.#statements.filter(({ open }) =>
      open.some(({ text }) => isRelevant(this.#numbers.get(text) ?? 0)),
    );
    return {
      answer: 'Depends',
      possible,
      dependsOn: [...names.values()].sort(),
      residual: residual.map((open) => describe(open, this.#weighing.asked)),
    };
  }
}

const DECISIONS = ['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const;

function isAllow(decision: Decision | undefined): boolean {
  return decision === 'Allow';
}

function describe(
  { statement, open, conditions }: OpenStatement,
  { reader }: AskedRequest,
): ResidualStatement {
  const [first] = open;
  const keys =
    open.length === 1 && first?.keys.length === 1
      ? first.keys
      : [...new Set(open.flatMap(({ keys: names }) => names))];
  const outcomes = statement.conditions?.explain(reader, conditions) ?? [];
  const { ref, layer, level, sid, policyName } = statementRef(statement);
  const { effect } = statement.source;
  return { ref, layer, level, sid, policyName, effect, conditions: outcomes, keys };
}
