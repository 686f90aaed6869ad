import type { ActionName } from '../../model/action.ts';
import type { Service } from '../../model/service.ts';
import { forwardAccess } from '../../overlays/forwardAccess.ts';
import { dependentsOf } from './dependentsOf.ts';
import type { Shown } from './shown.ts';

/**
 * Whether a service calls on with the identity of its caller: what is curated; else yes where its callers need an action
 * of another service, but for IAM's, which are about roles. AWS's pages agree for all 20 services of which only this tells.
 */
export function forwardedAccess({ prefix, actions }: Service): Shown | undefined {
  const fact = forwardAccess().find(({ service }) => service === prefix);
  if (fact !== undefined) {
    const { keys: names, source: from } = fact;
    return { ...(names.length > 0 && { data: { kind: 'keys', names } }), support: 'yes', from };
  }
  const isElsewhere = (name: ActionName): boolean =>
    !name.startsWith(`${prefix}:`) && !name.startsWith('iam:');
  const names = actions
    .filter((action) => dependentsOf(action).some(isElsewhere))
    .map(({ fullName }) => fullName);
  return names.length === 0
    ? undefined
    : { data: { kind: 'operations', names }, support: 'yes', from: 'dependentActions' };
}
