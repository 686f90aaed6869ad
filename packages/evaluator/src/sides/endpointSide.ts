import { KeyTable } from '@policywright/conditions';
import type { PolicySet, PolicySetFlags } from '../request/policySet.ts';
import { endpointLayers } from '../layers/layer.ts';
import { CompiledSide } from './compiledSide.ts';
import type { SideOptions } from './sideOptions.ts';

/** The policies of a VPC endpoint that calls go through (rule S170). */
export interface EndpointPolicies {
  readonly policies: PolicySet['vpcEndpoint'];
  /** The kind of the endpoint; left out, it is taken for a gateway endpoint where S3 and DynamoDB are called (S33). */
  readonly type?: PolicySetFlags['endpointType'];
}

/** The policies of an endpoint, compiled once for all calls through it (see `authorize`). */
export interface EndpointSide {
  readonly policies: EndpointPolicies;
}

/** An endpoint's side with what it was compiled to. */
export class CompiledEndpoint implements EndpointSide {
  readonly policies: EndpointPolicies;
  readonly side: CompiledSide;
  readonly flags: PolicySetFlags;

  /**
   * @param policies - of the endpoint.
   * @param options - readings of open questions, and the table of keys to share.
   */
  constructor(policies: EndpointPolicies, { keys = new KeyTable(), ...options }: SideOptions = {}) {
    this.policies = policies;
    this.side = new CompiledSide(endpointLayers(policies.policies), keys, options);
    this.flags = { endpointType: policies.type };
  }
}

/**
 * Compiles the policies of a VPC endpoint.
 *
 * @param policies - of the endpoint.
 * @param options - readings of open questions, and the table of keys to share.
 */
export function compileEndpoint(policies: EndpointPolicies, options: SideOptions = {}): EndpointSide {
  return new CompiledEndpoint(policies, options);
}
