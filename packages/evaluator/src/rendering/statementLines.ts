import type { ConditionOutcome } from '@policywright/conditions';
import type { ElementReport, LayerReport, StatementReport } from '../explanation/explanation.ts';
import { printable } from './printable.ts';

/** What each verdict of a layer is called. */
export const VERDICT_WORDS: Readonly<Record<LayerReport['verdict'], string>> = {
  absent: 'not present',
  notApplicable: 'does not apply to this request',
  allows: 'allows',
  denies: 'denies',
  silent: 'silent (no statement allows)',
};

/** A statement with its elements and conditions, one a line, each marked as matching or not. */
export function statementLines(statement: StatementReport): string[] {
  const { effect, applies, action, resource, principal, conditions } = statement;
  const lines = [`${signOf(applies)} ${effect} ${titleOf(statement)}${applies ? '' : ': does not apply'}`];
  for (const element of [action, resource, principal]) {
    if (element !== undefined) lines.push(`    ${signOf(element.matches)} ${elementText(element)}`);
  }
  for (const outcome of conditions)
    lines.push(`    ${signOf(outcome.result === 1)} ${conditionText(outcome)}`);
  return lines.map(printable);
}

function elementText({ element, matches, value, unresolvedVariable }: ElementReport): string {
  if (unresolvedVariable && !matches) return `${element}: a policy variable has no value`;
  const by = value === undefined ? '' : ` \`${value}\``;
  return matches ? `${element}${by}` : `${element}${by}: no match`;
}

function conditionText({ operator, key, policyValues, requestValues, reason }: ConditionOutcome): string {
  const wanted = policyValues.join(', ');
  const found = requestValues === undefined ? 'absent' : requestValues.join(', ');
  return `${operator} ${key}: policy has \`${wanted}\`, request has \`${found}\` (${reason})`;
}

/** What a statement is called: its Sid, where it stands, and in which policy. */
export function titleOf({ sid, ref, policyName }: StatementReport): string {
  const name = sid === undefined ? ref : `"${sid}" ${ref}`;
  return printable(policyName === undefined ? name : `${name} in ${policyName}`);
}

/** A mark that needs no colour. */
export function signOf(good: boolean): string {
  return good ? '✓' : '✗';
}
