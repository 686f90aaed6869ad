import type { Condition, ListElement, Policy, Statement } from '@policywright/policy';
import { ANY_TEXT, smtAction, smtGlob, smtResource, smtText } from './smtTexts.ts';

/** What is read otherwise in one of the two: who asks, and what hangs on an access point. */
const KEYS_APART = /^(?:aws:(?:principal|userid$|username$|source(?:account|arn)$)|s3:dataaccesspoint)/;
const OPERATORS: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'Null',
]);

/**
 * Writes down in SMT-LIB whether there is a request that one version of identity-based policies allows and the other does not:
 * texts for action and resource, and for each context key whether it is absent, has one value or several. Written from the
 * rules, beside the analyzer.
 *
 * @param before - the old version.
 * @param after - the new one.
 * @returns declarations and assertions, which can be met where there is; `undefined` where a policy has more than the fragment: principals, policy
 * variables, other operators than those on strings, set operators, irregular patterns.
 */
export function smtQuestion(before: readonly Policy[], after: readonly Policy[]): string | undefined {
  const keys = new Map<string, number>();
  const [old, now] = [before, after].map((policies) => allows(policies, keys));
  if (old === undefined || now === undefined) return undefined;
  return [
    '(declare-const action String)',
    '(declare-const resource String)',
    ...[...keys.values()].flatMap((key) => [
      `(declare-const present${String(key)} Bool)`,
      `(declare-const several${String(key)} Bool)`,
      `(declare-const value${String(key)} String)`,
    ]),
    `(assert (str.in_re action ${ACTIONS}))`,
    `(assert (str.in_re resource ${RESOURCES}))`,
    `(assert ${now})`,
    `(assert (not ${old}))`,
  ].join('\n');
}

const FIELD = '(re.* (re.inter re.allchar (re.comp (str.to_re ":"))))';
const NAME = '(re.+ (re.inter re.allchar (re.comp (re.union (str.to_re ":") (re.range "A" "Z")))))';
/** Actions in lower case; the language holds their names to no letters. */
const ACTIONS = `(re.++ ${NAME} (str.to_re ":") ${NAME})`;
const HEAD = Array.from({ length: 4 }, () => `${FIELD} (str.to_re ":")`).join(' ');
/** Any ARN, or `*`. */
const RESOURCES = `(re.union (str.to_re "*") (re.++ (str.to_re "arn:") ${HEAD} ${ANY_TEXT}))`;

type Keys = Map<string, number>;

/** When policies allow: some Allow applies and no Deny does. */
function allows(policies: readonly Policy[], keys: Keys): string | undefined {
  const by = { Allow: [] as string[], Deny: [] as string[] };
  for (const policy of policies) {
    for (const statement of policy.statements) {
      const applies = statementApplies(statement, keys);
      if (applies === undefined) return undefined;
      by[statement.effect].push(applies);
    }
  }
  return `(and ${either(by.Allow)} (not ${either(by.Deny)}))`;
}

function statementApplies(statement: Statement, keys: Keys): string | undefined {
  const { principal, action, resource, conditions, effect } = statement;
  if (principal !== undefined || resource === undefined) return undefined;
  const parts = [
    listMatches('action', action, smtAction),
    listMatches('resource', resource, smtResource),
    ...conditions.map((condition) => conditionHolds(condition, keys, effect === 'Deny')),
  ];
  return parts.includes(undefined) ? undefined : `(and ${parts.join(' ')})`;
}

function listMatches(
  name: string,
  { negated, values }: ListElement,
  pattern: (text: string) => string | undefined,
): string | undefined {
  const patterns = values.map((text) => (text.includes('${') ? undefined : pattern(text)));
  if (patterns.includes(undefined)) return undefined;
  const matches = either(patterns.map((one) => `(str.in_re ${name} ${one ?? ''})`));
  return negated ? `(not ${matches})` : matches;
}

/**
 * When a condition holds (S76 to S78). A key with several values is undecided without a set operator (S87), which keeps a Deny
 * and drops an Allow (S23).
 */
function conditionHolds(
  { key, operator, values }: Condition,
  keys: Keys,
  undecidedCounts: boolean,
): string | undefined {
  const name = key.toLowerCase();
  const isKnown =
    OPERATORS.has(operator.name) &&
    operator.qualifier === undefined &&
    !KEYS_APART.test(name) &&
    values.length > 0 &&
    values.every((text) => !text.includes('${'));
  if (!isKnown) return undefined;
  const number = keys.get(name) ?? keys.size;
  keys.set(name, number);
  const present = `present${String(number)}`;
  if (operator.name === 'Null') {
    if (values.length !== 1 || !/^(?:true|false)$/i.test(values[0] ?? '')) return undefined;
    return values[0]?.toLowerCase() === 'true' ? `(not ${present})` : present;
  }
  const isLike = operator.name.endsWith('Like');
  const isNegated = operator.name.includes('Not');
  const value = `value${String(number)}`;
  const matches = either(
    values.map((text) =>
      isLike ? `(str.in_re ${value} ${smtGlob(text)})` : `(= ${value} ${smtText(text)})`,
    ),
  );
  const single = isNegated ? `(not ${matches})` : matches;
  const whenAbsent = isNegated || operator.ifExists;
  return `(ite ${present} (ite several${String(number)} ${String(undecidedCounts)} ${single}) ${String(whenAbsent)})`;
}

function either(parts: readonly string[]): string {
  const [first = 'false', ...others] = parts;
  return others.length === 0 ? first : `(or ${parts.join(' ')})`;
}
