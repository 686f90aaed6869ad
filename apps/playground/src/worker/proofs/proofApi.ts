import type { PublicResourceType } from '@policywright/analyzer';
import type { Decision, PolicySetFlags } from '@policywright/evaluator';
import type { Phrase } from '@policywright/evaluator/wording';
import type { PolicySlot } from '../../model/policySlot.ts';
import type { RequestForm } from '../../model/state.ts';

/** Whose requests are meant: those of the principal of the request, or of everybody whom the policies tell apart. */
export type Callers = 'principal' | 'everyone';

/** What every question is asked about. */
export interface ProofInput {
  readonly slots: readonly PolicySlot[];
  readonly flags: PolicySetFlags;
  readonly request: RequestForm;
  readonly callers: Callers;
}

/** Two versions of the documents. */
export interface CompareInput extends ProofInput {
  readonly before: readonly PolicySlot[];
}

/** A request that shows an answer. */
export interface Shown {
  /** In one line. */
  readonly text: string;
  /** For the form of the page, which decides it as told here. */
  readonly form: RequestForm;
  /** Policies that the caller may have of its own, where the documents leave that open: their texts. */
  readonly own: readonly string[];
  /** Of the older version, where there are two. */
  readonly before: Decision | undefined;
  readonly after: Decision;
}

/** The actions of a service, as few patterns as say it. */
export interface ActionGroup {
  /** `ecs:*`, or names. */
  readonly names: readonly string[];
  /** Of a pattern for the whole service. */
  readonly except: readonly string[];
  /** How many of the catalog they are. */
  readonly count: number;
}

/** A part of what changed between two versions. */
export interface Change {
  readonly change: 'allowed' | 'denied';
  /** Pointer of the statement that allows it; that of the older version for what is denied. */
  readonly statement: { readonly ref: string; readonly sid: string | undefined } | undefined;
  readonly groups: readonly ActionGroup[];
  /** Patterns that cover actions yet to come. */
  readonly futureActions: readonly string[];
  readonly resources: readonly string[];
  readonly exceptResources: readonly string[];
  readonly conditions: readonly Phrase[];
  /** Why the other version does not allow it. */
  readonly reason: Phrase;
  readonly shown: Shown;
}

/** What a comparison found; without changes and reasons, a proof that both allow the same. */
export interface Comparison {
  readonly changes: readonly Change[];
  /** Why that may not be all. */
  readonly reasons: readonly string[];
  readonly assumptions: readonly string[];
}

/** What is to be proved. */
export type Question =
  | { readonly kind: 'guardRails'; readonly text: string }
  | { readonly kind: 'canEver'; readonly actions: readonly string[]; readonly resources: readonly string[] }
  | { readonly kind: 'noPublicAccess'; readonly resourceType: PublicResourceType }
  | { readonly kind: 'noNewAccess'; readonly before: readonly PolicySlot[] };

/** The answer to one question, or about one guard rail. */
export interface ProofRow {
  /** What was asked, such as the name of a guard rail. */
  readonly label: string;
  readonly outcome: 'proved' | 'refuted' | 'unknown' | 'vacuous';
  /** What that means, as a sentence. */
  readonly words: string;
  readonly reasons: readonly string[];
  readonly shown: Shown | undefined;
}

/** What a question gave, or why it cannot be asked. */
export type ProofAnswer =
  | { readonly ok: true; readonly rows: readonly ProofRow[]; readonly assumptions: readonly string[] }
  | { readonly ok: false; readonly problem: string };
