import { compileConditions, type ConditionOptions, type KeyTable } from '@policywright/conditions';
import { describeConditions, type ConditionDescription } from '@policywright/conditions/engine';
import type { CompiledStatement } from '@policywright/evaluator/engine';
import { FOLLOWING_KEYS } from './keysOfCaller.ts';

/** A condition on a key that follows from the caller. */
export interface CallerCondition {
  /** In lower case. */
  readonly key: string;
  readonly description: ConditionDescription;
  /** As written. */
  readonly values: readonly string[];
}

/** What policies ask of the caller beside `Principal`. */
export interface CallerConditions {
  /** Each once. */
  readonly conditions: readonly CallerCondition[];
  /** Following keys, in lower case, that stand in policy variables, or whose conditions have some. */
  readonly hanging: ReadonlySet<string>;
  /** All keys that conditions and variables read, in lower case. */
  readonly inPlay: ReadonlySet<string>;
}

/**
 * Finds what statements ask of keys that follow from the caller.
 *
 * @param statements - compiled.
 * @param keys - their table.
 * @param options - readings of open questions about conditions.
 */
export function callerConditions(
  statements: readonly CompiledStatement[],
  keys: KeyTable,
  options: ConditionOptions | undefined,
): CallerConditions {
  const conditions = new Map<string, CallerCondition>();
  const hanging = new Set<string>();
  const inPlay = new Set<string>();
  const hang = (key: string): void => {
    inPlay.add(key.toLowerCase());
    if (FOLLOWING_KEYS.has(key.toLowerCase())) hanging.add(key.toLowerCase());
  };
  for (const { source, policy, resources } of statements) {
    for (const { form } of resources ?? []) {
      if (form.kind === 'template') for (const { key } of form.template.variables) hang(key);
    }
    const variables = policy.version === '2012-10-17';
    for (const condition of source.conditions) {
      const key = condition.key.toLowerCase();
      inPlay.add(key);
      const { operator, values } = condition;
      const isOfCaller = FOLLOWING_KEYS.has(key);
      if (!isOfCaller && !(variables && values.some((value: string) => value.includes('${')))) continue;
      const text = JSON.stringify([operator.text.toLowerCase(), key, variables, values]);
      if (conditions.has(text)) continue;
      const compiled = compileConditions([condition], {
        keys,
        variables,
        ...(options === undefined ? {} : { options }),
      });
      const [description] = describeConditions(compiled);
      // INVARIANT: one description a condition.
      if (description === undefined) throw new TypeError('a condition without description');
      for (const variable of description.variables) hang(variable.key);
      const { kind, values: compared } = description;
      const isText = compared.theory === 'text' || kind === 'Null';
      if (isOfCaller && (description.variables.length > 0 || !isText)) hang(key);
      if (isOfCaller) conditions.set(text, { key, description, values });
    }
  }
  return { conditions: [...conditions.values()], hanging, inPlay };
}
