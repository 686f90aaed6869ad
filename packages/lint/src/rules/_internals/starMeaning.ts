import { findGlobalKey } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Report } from '../../rule/rule.ts';

/** When a condition holds whose pattern takes in every value. */
export type StarMeaning = 'present' | 'absent' | 'always' | 'never';

/** What a rule says of such conditions. */
interface StarWords {
  readonly says: string;
  readonly help: (key: string) => string;
}

/** Reports conditions whose pattern takes in every value, and which hold therefore only depending on the key's presence. */
export function* checkStars(
  context: LintContext,
  meaning: StarMeaning,
  { says, help }: StarWords,
): Iterable<Report> {
  for (const { facts } of context.conditions) {
    const star = meaningOf(facts) === meaning ? starOf(context, facts) : undefined;
    if (star === undefined) continue;
    const { key, operator } = facts.condition;
    yield {
      pointer: facts.pointer,
      markName: true,
      message: `found ${quote(star)} for ${quote(key)} under \`${operator.text}\`, which ${says}`,
      help: help(key),
    };
  }
}

/** A pattern of the condition that takes in whatever value the key can have. */
function starOf(context: LintContext, facts: ConditionFacts): string | undefined {
  const pattern = PATTERNS.find(({ operator }) => operator.test(facts.condition.operator.name));
  if (pattern === undefined || (facts.family === 'Arn' && keyDefinition(facts)?.type !== 'ARN'))
    return undefined;
  return valueEntries(context, facts).find(({ text }) => pattern.star.test(text))?.text;
}

const PATTERNS: readonly { readonly operator: RegExp; readonly star: RegExp }[] = [
  { operator: /^String.*Like$/, star: /^\*+$/ },
  // Every value of such a key is an ARN (rule S112).
  { operator: /^Arn/, star: /^(?:arn|\*+):(?:\*+:){4}\*+$/ },
];

/** Rules S77, S78, S83 and S84, for a pattern that every value meets. */
function meaningOf({ condition: { operator }, negated, key }: ConditionFacts): StarMeaning {
  const { qualifier, ifExists } = operator;
  const isAlwaysThere = findGlobalKey(key)?.always === true;
  if (!negated) return ifExists || qualifier === 'ForAllValues' || isAlwaysThere ? 'always' : 'present';
  if (isAlwaysThere || (qualifier === 'ForAnyValue' && !ifExists)) return 'never';
  return 'absent';
}
