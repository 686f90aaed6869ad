import type { Action } from './action.ts';
import type { ConditionKey } from './conditionKey.ts';
import type { ResourceType } from './resourceType.ts';

/** A service of the service authorization reference; every list is sorted by code point. */
export interface Service {
  /** The prefix of its actions: `ecs`. */
  readonly prefix: string;
  /** The name for people: `Amazon Elastic Container Service`. */
  readonly name: string;
  /** Whether resource control policies apply to the service (rule S169). */
  readonly resourceControlPolicies: boolean;
  readonly actions: readonly Action[];
  readonly resourceTypes: readonly ResourceType[];
  /** Every condition key that its actions or resources use, its own and the shared tag keys. */
  readonly conditionKeys: readonly ConditionKey[];
}
