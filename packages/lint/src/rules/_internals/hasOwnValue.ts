import {
  compileConditions,
  ContextReader,
  FALSE,
  KeyTable,
  TRUE,
  type Truth,
} from '@policywright/conditions';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/**
 * Whether a statement names a value of a condition key that it asks for and that none of the others admits: then they do not
 * cover it. A glance, which says so of most that do not.
 *
 * @param narrow - the statement.
 * @param others - those that may cover it.
 */
export function hasOwnValue(narrow: StatementFacts, others: readonly StatementFacts[]): boolean {
  return narrow.conditions.some(({ key, values }) =>
    values
      .slice(0, MOST_VALUES)
      .some(
        (value) =>
          truthOf(narrow, key, value) === TRUE &&
          others.every((other) => truthOf(other, key, value) === FALSE),
      ),
  );
}

/** So many values of each condition are tried. */
const MOST_VALUES = 4;

/** What the conditions of a statement on a key make of a value; `undefined` where that is up to policy variables. */
function truthOf(statement: StatementFacts, key: string, value: string): Truth | undefined {
  const conditions = statement.conditionsOn(key).map(({ condition }) => condition);
  if ([value, ...conditions.flatMap(({ values }) => values)].some((text) => text.includes('${')))
    return undefined;
  const keys = new KeyTable();
  const compiled = compileConditions(conditions, { keys, variables: false });
  const reader = new ContextReader(keys);
  reader.load({ [key]: value });
  return compiled.evaluate(reader);
}
