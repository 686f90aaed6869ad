import type { CheckReason } from '@policywright/operations';
import type { SignIn } from './identityCenter.ts';

/** One authorisation of a call that does not certainly pass. */
export interface FailedCheck {
  readonly action: string;
  /** ARN, or a pattern where the call does not tell the resource. */
  readonly resource: string;
  /** Why the call asks for it. */
  readonly reason: CheckReason;
  /** `denied`, whatever is unknown; `depends`: on what the answer names. */
  readonly answer: 'denied' | 'depends';
}

/** Whether a principal can make a call. */
export interface CallReach {
  /** ARN of a user or role. */
  readonly principal: string;
  /**
   * `certainly`: whatever is unknown; `perhaps`: it depends on `dependsOn`; `denied`: it has the permission of the call itself, or
   * may have it, and lacks another that the call needs.
   */
  readonly answer: 'certainly' | 'perhaps' | 'denied';
  /** Context keys, and others in words. */
  readonly dependsOn: readonly string[];
  /** Where it is denied, what is; else what depends. */
  readonly failing: readonly FailedCheck[];
  /** Of a role of IAM Identity Center: the permission set, and who is assigned it. */
  readonly signIn?: SignIn | undefined;
}
