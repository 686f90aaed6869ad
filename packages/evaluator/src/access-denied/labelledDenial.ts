import { deniedBy, type AccessDenied } from './accessDenied.ts';
import { findReason, type RefusalReason } from './refusalReason.ts';

/** Copied text may lack the line breaks, so that a label follows the value before it without a gap. */
const LABEL = /(User|Service|Action|On resource\(s\)|Context): ?/;
const ACTION = /Action: ?(?:[\w-]{1,64}:)?\w{1,128}/g;
const TITLE = /\baccess denied to ([A-Za-z][\w-]{0,63}:[A-Za-z]\w{0,127})/i;
const WINDOW = 2_048;
/** A text with more of them is no message of the console. */
const MOST_TRIED = 20;

/**
 * Reads what the AWS Management Console shows: a title "Access denied to ACTION", and the members of the
 * message each behind its label.
 *
 * @param text - any; the time that this takes grows with its length and no faster.
 */
export function readLabelledDenial(text: string): AccessDenied | undefined {
  let tried = 0;
  for (const { index } of text.matchAll(ACTION)) {
    if (++tried > MOST_TRIED) break;
    const denied = readBlock(text.slice(Math.max(0, index - WINDOW), index + WINDOW));
    if (denied !== undefined) return denied;
  }
  const action = TITLE.exec(text)?.[1];
  return action === undefined ? undefined : { ...deniedBy('sentence'), action };
}

function readBlock(block: string): AccessDenied | undefined {
  const labels = membersOf(block);
  const action = actionOf(labels);
  const principal = labels.get('User');
  const context = labels.get('Context');
  // Templates and policies have members called Action, too.
  if (action === undefined || (principal === undefined && context === undefined)) return undefined;
  const resource = labels.get('On resource(s)');
  return {
    ...deniedBy('sentence'),
    principal,
    action,
    resource: resource ?? '*',
    namesResource: resource !== undefined,
    ...(context !== undefined && reasonOf(context)),
  };
}

/** The first value behind each label. A value ends with its line, or at the next label. */
function membersOf(block: string): ReadonlyMap<string, string> {
  const parts = block.split(LABEL);
  const members = new Map<string, string>();
  for (let place = 1; place + 1 < parts.length; place += 2) {
    const name = parts[place] ?? '';
    const value = (parts[place + 1] ?? '').trimStart().split('\n', 1)[0]?.trim() ?? '';
    if (value !== '' && !members.has(name)) members.set(name, value);
  }
  return members;
}

function actionOf(members: ReadonlyMap<string, string>): string | undefined {
  const name = members.get('Action')?.split(' ', 1)[0] ?? '';
  const service = members.get('Service');
  const action = name.includes(':') || service === undefined ? name : `${service}:${name}`;
  return /^[A-Za-z][\w-]*:[A-Za-z]\w*$/.test(action) ? action : undefined;
}

/** The console leaves out "because" and the name of the action. */
function reasonOf(context: string): RefusalReason['told'] | undefined {
  const denying = /\ban? ((?:[A-Za-z-]{1,30} ){0,5}?(?:policy|boundary)) explicitly denies\b/i.exec(
    context,
  )?.[1];
  if (denying !== undefined) return findReason(`with an explicit deny in a ${denying}`)?.told;
  return (findReason(context) ?? findReason(`because ${context}`))?.told;
}
