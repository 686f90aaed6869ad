import { compileArnPattern, compileGlob, patternSubsumes, type Matcher } from '@policywright/arn';

/** Lists the actions that a pattern matches, as `expandActions` of the catalog does. */
export type ExpandActions = (pattern: string) => readonly string[];

/** Whether it is proved that two lists of action patterns match the same actions. */
export function sameActions(
  before: readonly string[],
  after: readonly string[],
  expand: ExpandActions | undefined,
): boolean {
  if (eachCovered(before, after, coversAction) && eachCovered(after, before, coversAction)) return true;
  if (expand === undefined || ![...before, ...after].every((text) => REGULAR_ACTION.test(text))) return false;
  const expansions = [before, after].map(
    (patterns) => new Set(patterns.flatMap((pattern) => expand(pattern))),
  );
  const [first, second] = expansions;
  // A service that the catalog does not know proves nothing.
  if (first === undefined || second === undefined || first.size === 0) return false;
  return first.size === second.size && [...first].every((name) => second.has(name));
}

/** Whether it is proved that two lists of resource patterns match the same resources. */
export function sameResources(before: readonly string[], after: readonly string[]): boolean {
  return eachCovered(before, after, coversResource) && eachCovered(after, before, coversResource);
}

/** Whether every pattern of a list is covered by one of another. */
export function eachCovered(
  narrow: readonly string[],
  wide: readonly string[],
  covers: (wide: string, narrow: string) => boolean,
): boolean {
  return narrow.every((pattern) => wide.some((other) => other === pattern || covers(other, pattern)));
}

/** Whether it is proved that a resource pattern matches all that another does. */
export function coversResource(wide: string, narrow: string): boolean {
  // What a variable stands for, and what short ARNs mean, depends on more than the pattern.
  if ([wide, narrow].some((text) => text.includes('${'))) return wide === '*';
  if ([wide, narrow].some((text) => text !== '*' && text.split(':').length < 6)) return wide === '*';
  return subsumed(resourceMatcher(wide), resourceMatcher(narrow));
}

/** S65: patterns of another form count in some statements and not in others. */
const REGULAR_ACTION = /^(?:\*+(?::\*+)?|[^:*?]+:.*)$/;

/** Whether it is proved that an action pattern matches all that another does. */
export function coversAction(wide: string, narrow: string): boolean {
  if (![wide, narrow].every((text) => REGULAR_ACTION.test(text))) return false;
  return subsumed(actionMatcher(wide), actionMatcher(narrow));
}

/** Whether it is proved that a text pattern, as of StringLike, matches all that another does. */
export function coversText(wide: string, narrow: string): boolean {
  if ([wide, narrow].some((text) => text.includes('${'))) return false;
  return subsumed(compileGlob(wide), compileGlob(narrow));
}

function subsumed(wide: Matcher, narrow: Matcher): boolean {
  return patternSubsumes(wide, narrow, { limit: 10_000 }).verdict === 'yes';
}

function actionMatcher(pattern: string): Matcher {
  return compileGlob(pattern, { ignoreCase: true });
}

function resourceMatcher(pattern: string): Matcher {
  return compileArnPattern(pattern, { dialect: 'resource' });
}
