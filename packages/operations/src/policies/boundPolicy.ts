import { compileArnPattern, compileGlob, overlap, patternSubsumes, type Matcher } from '@policywright/arn';
import { parseVariables, type TruthWord } from '@policywright/conditions';
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
  let ofPolicy = bounded.get(policy);
  if (ofPolicy === undefined) bounded.set(policy, (ofPolicy = new Map()));
  const key = `${bound} ${pattern}`;
  let found = ofPolicy.get(key);
  if (found === undefined) {
    const asked = askedFor(pattern);
    found = { ...policy, statements: policy.statements.map((one) => boundStatement(one, asked, bound)) };
    if (ofPolicy.size >= MOST_BOUNDED) ofPolicy.clear();
    ofPolicy.set(key, found);
  }
  return found;
}

/** Callers share policies, and calls ask for the same types of resources. */
const bounded = new WeakMap<Policy, Map<string, Policy>>();
const MOST_BOUNDED = 20;
const patterns = new Map<string, Asked>();
const MOST_PATTERNS = 1000;

/** The pattern of a resource, ready to be compared. */
interface Asked {
  readonly matcher: Matcher;
  /** Its fields, where no name that stands for a wildcard can hold a colon; those of objects of Amazon S3 can. */
  readonly fields: readonly Matcher[] | undefined;
  /** Whether values of elements cover it, and whether they meet it: policies have the same values again and again. */
  readonly covered: Map<string, boolean>;
  readonly met: Map<string, boolean>;
}

function askedFor(pattern: string): Asked {
  let asked = patterns.get(pattern);
  if (asked === undefined) {
    asked = { ...readPattern(pattern), covered: new Map(), met: new Map() };
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(pattern, asked);
  }
  return asked;
}

function readPattern(pattern: string): Pick<Asked, 'matcher' | 'fields'> {
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

/** How an element relates to the resources of a pattern. */
export interface PatternBearing {
  /** Of all of them, of none, or of some. */
  readonly result: TruthWord;
  /** The one that tells it: it covers all of them, or else it alone covers some. */
  readonly value: string | undefined;
}

/**
 * How an element of a statement relates to the resources of a pattern.
 *
 * @param element - `Resource` or `NotResource`.
 * @param pattern - as for `boundPolicy`.
 */
export function bearingOnPattern({ negated, values }: ListElement, pattern: string): PatternBearing {
  const asked = askedFor(pattern);
  const value = values.find((one) => covers(one, asked));
  if (value !== undefined) return { result: negated ? 'false' : 'true', value };
  const met = values.filter((one) => meets(one, asked));
  if (met.length > 0) return { result: 'undecided', value: met.length === 1 ? met[0] : undefined };
  return { result: negated ? 'true' : 'false', value: undefined };
}

/** Whether an element bears on all resources of a pattern, or else on any. */
function bears({ negated, values }: ListElement, asked: Asked, onAll: boolean): boolean {
  if (!negated) return values.some((value) => (onAll ? covers(value, asked) : meets(value, asked)));
  return onAll ? !values.some((value) => meets(value, asked)) : !values.some((value) => covers(value, asked));
}

function remembered(known: Map<string, boolean>, value: string, find: () => boolean): boolean {
  let found = known.get(value);
  if (found === undefined) {
    found = find();
    if (known.size >= MOST_PATTERNS) known.clear();
    known.set(value, found);
  }
  return found;
}

/** What cannot be told is no cover; a variable may be anything, and so covers nothing. */
function covers(value: string, asked: Asked): boolean {
  if (value === '*') return true;
  if (value.includes('${')) return false;
  return remembered(asked.covered, value, () => coversPattern(value, asked));
}

function coversPattern(value: string, asked: Asked): boolean {
  const wide = compileArnPattern(value, { dialect: 'resource' });
  return patternSubsumes(wide, asked.matcher).verdict === 'yes';
}

function meets(value: string, asked: Asked): boolean {
  return value === '*' || remembered(asked.met, value, () => meetsPattern(value, asked));
}

function meetsPattern(value: string, { matcher, fields }: Asked): boolean {
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
