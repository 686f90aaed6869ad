import type { Effect } from '@policywright/policy';
import type { SignIn } from './identityCenter.ts';

/** A statement, and how it comes to bear on a principal. */
export interface NamedStatement {
  readonly effect: Effect;
  /** What kind of policy has it. */
  readonly layer: 'identity' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp' | 'vpcEndpoint';
  /** The policy: an ARN, the name of an inline policy, the id of a policy of the organization. */
  readonly policy: string;
  /** The ARN of the group that brings it. */
  readonly group: string | undefined;
  readonly sid: string | undefined;
  /** JSON pointer in the document: `/Statement/0`. */
  readonly pointer: string;
}

/** That a principal can do something, or may be able to. */
export interface Reach {
  /** ARN of a user or role. */
  readonly principal: string;
  /** `certainly`: whatever the context of the request; `perhaps`: it depends on `keys` and `gaps`. */
  readonly answer: 'certainly' | 'perhaps';
  /** Context keys on which it depends. */
  readonly keys: readonly string[];
  /** What is not known and may change the answer, in words. */
  readonly gaps: readonly string[];
  /** What allows it; where it depends, what can change the answer. */
  readonly statements: readonly NamedStatement[];
  /** Of a role of IAM Identity Center: the permission set, and who is assigned it. */
  readonly signIn?: SignIn | undefined;
}
