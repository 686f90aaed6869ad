import type { ContextValue } from '@policywright/conditions';
import {
  isServiceLinkedRole,
  LAYER_BIT,
  roleArnOf,
  statementGrades,
  type CallerFacts,
  type CompiledStatement,
} from '@policywright/evaluator/engine';
import type { PrincipalEntry } from '@policywright/policy';
import type { Budget } from '../model/budget.ts';
import type { CallerConditions } from './callerConditions.ts';
import type { Candidate } from './candidates.ts';

/** So many steps it takes to derive the keys of a caller. */
const DERIVED_COST = 32;

/** Tells callers apart by all that policies make of them. */
export class Signatures {
  readonly #elements: readonly CompiledStatement[];
  readonly #conditions: CallerConditions;
  readonly #budget: Budget;

  /**
   * @param statements - of all policies in play.
   * @param conditions - theirs on keys that follow from the caller.
   * @param budget - counts steps.
   */
  constructor(statements: readonly CompiledStatement[], conditions: CallerConditions, budget: Budget) {
    this.#elements = distinctElements(statements);
    this.#conditions = conditions;
    this.#budget = budget;
  }

  /** A text that is the same for callers of which all policies make the same, wherever the resource is. */
  of(candidate: Candidate): string {
    const { kind, caller, account } = candidate;
    const { conditions, hanging } = this.#conditions;
    // The keys of a caller are derived only where something asks for them.
    const derived = conditions.length + hanging.size === 0 ? 0 : DERIVED_COST + conditions.length;
    this.#budget.take(1 + (this.#elements.length >> 1) + derived);
    const partition = account === '' ? '' : caller.partition;
    const linked = isServiceLinkedRole(candidate.principalArn) ? 'linked' : '';
    const id = candidate.userId === undefined ? '' : 'id';
    return `${kind} ${linked} ${id} ${partition} ${this.#grades(candidate)} ${this.#truths(candidate)} ${this.#values(candidate)}`;
  }

  /** How each element covers the caller; endpoint policies in both kinds of endpoints (rule S33). */
  #grades({ caller, principalArn, userId }: Candidate): string {
    const facts: CallerFacts = {
      caller,
      roleArn: roleArnOf(caller, principalArn),
      userId,
      hasBoundary: false,
      throughGateway: false,
      unknown: undefined,
    };
    let grades = '';
    for (const statement of this.#elements) {
      grades += String.fromCharCode(97 + statementGrades(statement, facts));
      if (statement.layerBit === LAYER_BIT.vpcEndpoint)
        grades += String.fromCharCode(97 + statementGrades(statement, { ...facts, throughGateway: true }));
    }
    return grades;
  }

  #truths(candidate: Candidate): string {
    const { conditions } = this.#conditions;
    if (conditions.length === 0) return '';
    const { context, open } = candidate;
    let truths = '';
    const values = lowerKeys(context);
    for (const { key, description } of conditions) {
      const isFree = open.has(key) || description.variables.length > 0;
      truths += isFree ? '.' : values.has(key) ? description.truthOf(listOf(values.get(key))) : '-';
    }
    return truths;
  }

  /** What other parts of the request hang on. */
  #values(candidate: Candidate): string {
    const { account, isStranger, principal } = candidate;
    const { hanging, inPlay } = this.#conditions;
    const texts: string[] = [];
    if (hanging.size > 0) {
      const values = lowerKeys(candidate.context);
      const { open } = candidate;
      for (const key of hanging) if (!open.has(key)) texts.push(JSON.stringify(values.get(key) ?? null));
    }
    if (inPlay.has('kms:calleraccount')) texts.push(account);
    // An id that is not given has the session's name in it.
    if (inPlay.has('aws:userid') && !isStranger) texts.push(JSON.stringify(principal));
    return texts.join();
  }
}

/** The statements that differ in whom they cover. */
function distinctElements(statements: readonly CompiledStatement[]): readonly CompiledStatement[] {
  const known = new Map<string, CompiledStatement>();
  for (const statement of statements) {
    const { principal } = statement.source;
    if (!statement.takesPart || !statement.hasPrincipal || principal === undefined) continue;
    const entries = principal.entries.map(({ kind, value }: PrincipalEntry) => `${kind} ${value}`);
    const isEndpoint = statement.layerBit === LAYER_BIT.vpcEndpoint;
    const key = JSON.stringify([principal.negated, statement.deny, isEndpoint, entries]);
    if (!known.has(key)) known.set(key, statement);
  }
  return [...known.values()];
}

/**
 * One unique id for each way in which policies name some.
 *
 * @param ids - those that they name.
 * @param statements - the statements of the policies.
 * @param hasConditions - conditions compare unique ids, so that each is one of its own.
 */
export function distinctIds(
  ids: ReadonlySet<string>,
  statements: readonly CompiledStatement[],
  hasConditions: boolean,
): readonly string[] {
  if (hasConditions || ids.size < 2) return [...ids];
  const places = new Map<string, string>([...ids].map((id) => [id, id.slice(0, 4)]));
  distinctElements(statements).forEach(({ source }, index) => {
    for (const { value } of source.principal?.entries ?? []) {
      const known = places.get(value);
      if (known !== undefined) places.set(value, `${known} ${index}`);
    }
  });
  return [...new Map([...places].map(([id, place]) => [place, id])).values()];
}

function lowerKeys(context: Candidate['context']): ReadonlyMap<string, ContextValue> {
  return new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
}

function listOf(value: ContextValue | undefined): string | readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : value === undefined ? undefined : String(value);
}
