import { ANY_KEY, type Universe } from './universe.ts';

/**
 * The requests that the policy language can speak of: any action `prefix:name`, any ARN or `*` as the resource, and every
 * context key absent, with one value or with several, whatever they are. No catalog is needed; what it would know
 * to be impossible is possible here.
 */
export const LANGUAGE: Universe = {
  name: 'language',
  actionsOf: () => undefined,
  classOf: () => '',
  resourcesOf: () => undefined,
  keyOf: () => ANY_KEY,
};
