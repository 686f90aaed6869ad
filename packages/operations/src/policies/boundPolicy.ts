import { compileArnPattern, compileGlob, overlap, patternSubsumes, type Matcher } from '@policywright/arn';
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
  const asked = askedFor(pattern);
  return { ...policy, statements: policy.statements.map((one) => boundStatement(one, asked, bound)) };
}

/** The pattern of a resource, ready to be compared. */
interface Asked {
  readonly matcher: Matcher;
  /** Its fields, where no name that stands for a wildcard can hold a colon; those of objects of Amazon S3 can. */
  readonly fields: readonly Matcher[] | undefined;
}

function askedFor(pattern: string): Asked {
  if (!pattern.startsWith('arn:')) return { matcher: compileGlob('*'), fields: undefined };
  const matcher = compileArnPattern(pattern, { dialect: 'resource' });
  return { matcher, fields: pattern.includes(':s3:') ? undefined : fieldsOf(pattern) };
}

function fieldsOf(text: string): readonly Matcher[] {
  return text.split(':').map((field) => compileGlob(field));
}

const EVERY: ListElement = { negated: false, values: ['*'] };
const NONE: ListElement = { negated: true, values: ['*'] };

function boundStatement(statement: Statement, asked: Asked, bound: Bound): Statement {
  const { resource, effect } = statement;
  if (resource === undefined) return statement;
  const mustCover = (effect === 'Allow') === (bound === 'least');
  return { ...statement, resource: bears(resource, asked, mustCover) ? EVERY : NONE };
}

/** Whether an element bears on all resources of a pattern, or else on any. */
function bears({ negated, values }: ListElement, asked: Asked, onAll: boolean): boolean {
  if (!negated) return values.some((value) => (onAll ? covers(value, asked) : meets(value, asked)));
  return onAll ? !values.some((value) => meets(value, asked)) : !values.some((value) => covers(value, asked));
}

/** What cannot be told is no cover; a variable may be anything, and so covers nothing. */
function covers(value: string, asked: Asked): boolean {
  if (value === '*') return true;
  if (value.includes('${')) return false;
  const wide = compileArnPattern(value, { dialect: 'resource' });
  return patternSubsumes(wide, asked.matcher).verdict === 'yes';
}

function meets(value: string, { matcher, fields }: Asked): boolean {
  const text = value.includes('${') ? parseVariables(value).map(textOf).join('') : value;
  // With as many colons as the resource has, no wildcard can stand for one. A variable can.
  const own = fields === undefined || text !== value ? undefined : fieldsOf(text);
  if (own !== undefined && own.length === fields?.length)
    return own.every((field, index) => meetsField(field, fields[index]));
  const other = compileArnPattern(text, { dialect: 'resource', missingFields: 'wildcard' });
  return overlap(other, matcher).verdict !== 'no';
}

function meetsField(field: Matcher, other: Matcher | undefined): boolean {
  return other === undefined || overlap(field, other).verdict !== 'no';
}

function textOf(piece: ReturnType<typeof parseVariables>[number]): string {
  return piece.kind === 'text' ? piece.text : '*';
}
