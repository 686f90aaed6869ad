import { servicePrincipalKeys } from '../../data/servicePrincipalKeys.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf, type PrincipalPlace } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { valueEntries } from '../../facts/valueEntries.ts';

/** Keys that tell for which resource or account a service calls, in lower case. */
export const SOURCE_KEYS: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
]);

/** The service principals of an Allow statement of a resource policy. */
export function trustedServices(context: LintContext, statement: StatementFacts): readonly PrincipalPlace[] {
  if (context.type !== 'resource' || !statement.allows) return [];
  return principalsOf(context, statement).filter(
    ({ entry, negated }) => !negated && entry.kind === 'Service',
  );
}

/** Whether a statement needs a key of the source. */
export function namesSource({ conditions }: StatementFacts): boolean {
  return conditions.some((facts) => SOURCE_KEYS.has(facts.key) && facts.needsKey);
}

/** Whether a statement names service principals and nobody else. */
export function isForServices(context: LintContext, statement: StatementFacts): boolean {
  const principals = principalsOf(context, statement);
  return (
    principals.length > 0 && principals.every(({ entry, negated }) => entry.kind === 'Service' && !negated)
  );
}

/** A value that is to be the name of a service principal. */
export interface ServicePrincipalValue {
  readonly text: string;
  readonly pointer: string;
  readonly facts: ConditionFacts;
  /** Whether the name must have a Region. */
  readonly form: 'plain' | 'regional';
}

/** The values of conditions on keys whose values are service principals. */
export function* servicePrincipalValues(context: LintContext): Iterable<ServicePrincipalValue> {
  for (const { facts } of context.conditions) {
    const form = facts.family === 'String' ? servicePrincipalKeys().get(facts.key) : undefined;
    if (form === undefined) continue;
    for (const { text, pointer } of valueEntries(context, facts)) yield { text, pointer, facts, form };
  }
}
