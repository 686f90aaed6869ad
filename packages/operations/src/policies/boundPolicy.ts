import { compileArnPattern, compileGlob, overlap, subsumes, type Matcher } from '@policywright/arn';
import { parseVariables } from '@policywright/conditions';
import type { ListElement, Policy, Statement } from '@policywright/policy';

/** Which statements to take for those that bear on a resource of which only a pattern is known. */
export type Bound = 'least' | 'most';

/**
 * A policy for a resource of which only a pattern is known: its statements bear on every resource or on none.
 *
 * `least` allows no more than the policy does for any resource of the pattern: an Allow has to bear on all of them, a Deny
 * on one. `most` allows no less. Statements keep their place.
 */
export function boundPolicy(policy: Policy, pattern: string, bound: Bound): Policy {
  const asked = matcherOf(pattern);
  return { ...policy, statements: policy.statements.map((one) => boundStatement(one, asked, bound)) };
}

function matcherOf(pattern: string): Matcher {
  return pattern === '*' ? compileGlob('*') : compileArnPattern(pattern, { dialect: 'resource' });
}

const EVERY: ListElement = { negated: false, values: ['*'] };
const NONE: ListElement = { negated: true, values: ['*'] };

function boundStatement(statement: Statement, asked: Matcher, bound: Bound): Statement {
  const { resource, effect } = statement;
  if (resource === undefined) return statement;
  const mustCover = (effect === 'Allow') === (bound === 'least');
  return { ...statement, resource: bears(resource, asked, mustCover) ? EVERY : NONE };
}

/** Whether an element bears on all resources of a pattern, or else on any. */
function bears({ negated, values }: ListElement, asked: Matcher, onAll: boolean): boolean {
  if (!negated) return values.some((value) => (onAll ? covers(value, asked) : meets(value, asked)));
  return onAll ? !values.some((value) => meets(value, asked)) : !values.some((value) => covers(value, asked));
}

/** What cannot be told is no cover; a variable may be anything, and so covers nothing. */
function covers(value: string, asked: Matcher): boolean {
  if (value === '*') return true;
  if (value.includes('${')) return false;
  const wide = compileArnPattern(value, { dialect: 'resource' });
  return subsumes(wide, asked).verdict === 'yes';
}

function meets(value: string, asked: Matcher): boolean {
  const text = value.includes('${') ? parseVariables(value).map(textOf).join('') : value;
  return (
    overlap(compileArnPattern(text, { dialect: 'resource', missingFields: 'wildcard' }), asked).verdict !==
    'no'
  );
}

function textOf(piece: ReturnType<typeof parseVariables>[number]): string {
  return piece.kind === 'text' ? piece.text : '*';
}
