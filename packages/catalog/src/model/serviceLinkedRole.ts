import type { Citation } from './citation.ts';

/** A role that a service makes and that only it can assume (rule S177). */
export interface ServiceLinkedRole {
  /** The prefix of the service's actions. */
  readonly service: string;
  /** The name of the role; where the service adds a suffix of its own, the part before it. */
  readonly roleName: string;
  /** The service principal: what `iam:AWSServiceName` has when the role is made. */
  readonly servicePrincipal: string;
  readonly source: Citation;
}
