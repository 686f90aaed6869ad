import type { Service } from '../../model/service.ts';
import { resourcePolicies } from '../../overlays/resourcePolicies.ts';
import type { Shown } from './shown.ts';

/**
 * Whether resources have policies: what is curated; else no where nothing is named like an operation that sets one, as
 * AWS's pages say of 295 of 301 services.
 */
export function policyOperations({ prefix, actions }: Service): Shown | undefined {
  const fact = resourcePolicies().find(({ service }) => service === prefix);
  if (fact === undefined)
    return actions.some(({ name }) => mightSetPolicy(name)) ? undefined : { support: 'no', from: 'actions' };
  const { operation, support, source } = fact;
  return operation === undefined
    ? { support, from: source }
    : { data: { kind: 'operations', names: [operation] }, support, from: source };
}

const VERBS = ['Add', 'Attach', 'Create', 'Put', 'Set', 'Update'];

function mightSetPolicy(name: string): boolean {
  return (
    VERBS.some((verb) => name.startsWith(verb)) && (name.endsWith('Policy') || name.endsWith('Permission'))
  );
}
