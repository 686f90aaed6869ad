import type { Witness } from '@policywright/analyzer';
import type { Principal } from '@policywright/evaluator';
import { conditionClause, textOf } from '@policywright/evaluator/wording';
import { quote } from '@policywright/policy/text';
import { shortList } from '../../../terminal/shortList.ts';
import type { ProofRow } from './proofRow.ts';

const MOST_ACTIONS = 10;
const MOST_VALUES = 5;

/** The actions of a row, the first ones by name. */
export function actionsText({ actions, futureActions }: Pick<ProofRow, 'actions' | 'futureActions'>): string {
  const known = shortList(actions, MOST_ACTIONS);
  if (futureActions.length === 0) return known;
  if (futureActions.every((pattern) => actions.includes(pattern)))
    return `${known}, those yet to come among them`;
  const others = `others that ${shortList(futureActions, MOST_VALUES)} covers`;
  return known === '' ? others : `${known}, and ${others}`;
}

/** The resources of a row. */
export function resourcesText({ scope: { resources, exceptResources } }: Pick<ProofRow, 'scope'>): string {
  const all = shortList(resources, MOST_VALUES);
  return exceptResources.length === 0 ? all : `${all} except ${shortList(exceptResources, MOST_VALUES)}`;
}

/** What has to hold of the context, as clauses. */
export function conditionsText({ scope: { conditions } }: ProofRow): string {
  return conditions.map((condition) => textOf(conditionClause(condition))).join('; ');
}

/** What the other version has to say to some of it. */
export function partlyText({ code, partly }: ProofRow): string {
  const version = code === 'newly-denied' ? 'the new version' : 'the old version';
  const words = (['Allow', 'Deny'] as const).flatMap((effect) => {
    const labels = partly.filter((one) => one.effect === effect).map(({ label }) => label);
    if (labels.length === 0) return [];
    const verb = effect === 'Allow' ? 'allows' : 'denies';
    return [`${shortList(labels, MOST_VALUES)} of ${version} ${verb} some of it`];
  });
  return words.join('; ');
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
    .filter(([key, value]) => !isImplied(key, value, principal))
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
  const { reason, witness } = row;
  const [resources, conditions] = [resourcesText(row), conditionsText(row)];
  const parts = [
    actionsText(row),
    resources === '' ? '' : `on ${resources}`,
    conditions === '' ? '' : `if ${conditions}`,
  ].filter((part) => part !== '');
  const sentences = [
    parts.join(' '),
    reason ?? '',
    partlyText(row),
    witness === undefined ? '' : `for example ${quote(requestText(witness))}`,
  ];
  return sentences.filter((sentence) => sentence !== '').join('; ');
}
