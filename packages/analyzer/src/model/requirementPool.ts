import {
  compileConditions,
  ContextReader,
  KeyTable,
  parseVariables,
  type ConditionOptions,
  type Truth,
} from '@policywright/conditions';
import { describeConditions } from '@policywright/conditions/engine';
import { asciiLowerCase, counts, type CompiledStatement } from '@policywright/evaluator/engine';
import type { Condition } from '@policywright/policy';
import { ActionAsked } from './actionAsked.ts';
import { Interned } from './interned.ts';
import { ACTION, FIRST_KEY, RESOURCE, type KeyCheck, type Requirement } from './requirement.ts';
import { ResourcePool } from './resourcePool.ts';
import type { Given } from './given.ts';

/** What a statement asks of requests, or that it applies to none. */
export type Asked = readonly Requirement[] | 'never';

/** Reads what statements ask, so that what asks the same is the same object, on whichever side it stands. */
export class RequirementPool {
  readonly keys: KeyTable;
  readonly #requirements: Interned<Requirement> = new Interned();
  readonly #checks: Interned<KeyCheck> = new Interned();
  readonly #resources: ResourcePool;
  readonly #reader: ContextReader;
  readonly #given: Given;

  /**
   * @param keys - the table of all statements.
   * @param given - what is the same in all requests.
   */
  constructor(keys: KeyTable, given: Given) {
    this.keys = keys;
    this.#given = given;
    this.#reader = new ContextReader(keys);
    this.#reader.load(given.context);
    this.#resources = new ResourcePool(this.#reader, given);
  }

  /**
   * What a statement asks of action, resource and context keys. Its principal is no part of it: see `Box.grades`.
   *
   * @param statement - compiled over the pool's table.
   * @param options - readings of open questions about conditions.
   */
  askedBy(statement: CompiledStatement, options: ConditionOptions | undefined): Asked {
    const requirements: Requirement[] = [];
    const parts = [
      this.#action(statement),
      this.#resource(statement),
      ...this.#conditions(statement, options),
    ];
    for (const part of parts) {
      if (part === 'never') return part;
      if (part !== 'always') requirements.push(part);
    }
    return requirements.sort((one, other) => one.variable - other.variable);
  }

  #action(statement: CompiledStatement): Requirement | 'always' | 'never' {
    const { negated, values } = statement.source.action;
    if (statement.actions.some(({ kind }) => kind === 'every')) return negated ? 'never' : 'always';
    const irregular =
      statement.deny !== negated && statement.actions.some(({ kind }) => kind === 'irregular');
    const key = `a${negated ? '!' : ''}${irregular ? '?' : ''}${listOf(values.map(asciiLowerCase))}`;
    return this.#requirements.get(key, (id) => ({
      kind: 'action',
      id,
      variable: ACTION,
      asked: new ActionAsked(statement),
    }));
  }

  #resource(statement: CompiledStatement): Requirement | 'always' | 'never' {
    const read = this.#resources.read(statement);
    if (typeof read === 'string') return read;
    return this.#requirements.get(`r${read.key}`, (id) => ({
      kind: 'resource',
      id,
      variable: RESOURCE,
      ...read.asked,
    }));
  }

  #conditions(
    statement: CompiledStatement,
    options: ConditionOptions | undefined,
  ): readonly (Requirement | 'never')[] {
    const bySlot = new Map<number, { readonly text: string; readonly check: KeyCheck }[]>();
    for (const condition of statement.source.conditions) {
      const { text, check } = this.#check(condition, statement, options);
      const slot = this.keys.slot(condition.key);
      const truth = this.#fixedTruth(check, slot);
      if (truth !== undefined) {
        if (!counts(statement, truth)) return ['never'];
        continue;
      }
      const known = bySlot.get(slot);
      if (known === undefined) bySlot.set(slot, [{ text, check }]);
      else known.push({ text, check });
    }
    const undecidedCounts = counts(statement, 2);
    return Array.from(bySlot, ([slot, checks]) => {
      const key = `k${slot} ${undecidedCounts} ${listOf(checks.map(({ text }) => text))}`;
      return this.#requirements.get(key, (id) => ({
        kind: 'key',
        id,
        variable: FIRST_KEY + slot,
        slot,
        checks: checks.map(({ check }) => check),
        undecidedCounts,
      }));
    });
  }

  #check(
    condition: Condition,
    statement: CompiledStatement,
    options: ConditionOptions | undefined,
  ): { readonly text: string; readonly check: KeyCheck } {
    const variables = statement.policy.version === '2012-10-17';
    const slot = this.keys.slot(condition.key);
    const { operator } = condition;
    const values = variables ? condition.values.map((value) => this.#filled(value)) : condition.values;
    const text = JSON.stringify([operator.text.toLowerCase(), slot, variables, values.toSorted(), options]);
    const check = this.#checks.get(text, () => {
      const compiled = compileConditions([{ ...condition, values }], {
        keys: this.keys,
        variables,
        ...(options === undefined ? {} : { options }),
      });
      const [description] = describeConditions(compiled);
      // INVARIANT: one description a condition.
      if (description === undefined) throw new TypeError('a condition without description');
      const others = compiled.slots.filter((other) => other !== slot && !this.#given.fixes(other));
      return { condition, description, variables: others };
    });
    return { text, check };
  }

  /** A value whose variables stand for the same in all requests, with what they stand for. */
  #filled(value: string): string {
    if (!value.includes('${')) return value;
    let filled = '';
    for (const piece of parseVariables(value)) {
      if (piece.kind === 'text') filled += piece.text;
      else if (piece.kind === 'escape') filled += escaped(piece.text);
      else {
        const slot = this.keys.slot(piece.key);
        const known = this.#given.fixes(slot) ? this.#reader.value(slot) : undefined;
        if (typeof known !== 'string') return value;
        filled += escaped(known);
      }
    }
    return filled;
  }

  /** The truth of a condition that is the same in all requests; `undefined` where it is not. */
  #fixedTruth({ description, variables }: KeyCheck, slot: number): Truth | undefined {
    const { kind } = description;
    const constant = kind === 'unknown-operator' || kind === 'qualified-null';
    if (!constant && (variables.length > 0 || !this.#given.fixes(slot))) return undefined;
    const values = this.#reader.value(slot);
    if (typeof values === 'symbol') return 2;
    return description.truthOf(values, this.#reader);
  }
}

/** A text that is no pattern (rule S122). */
function escaped(text: string): string {
  return text.replaceAll(/[*?$]/g, (letter) => `\${${letter}}`);
}

function listOf(texts: readonly string[]): string {
  return JSON.stringify([...new Set(texts)].sort());
}
