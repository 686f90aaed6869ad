import { getService } from '@policywright/catalog';
import type { Universe } from '../universe/universe.ts';
import { actionClass } from './actionClass.ts';
import { actionResources } from './actionResources.ts';
import { actionSummary } from './actionSummary.ts';
import { exampleResources } from './exampleResources.ts';
import { exampleValue } from './exampleValue.ts';
import { keyFacts } from './keyFacts.ts';

/**
 * The requests that AWS has, as far as the catalog knows: the actions of each service, and apart from them actions that are
 * yet to come; ARNs of the formats that an action's resources have, or `*` where an action may be without one (S47); keys of
 * one value or of several (S87), those that every request has, and a service's own keys in its requests only.
 *
 * Where the catalog does not know, the universe is as wide as the language.
 */
export const AWS: Universe = {
  name: 'aws',
  actionsOf: (service) => namesOf(service),
  classOf: actionClass,
  resourcesOf: (action) => actionResources(action)?.texts,
  resourceForms: (action) => actionResources(action)?.patterns,
  exampleResources,
  exampleValue,
  summary: actionSummary,
  keyOf: keyFacts,
};

const names = new Map<string, readonly string[] | undefined>();

function namesOf(service: string): readonly string[] | undefined {
  if (!names.has(service)) {
    names.set(
      service,
      getService(service)?.actions.map(({ fullName }) => fullName.toLowerCase()),
    );
  }
  return names.get(service);
}
