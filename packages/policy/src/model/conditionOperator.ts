/** The operators of the language without prefix and suffix, in canonical spelling. */
export const OPERATOR_NAMES = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnNotEquals',
  'ArnLike',
  'ArnNotLike',
  'Null',
] as const;

/** The canonical name of an operator, without set qualifier and `IfExists`. */
export type OperatorName = (typeof OPERATOR_NAMES)[number];

/** How an operator treats a multivalued key (rules S83 to S88). */
export type SetQualifier = 'ForAllValues' | 'ForAnyValue';

/** A condition operator as written, taken apart. */
export interface ConditionOperator {
  /** The spelling in the document, for example `forallvalues:stringlikeifexists`. */
  readonly text: string;
  readonly name: OperatorName;
  readonly qualifier: SetQualifier | undefined;
  readonly ifExists: boolean;
}

const BY_LOWER_CASE: ReadonlyMap<string, OperatorName> = new Map(
  OPERATOR_NAMES.map((name) => [name.toLowerCase(), name]),
);
/** Operators already taken apart, by their one spelling in documents that keep to it. */
const CANONICAL = new Map<string, ConditionOperator>();
const NOT_ASCII = /[^ -~]/;
const QUALIFIER = /^(forallvalues|foranyvalue):/;
const IF_EXISTS = /ifexists$/;

/**
 * Takes the name of a condition operator apart, accepting any letter case (rule S22).
 *
 * @param text - the member name under `Condition`, such as `ForAnyValue:StringLike`.
 * @returns the operator, or `undefined` for a name that the language does not have, including
 * `NullIfExists` (rule S82).
 */
export function parseConditionOperator(text: string): ConditionOperator | undefined {
  const known = CANONICAL.get(text);
  if (known !== undefined) return known;
  const operator = takeApart(text);
  // Bounded, as there are only so many: text from documents does not make it grow.
  if (operator !== undefined && spell(operator) === text) CANONICAL.set(text, Object.freeze(operator));
  return operator;
}

function spell({ qualifier, name, ifExists }: ConditionOperator): string {
  return `${qualifier === undefined ? '' : `${qualifier}:`}${name}${ifExists ? 'IfExists' : ''}`;
}

function takeApart(text: string): ConditionOperator | undefined {
  // Some letters outside ASCII have one of ASCII as their lower case, such as the Kelvin sign.
  if (typeof text !== 'string' || NOT_ASCII.test(text)) return undefined;
  const lower = text.toLowerCase();
  const qualifierMatch = QUALIFIER.exec(lower);
  const unqualified = qualifierMatch ? lower.slice(qualifierMatch[0].length) : lower;
  const ifExists = IF_EXISTS.test(unqualified);
  const name = BY_LOWER_CASE.get(ifExists ? unqualified.slice(0, -'IfExists'.length) : unqualified);
  if (name === undefined) return undefined;
  if (name === 'Null' && ifExists) return undefined;
  const qualifier =
    qualifierMatch === null
      ? undefined
      : qualifierMatch[1] === 'forallvalues'
        ? 'ForAllValues'
        : 'ForAnyValue';
  return { text, name, qualifier, ifExists };
}
