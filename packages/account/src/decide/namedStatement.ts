import type { RequestContext } from '@policywright/conditions';
import type { StatementRef } from '@policywright/evaluator';
import type { Effect } from '@policywright/policy';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import type { NamedStatement } from '../model/reach.ts';

/** Whose decision a statement is part of. */
export interface DecidedPair {
  readonly landscape: Landscape;
  readonly principal: PlacedPrincipal;
  readonly resource: PlacedResource;
  /** Keys that the request has besides those of the sides. */
  readonly context?: RequestContext | undefined;
}

/**
 * Says of which policy a statement is, and how the principal came to it.
 *
 * @param statement - as the decision names it, by its place in the sides.
 * @param pair - whose sides they are.
 */
export function nameStatement(
  { ref, layer, sid, effect }: StatementRef & { readonly effect: Effect },
  pair: DecidedPair,
): NamedStatement {
  const at = ref.indexOf('/Statement');
  const [, , first = '', second = ''] = ref.slice(0, at).split('/');
  const pointer = ref.slice(at);
  const { policy, group } = sourceOf(layer, { first: Number(first), second: Number(second) }, pair);
  return { effect, layer, policy, group, sid, pointer };
}

/**
 * Names a statement of the policy of a resource or role that allows something.
 *
 * @param statement - by its place in a set.
 * @param policy - ARN of the resource.
 */
export function ownStatement({ ref, sid }: StatementRef, policy: string): NamedStatement {
  const pointer = ref.slice(ref.indexOf('/Statement'));
  return { effect: 'Allow', layer: 'resource', policy, group: undefined, sid, pointer };
}

/** The places that a pointer such as `/scps/1/0` names. */
interface Places {
  readonly first: number;
  readonly second: number;
}

const NOT_KNOWN = 'a policy that is not known';

function sourceOf(
  layer: NamedStatement['layer'],
  { first, second }: Places,
  { landscape, principal, resource }: DecidedPair,
): Pick<NamedStatement, 'policy' | 'group'> {
  const { data } = principal;
  switch (layer) {
    case 'identity': {
      const found = data.policies[first];
      return { policy: found?.name ?? NOT_KNOWN, group: found?.group };
    }
    case 'boundary':
      return { policy: data.boundary?.name ?? NOT_KNOWN, group: undefined };
    case 'scp':
      return {
        policy: nameOf(landscape.places.get(data.account)?.scpNames[first]?.[second]),
        group: undefined,
      };
    case 'rcp': {
      const place = landscape.places.get(resource.account ?? '');
      return { policy: nameOf(place?.rcpNames[first]?.[second]), group: undefined };
    }
    case 'resource':
    case 'session':
    case 'vpcEndpoint':
      return { policy: resource.arn, group: undefined };
  }
}

function nameOf(name: string | undefined): string {
  return name === undefined || name === '' ? NOT_KNOWN : name;
}
