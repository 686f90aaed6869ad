import type { ConditionOutcome } from '@policywright/conditions';
import type { ElementReport, LayerReport, StatementReport } from '../explanation/explanation.ts';

/** How a format writes foreign text, so that it stays text. */
export interface TextStyle {
  /** A name within a sentence. */
  readonly name: (text: string) => string;
  /** A value of a policy or a request, set apart from the sentence. */
  readonly value: (text: string) => string;
}

/** What each verdict of a layer is called. */
export const VERDICT_WORDS: Readonly<Record<LayerReport['verdict'], string>> = {
  absent: 'not present',
  notApplicable: 'does not apply to this request',
  allows: 'allows',
  denies: 'denies',
  silent: 'silent (no statement allows)',
};

/**
 * A statement in words: its title, and its elements and conditions, each marked as matching or not.
 *
 * @returns one line each, not indented.
 */
export function statementLines(
  statement: StatementReport,
  style: TextStyle,
): readonly [title: string, ...details: string[]] {
  const { effect, applies, action, resource, principal, conditions } = statement;
  const elements = [action, resource, principal].filter((element) => element !== undefined);
  return [
    `${signOf(applies)} ${effect} ${titleOf(statement, style)}${applies ? '' : ': does not apply'}`,
    ...elements.map((element) => `${signOf(element.matches)} ${elementText(element, style)}`),
    ...conditions.map((outcome) => `${SIGNS[outcome.result]} ${conditionText(outcome, style)}`),
  ];
}

function elementText(
  { element, matches, value, unresolvedVariable }: ElementReport,
  style: TextStyle,
): string {
  if (unresolvedVariable && !matches) return `${element}: a policy variable has no value`;
  const by = value === undefined ? '' : ` ${style.value(value)}`;
  return matches ? `${element}${by}` : `${element}${by}: no match`;
}

/** Marks of a condition that is false, true, or cannot be told. */
const SIGNS = ['✗', '✓', '?'] as const;

function conditionText(outcome: ConditionOutcome, style: TextStyle): string {
  const { operator, key, policyValues, requestValues, reason } = outcome;
  const wanted = style.value(policyValues.join(', '));
  const found = style.value(requestValues === undefined ? 'absent' : requestValues.join(', '));
  return `${style.name(`${operator} ${key}`)}: policy has ${wanted}, request has ${found} (${style.name(reason)})`;
}

/** What a statement is called: its Sid, where it stands, and in which policy. */
export function titleOf({ sid, ref, policyName }: StatementReport, { name }: TextStyle): string {
  const title = sid === undefined ? ref : `"${sid}" ${ref}`;
  return name(policyName === undefined ? title : `${title} in ${policyName}`);
}

/** A mark that needs no colour. */
export function signOf(good: boolean): string {
  return good ? '✓' : '✗';
}
