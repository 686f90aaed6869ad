import type { ConditionOutcome, TruthWord } from '@policywright/conditions';
import type { Effect } from '@policywright/policy';
import type { SettlementCode } from '../settlement/settlementCode.ts';
import type { Decision } from '../request/decision.ts';
import type { Request } from '../request/request.ts';
import type { LayerKind } from '../layers/layer.ts';
import type { Phrase } from '../phrase/phrase.ts';

/** A decision with everything that led to it. The reports of the layers are worked out when first read. */
export interface Explanation {
  readonly request: Request;
  readonly decision: Decision;
  /** Stable code of how the decision came about. */
  readonly code: SettlementCode;
  /** Number of the rule of `docs/semantics.md` that settled it. */
  readonly rule: string;
  /** Of an implicit denial: the layers in which an Allow was missing; AWS's sentence names the first. */
  readonly missing: readonly LayerKind[];
  /** How AWS puts a denial: with the policy at fault, without a reason, or in a sentence of its own. */
  readonly sentence: 'policy' | 'bare' | { readonly text: string };
  /** What settled it, as a clause: "SCP level 2 does not allow `ecs:RunTask` on `*`". */
  readonly headline: Phrase;
  /** The same as text, with the answer before it: "denied: SCP level 2 does not allow `ecs:RunTask` on `*`". */
  readonly summary: string;
  /** The denial hangs on something that cannot be told: there are `doubts`. */
  readonly undecided: boolean;
  /** What the denial hangs on and cannot be told; none where it is certain, nor of an Allow. */
  readonly doubts: readonly Doubt[];
  /** The resource policy is a key policy or a trust policy, which have rules and names of their own. */
  readonly resourcePolicyKind: 'kms' | 'trust' | undefined;
  /** The statement that settled it: one that denies, or the first that allows where one is needed. */
  readonly decisive: StatementRef | undefined;
  readonly layers: readonly LayerReport[];
  /** For a denial without a Deny: the statement that came closest to allowing, and what it lacked. */
  readonly nearest: NearMiss | undefined;
}

/** Where a statement stands. */
export interface StatementRef {
  /** JSON pointer in the policy set: `/identity/0/Statement/1`. */
  readonly ref: string;
  readonly layer: LayerKind;
  /** For SCPs and RCPs, the level, the root being 0. */
  readonly level: number | undefined;
  readonly sid: string | undefined;
  readonly policyName: string | undefined;
}

/** What a layer says of a request. `notApplicable`: it does not bear on this caller or service. */
export type LayerVerdict = 'absent' | 'notApplicable' | 'allows' | 'denies' | 'silent';

/** One layer's part in a decision. */
export interface LayerReport {
  readonly layer: LayerKind;
  readonly level: number | undefined;
  readonly verdict: LayerVerdict;
  readonly statements: readonly StatementReport[];
}

/** How one statement fared. */
export interface StatementReport extends StatementRef {
  readonly effect: Effect;
  /** It lacks an element that its kind of policy needs, or has one that it must not have (rules S15, S16). */
  readonly misplaced: boolean;
  /** All elements match: the statement takes part in the decision. */
  readonly applies: boolean;
  readonly action: ElementReport;
  readonly resource: ElementReport | undefined;
  readonly principal: ElementReport | undefined;
  /** Every condition in the order of the document. */
  readonly conditions: readonly ConditionOutcome[];
}

/** How one element fared. */
export interface ElementReport {
  /** The element's name in the document. */
  readonly element: 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Principal' | 'NotPrincipal';
  /** Whether it covers the request; `undecided` where the value of a policy variable or of a key cannot be told. */
  readonly result: TruthWord;
  /** What it lists, as written; of a principal with its kind: `AWS: 111122223333`. */
  readonly values: readonly string[];
  /** What the request has where the element looks. */
  readonly requested: string;
  /** The value that matched, or that kept a negated element from it; of one that is `undecided`, the only one in question. None where it is not one. */
  readonly value: string | undefined;
  /** The element names a policy variable that has no value in this request (rule S58). */
  readonly unresolvedVariable: boolean;
  /** JSON pointer from the policy's root to the element. */
  readonly pointer: string;
}

/** Something that cannot be told and that a decision hangs on. */
export interface Doubt {
  readonly statement: StatementReport;
  /** The element or condition whose result is `undecided`. */
  readonly about: ElementReport | ConditionOutcome;
}

/** The statement that almost allowed a request. */
export interface NearMiss {
  readonly statement: StatementReport;
  /** How many of its elements and conditions do not hold. */
  readonly misses: number;
}
