import type { JsonNode } from '../../json/jsonNode.ts';
import type { StatementElement } from '../../model/elementNames.ts';
import { placeToShow } from '../../json/describeNode.ts';
import type { ReadContext } from './readContext.ts';
import type { Elements } from './readElements.ts';
import type { NegatableElement } from './statementPlace.ts';

interface Choice<Value> {
  readonly element: NegatableElement;
  /** Pointer of the statement. */
  readonly pointer: string;
  readonly read: (
    context: ReadContext,
    node: JsonNode,
    place: { negated: boolean; pointer: string },
  ) => Value;
}

/** Reads an element or its negation, reporting that both stand side by side (rules S14 to S16). */
export function readEither<Value>(
  context: ReadContext,
  { found }: Elements<StatementElement>,
  { element, pointer, read }: Choice<Value>,
): Value | undefined {
  const negation = `Not${element}` as const;
  const positive = found[element];
  const negative = found[negation];
  if (positive !== undefined && negative !== undefined) {
    context.findings.report({
      code: 'unsupported-element-combination',
      message: `found \`${element}\` and \`${negation}\` in one statement, expected one of them`,
      at: placeToShow(negative),
      pointer: `${pointer}/${negation}`,
      help: 'split the statement in two',
    });
  }
  const value = positive && read(context, positive, { negated: false, pointer: `${pointer}/${element}` });
  const negatedValue =
    negative && read(context, negative, { negated: true, pointer: `${pointer}/${negation}` });
  return value ?? negatedValue;
}
