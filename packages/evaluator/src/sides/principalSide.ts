import { KeyTable, type RequestContext } from '@policywright/conditions';
import type { CredentialKind, PolicySet, PolicySetFlags } from '../request/policySet.ts';
import type { Principal } from '../request/request.ts';
import { principalLayers } from '../layers/layer.ts';
import { CompiledSide } from './compiledSide.ts';
import type { SideOptions } from './sideOptions.ts';

/** A principal and the policies that come with it. */
export interface PrincipalPolicies extends Pick<PolicySet, 'identity' | 'boundary' | 'session' | 'scps'> {
  readonly principal: Principal;
  /** Context keys of this principal, such as its tags. */
  readonly context?: RequestContext | undefined;
  /** Keys that its requests are known not to have (see `Request.absent`). */
  readonly absent?: readonly string[] | undefined;
  /**
   * What the principal's account is in its organization: `member`, also if left out, or one whose principals SCPs
   * do not bind or may call sts:AssumeRoot (rules S167 and S204).
   */
  readonly account?: 'member' | 'management' | 'delegated-administrator' | undefined;
  /** How the caller came to its credentials, as far as its ARN does not say (rules S198 to S200). */
  readonly credentials?: CredentialKind | undefined;
  /** Whose credentials made the federated session: a user's, also if left out, or root's (rule S200). */
  readonly federatedBy?: 'user' | 'root' | undefined;
  /** What kind of role it is, where neither its ARN nor `aws:PrincipalArn` says (rules S167 and S169). */
  readonly role?: 'ordinary' | 'service-linked' | undefined;
}

/** The policies of a principal, compiled once for all the resources that it may ask for (see `authorize`). */
export interface PrincipalSide {
  readonly policies: PrincipalPolicies;
}

/** A principal's side with what it was compiled to. */
export class CompiledPrincipal implements PrincipalSide {
  readonly policies: PrincipalPolicies;
  readonly side: CompiledSide;
  readonly flags: PolicySetFlags;

  /**
   * @param policies - of the principal.
   * @param options - readings of open questions, and the table of keys to share.
   */
  constructor(policies: PrincipalPolicies, { keys = new KeyTable(), ...options }: SideOptions = {}) {
    this.policies = policies;
    this.side = new CompiledSide(principalLayers(policies), keys, options);
    this.flags = flagsOfPrincipal(policies);
  }
}

/**
 * Compiles the policies of a principal.
 *
 * @param policies - of the principal.
 * @param options - readings of open questions, and the table of keys to share.
 */
export function compilePrincipal(policies: PrincipalPolicies, options: SideOptions = {}): PrincipalSide {
  return new CompiledPrincipal(policies, options);
}

/** What a principal's side says in the words of a policy set. */
export function flagsOfPrincipal(policies: PrincipalPolicies): PolicySetFlags {
  const { account, credentials, federatedBy, role } = policies;
  return {
    principalInManagementAccount: account === 'management',
    delegatedAdministrator: account === 'delegated-administrator',
    credentials,
    federatedByRoot: federatedBy === 'root',
    serviceLinkedRole: role === 'service-linked',
  };
}
