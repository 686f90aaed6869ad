import type { Witness } from '@policywright/analyzer';
import { quote } from '@policywright/policy/text';
import { shortList } from '../../../terminal/shortList.ts';
import type { ProofRow } from './proofRow.ts';

const MOST_ACTIONS = 10;
const MOST_VALUES = 5;

/** The actions of a row, the first ones by name. */
export function actionsText({ actions, otherActions }: ProofRow): string {
  if (actions.length === 0) return otherActions ? 'all actions of its patterns' : '';
  const known = shortList(actions, MOST_ACTIONS);
  return otherActions ? `${known}, and others of its patterns` : known;
}

/** The first of several texts of a policy. */
export function valuesText(values: readonly string[]): string {
  return shortList(values, MOST_VALUES);
}

/** The request of a witness: `s3:PutObject on arn:… with aws:SecureTransport = true`. */
export function requestText({ request: { action, resource, context = {} } }: Witness): string {
  const given = Object.entries(context).map(([key, value]) => `${key} = ${valueText(value)}`);
  return `${action} on ${resource}${given.length === 0 ? '' : ` with ${given.join(', ')}`}`;
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(String).join(', ')}]` : String(value);
}

/** A row in one sentence, for reports that have one place for it. */
export function messageOf(row: ProofRow): string {
  const { statement, reason, witness } = row;
  const parts = [
    actionsText(row),
    statement?.resources.length ? `on ${valuesText(statement.resources)}` : '',
    statement?.conditions.length ? `if ${statement.conditions.join(' and ')}` : '',
  ].filter((part) => part !== '');
  const what = parts.join(' ');
  const sentences = [
    what,
    reason ?? '',
    witness === undefined ? '' : `for example ${quote(requestText(witness))}`,
  ];
  return sentences.filter((sentence) => sentence !== '').join('; ');
}
