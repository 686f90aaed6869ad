import type { PolicySetFlags } from '@policywright/evaluator';
import type { Phrase } from '@policywright/evaluator/wording';
import type { CallForm } from '../../model/callState.ts';
import type { PolicySlot } from '../../model/policySlot.ts';
import type { RequestForm } from '../../model/state.ts';

/** What a call is decided by. */
export interface CallInput {
  readonly slots: readonly PolicySlot[];
  readonly flags: PolicySetFlags;
  readonly request: RequestForm;
  readonly call: CallForm;
}

/** One authorisation of a call. */
export interface CallCheck {
  readonly action: string;
  readonly resource: string;
  /** Why the call asks for it, in words. */
  readonly reason: string;
  /** AWS says that it may be needed, and nobody knows when. */
  readonly isPerhaps: boolean;
  readonly answer: 'Allow' | 'Denied' | 'Depends';
  /** On what an open answer depends. */
  readonly dependsOn: readonly string[];
  /** Why it is denied; nothing where it is not. */
  readonly why: Phrase;
  /** For the form of the page. */
  readonly form: RequestForm;
}

/** Whether policies allow a call, or why that cannot be told. */
export type CallAnswer =
  | {
      readonly ok: true;
      readonly answer: 'Allow' | 'Denied' | 'Depends';
      readonly checks: readonly CallCheck[];
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/** What would let the request through, if anything of the caller would. */
export type PolicySuggestion =
  | { readonly kind: 'policy'; readonly text: string }
  | { readonly kind: 'stopped'; readonly by: readonly Phrase[] };
