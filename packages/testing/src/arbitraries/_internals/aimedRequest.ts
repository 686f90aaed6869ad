import type { ScenarioDocument } from '@policywright/scenario';

/** The members of a scenario that make its request. */
export type AimedRequest = Pick<
  ScenarioDocument,
  'principal' | 'action' | 'resource' | 'resourceAccount' | 'underlying' | 'context'
>;
