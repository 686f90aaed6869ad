import { isServiceLinkedRole } from '../principal/caller.ts';
import { LAYER_BIT } from '../layers/layer.ts';
import type { ServiceRule } from './serviceRule.ts';

/** RCPs do not touch the trust policies of service-linked roles: services assume these whatever an RCP says (rule S211). */
export const serviceLinkedRoleTrust: ServiceRule = {
  name: 'service-linked-role-trust',
  rules: ['S211'],
  covers: (action) => action === 'sts:assumerole',
  lifts: ({ caller, resource }) =>
    caller.kind === 'service' && isServiceLinkedRole(resource) ? LAYER_BIT.rcp : 0,
};
