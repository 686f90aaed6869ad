import { LAYER_BIT } from '../layers/layer.ts';
import type { ServiceRule } from './serviceRule.ts';

/** A domain's policy is left out when a call is decided that replaces it: it neither allows nor denies (rule S207). */
export const codeArtifactPolicies: ServiceRule = {
  name: 'code-artifact-policies',
  rules: ['S207'],
  covers: (action) => action === 'codeartifact:putdomainpermissionspolicy',
  lifts: () => LAYER_BIT.resource,
};
