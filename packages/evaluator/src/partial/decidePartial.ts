import { UNKNOWN, type KeyTable } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import { LayerWeigher, type AllowingLayers } from '../decision/layerWeigher.ts';
import { exemption } from '../decision/decisionFlow.ts';
import { isAbsentKey, openSlots } from '../context/absentKeys.ts';
import type { KnownRequest } from '../decision/knownRequest.ts';
import { statementRef } from '../explanation/statementReport.ts';
import { GRADE } from '../principal/grade.ts';
import type { Decision } from '../request/decision.ts';
import type { Request } from '../request/request.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';
import { LAYER_BIT } from '../layers/layer.ts';
import { readOpenStatement, type OpenStatement } from './openStatement.ts';
import type { PartialDecision, ResidualStatement } from './partialDecision.ts';
import { partialTools } from './partialTools.ts';
import { mergeVariants, variantsOf, type Variant } from './variants.ts';

/** With more open questions than this, not every combination of answers is tried. */
const MAX_QUESTIONS = 12;

/**
 * Decides a request of which some context keys are unknown: an unknown key may be absent or have any value.
 * A definite answer holds for every completion, but that `s3:DataAccessPointArn` (rule S210) counts as absent
 * unless the context has it. Open questions are taken to be independent of each other,
 * so that an answer may be said to depend on keys that in truth cancel out, never the other way.
 *
 * @param set - the compiled policy set.
 * @param request - the request; its context holds what is known.
 * @param unknown - names of the unknown keys, in any letter case; left out: every key that the context lacks, but for those
 * that are known to be absent.
 */
export function decidePartial(
  set: CompiledSet,
  request: Request,
  unknown: readonly string[] | undefined,
): PartialDecision {
  const { reader, requests, covering: coveringOf } = partialTools(set);
  const covering = coveringOf(request.action);
  // Compiles the statements, so that the key table has every key that they ask for.
  const slots = slotsOf(covering, set.keys);
  reader.load(request.context);
  reader.markUnknown(
    unknown ??
      openSlots(slots, { reader, keys: set.keys, absent: request.absent }).map((slot) => set.keys.name(slot)),
  );
  const known = requests.read(request, reader);
  const exempt = exemption(known, set.flags);
  if (exempt !== undefined) return definite(exempt.decision);
  const decideIn = ({ inactive, serviceLinked, grants }: Variant): PartialDecision => {
    const asked = { ...known, inactive, serviceLinked };
    const input = { known: asked, reader, keys: set.keys };
    const statements = covering.flatMap((statement) => readOpenStatement(statement, input) ?? []);
    return new Completions({ ...set, grants }, asked, statements).decide();
  };
  const isOpen = (key: string): boolean => {
    const slot = set.keys.find(key);
    if (slot >= 0 && reader.value(slot) === UNKNOWN) return true;
    if (unknown !== undefined) return unknown.some((name) => isSameKey(name, key));
    return !hasKey(request, key) && !isAbsentKey(key, request.absent);
  };
  return mergeVariants(variantsOf(set, known, { isOpen, names: unknown }), decideIn);
}

function hasKey({ context = {} }: Request, key: string): boolean {
  return Object.keys(context).some((name) => isSameKey(name, key));
}

function isSameKey(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The keys that the statements ask for. */
function slotsOf(statements: readonly CompiledStatement[], keys: KeyTable): readonly number[] {
  const slots = new Set(['aws:PrincipalArn', 'aws:userid'].map((key) => keys.slot(key)));
  for (const { conditions, resources = [] } of statements) {
    for (const slot of conditions?.slots ?? []) slots.add(slot);
    for (const pattern of resources) for (const slot of pattern.slots) slots.add(slot);
  }
  return [...slots];
}

function definite(decision: Decision): PartialDecision {
  const answer = decision === 'Allow' ? 'Allow' : 'Denied';
  return { answer, possible: [decision], dependsOn: [], residual: [] };
}

/** Tries the answers to the open questions of all statements. */
class Completions {
  readonly #known: KnownRequest;
  readonly #statements: readonly OpenStatement[];
  readonly #weigher: LayerWeigher;
  /** Keys of each open question, by its number. */
  readonly #keys: (readonly string[])[] = [];
  /** The numbers of each statement's open questions. */
  readonly #open: readonly (readonly number[])[];

  constructor(set: CompiledSet, known: KnownRequest, statements: readonly OpenStatement[]) {
    this.#known = known;
    this.#statements = statements;
    this.#weigher = new LayerWeigher(set);
    const numbers = new Map<string, number>();
    this.#open = statements.map(({ open }) =>
      open.map(({ text, keys }) => {
        const numbered = numbers.get(text);
        if (numbered !== undefined) return numbered;
        numbers.set(text, numbers.size);
        this.#keys.push(keys);
        return numbers.size - 1;
      }),
    );
  }

  decide(): PartialDecision {
    const count = this.#keys.length;
    if (count <= MAX_QUESTIONS) return this.#decideAll(count);
    const least = this.#decideWith((index) => this.#isDeny(index));
    const most = this.#decideWith((index) => !this.#isDeny(index));
    return this.#report(new Set([least, most]), new Set(this.#keys.keys()));
  }

  #isDeny(statement: number): boolean {
    return this.#statements[statement]?.statement.deny === true;
  }

  /** Every combination of answers: bit `i` of a combination is the answer to question `i`. */
  #decideAll(count: number): PartialDecision {
    const decisions: Decision[] = [];
    for (let answers = 0; answers < 1 << count; answers++) {
      decisions.push(
        this.#decideWith((index) => this.#open[index]?.every((q) => (answers >> q) & 1) ?? true),
      );
    }
    const relevant = new Set<number>();
    for (let q = 0; q < count; q++) {
      const flips = decisions.some(
        (decision, answers) => isAllow(decision) !== isAllow(decisions[answers ^ (1 << q)]),
      );
      if (flips) relevant.add(q);
    }
    return this.#report(new Set(decisions), relevant);
  }

  /** The decision when exactly those statements with open questions apply that `applies` names. */
  #decideWith(applies: (statement: number) => boolean): Decision {
    const allowing = new Set<number>();
    let grades = GRADE.none as number;
    for (const [index, { statement, open, grades: own }] of this.#statements.entries()) {
      if (open.length > 0 && !applies(index)) continue;
      if (statement.deny) return 'ExplicitDeny';
      allowing.add(statement.layer.index);
      if (statement.layerBit === LAYER_BIT.resource) grades |= own;
    }
    const layers: AllowingLayers = { grades, owner: undefined, allows: (layer) => allowing.has(layer) };
    return this.#weigher.weigh(this.#known, layers).decision;
  }

  #report(decisions: ReadonlySet<Decision>, relevant: ReadonlySet<number>): PartialDecision {
    const possible = (['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const).filter((d) => decisions.has(d));
    if (!decisions.has('Allow')) return { answer: 'Denied', possible, dependsOn: [], residual: [] };
    if (decisions.size === 1) return { answer: 'Allow', possible, dependsOn: [], residual: [] };
    const names = new Map<string, string>();
    for (const q of relevant) for (const key of this.#keys[q] ?? []) names.set(key.toLowerCase(), key);
    const residual = this.#statements.filter((_, index) => this.#open[index]?.some((q) => relevant.has(q)));
    return {
      answer: 'Depends',
      possible,
      dependsOn: [...names.values()].sort(),
      residual: residual.map(describe),
    };
  }
}

function isAllow(decision: Decision | undefined): boolean {
  return decision === 'Allow';
}

function describe({ statement, open, conditions }: OpenStatement): ResidualStatement {
  const keys = [...new Set(open.flatMap(({ keys: names }) => names))];
  return { ...statementRef(statement), effect: statement.source.effect, conditions, keys };
}
