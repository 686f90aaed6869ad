import type { NamedStatement, Reach } from '@policywright/account';

/** A statement in a line: `ReadOnlyAccess /Statement/0 (group platform)`. */
export function statementText({ effect, layer, policy, group, sid, pointer }: NamedStatement): string {
  const kind = layer === 'identity' ? '' : `${layer} `;
  const deny = effect === 'Deny' ? 'Deny of ' : '';
  const by = group === undefined ? '' : ` (group ${group.slice(group.lastIndexOf('/') + 1)})`;
  return `${deny}${kind}${policy} ${sid ?? pointer}${by}`;
}

/** What an answer depends on. */
export function openText({ keys, gaps }: Pick<Reach, 'keys' | 'gaps'>): string {
  return [...keys, ...gaps.map((gap) => `unknown: ${gap}`)].join(', ');
}
