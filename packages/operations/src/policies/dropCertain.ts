import { compileArnPattern, compileGlob, patternSubsumes, type Matcher } from '@policywright/arn';
import type { Condition, Policy } from '@policywright/policy';

/** Keys whose value is known in part: a pattern that it has, by key in lower case. */
export type KnownInPart = Readonly<Record<string, string>>;

const known = new WeakMap<Policy, Map<string, Policy>>();
/** The most patterns that are kept for one policy. */
const MOST = 20;

/**
 * A policy without the conditions that hold for every value of the patterns: `ArnLike`, `ArnEquals` and `StringLike` with a
 * value that covers one. Other conditions stay as they are, so that their keys are unknown.
 *
 * @returns the same object for the same policy and patterns, so that it is compiled once.
 */
export function dropCertain(policy: Policy, patterns: KnownInPart): Policy {
  const name = JSON.stringify(patterns);
  const made = known.get(policy) ?? new Map<string, Policy>();
  known.set(policy, made);
  let dropped = made.get(name);
  if (dropped === undefined) {
    dropped = {
      ...policy,
      statements: policy.statements.map((statement) => ({
        ...statement,
        conditions: statement.conditions.filter((condition) => !isCertain(condition, patterns)),
      })),
    };
    if (made.size >= MOST) made.clear();
    made.set(name, dropped);
  }
  return dropped;
}

function isCertain({ operator, key, values }: Condition, patterns: KnownInPart): boolean {
  const pattern = patterns[key.toLowerCase()];
  const compile = COMPILERS[operator.name];
  if (pattern === undefined || compile === undefined || operator.qualifier !== undefined) return false;
  const asked = compile(pattern);
  return values.some(
    (value) => !value.includes('${') && patternSubsumes(compile(value), asked).verdict === 'yes',
  );
}

function arnMatcher(text: string): Matcher {
  return compileArnPattern(text, { dialect: 'operator' });
}

const COMPILERS: Readonly<Record<string, ((text: string) => Matcher) | undefined>> = {
  ArnLike: arnMatcher,
  ArnEquals: arnMatcher,
  StringLike: (text) => compileGlob(text),
};
