import type { RoleMember } from './operationFacts.ts';
import type { MarkedAction, MarkedOperation, MarkedPage, Need } from './markOperations.ts';

const MARKS: Readonly<Record<Need, string>> = { always: '!', thisCall: '?', perhaps: '' };

/**
 * Writes operations in the compact text of the catalog package; `decodeOperations` there describes and reads it.
 *
 * @param pages - by prefix.
 */
export function encodeOperations(pages: readonly MarkedPage[]): string {
  let text = '\n';
  let prefix = '';
  for (const page of pages) {
    if (page.prefix !== prefix) text += `@${page.prefix}\n`;
    ({ prefix } = page);
    text += `#${page.page.replace(/^list_/, '')}${page.whole ? '+' : ''}${page.day === '' ? '' : ` ${page.day}`}\n`;
    const groups = new Map<string, string[]>();
    for (const operation of page.operations) {
      const actions = encodeActions(operation, prefix);
      const name = operation.client === undefined ? operation.name : `${operation.client}:${operation.name}`;
      groups.set(actions, [...(groups.get(actions) ?? []), name]);
    }
    for (const [actions, names] of groups) text += `${names.join(' ')}${actions}\n`;
  }
  return text;
}

function encodeActions({ own, actions }: MarkedOperation, prefix: string): string {
  const texts = actions.map((action) => encodeAction(action, prefix));
  return own ? `+${texts.join('+')}` : `>${texts.join('+')}`;
}

function encodeAction({ action, need, members, unless, passedTo }: MarkedAction, prefix: string): string {
  const name = action.startsWith(`${prefix}:`) ? action.slice(prefix.length + 1) : action;
  const services = passedTo.length === 0 ? '' : `=${passedTo.join('|')}`;
  if (unless.length > 0) return `${name}^${unless.join('|')}${services}`;
  const mark = need === 'perhaps' && members.length > 0 ? '~' : MARKS[need];
  return `${name}${mark}${members.map((member) => encodeMember(member)).join('|')}${services}`;
}

function encodeMember({ name, required, passedTo }: RoleMember): string {
  return `${name}${required ? '!' : ''}${passedTo === undefined ? '' : `@${passedTo}`}`;
}
