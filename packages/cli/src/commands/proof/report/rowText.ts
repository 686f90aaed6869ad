import type { Witness } from '@policywright/analyzer';
import type { Principal } from '@policywright/evaluator';
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

/**
 * The request of a witness: `s3:PutObject on arn:… with aws:SecureTransport = true`. Who makes it is told where policies
 * were asked about for all callers, and what follows from that is left out.
 */
export function requestText({
  request: { principal, action, resource, context = {} },
  own,
}: Witness): string {
  const given = Object.entries(context)
    .filter(([key, value]) => own === undefined || !isImplied(key, value, principal))
    .map(([key, value]) => `${key} = ${valueText(value)}`);
  const by = own === undefined ? '' : ` by ${principalText(principal)}`;
  return `${action} on ${resource}${by}${given.length === 0 ? '' : ` with ${given.join(', ')}`}`;
}

/** Keys that the ARN or the name of a caller tells. */
const IMPLIED = /^aws:(?:username|principal(?:type|account|isawsservice|servicename|servicenameslist))$/i;

/** Of a session only its role is told beside its ARN, and of ids those that AWS gives. */
function isImplied(key: string, value: unknown, principal: Principal): boolean {
  if (/^aws:userid$/i.test(key)) return value === 'anonymous' || /^[0-9]{12}(?::|$)/.test(String(value));
  return IMPLIED.test(key) || (/^aws:principalarn$/i.test(key) && value === principal);
}

function principalText(principal: Principal): string {
  return typeof principal === 'string' ? principal : (Object.values(principal)[0] ?? '');
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
