import type { Decision, PolicySetFlags } from '@policywright/evaluator';
import type { AccessLevel, ConditionKeyType } from '@policywright/catalog';
import type { Finding } from '@policywright/lint';
import type { PolicyType } from '@policywright/policy';
import type { PolicySlot } from '../model/policySlot.ts';
import type { RequestForm } from '../model/state.ts';
import type { CallAnswer, CallInput, PolicySuggestion } from './calls/callApi.ts';
import type { OpenedText, PrincipalPage } from './opening/openApi.ts';
import type { CompareInput, Comparison, ProofAnswer, ProofInput, Question } from './proofs/proofApi.ts';

/** What the catalog knows of an action, as far as the page shows it. */
export interface ActionFacts {
  readonly name: string;
  /** Made from the name by rule. */
  readonly words: string;
  readonly service: string;
  readonly accessLevels: readonly AccessLevel[];
  readonly resources: readonly ResourceFacts[];
  readonly conditionKeys: readonly string[];
  /** Actions that the same call needs, too. */
  readonly dependentActions: readonly string[];
  readonly permissionOnly: boolean | undefined;
}

/** A resource type of an action. */
export interface ResourceFacts {
  readonly name: string;
  readonly required: boolean;
  /** With variables as `${ClusterName}`. */
  readonly arnFormats: readonly string[];
}

/** A condition key that a request may carry. */
export interface KeyFacts {
  /** A template name, such as `aws:ResourceTag/${TagKey}`. */
  readonly name: string;
  /** Made from the name by rule. */
  readonly words: string;
  readonly type: ConditionKeyType;
  readonly multivalued: boolean;
}

/** One entry of a completion list. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
}

/** Everything that decides all actions at once. */
export interface MatrixInput {
  readonly slots: readonly PolicySlot[];
  readonly flags: PolicySetFlags;
  readonly request: RequestForm;
  readonly resources: readonly string[];
}

/** Every action of the catalog with its decision on each resource. */
export interface Matrix {
  readonly actions: readonly string[];
  /** Index into `ACCESS_LEVELS` of each action: of several levels the last, which says most. */
  readonly levels: Uint8Array;
  readonly resources: readonly string[];
  /** A row for each resource: 0 denied by nothing allowing, 1 allowed, 2 denied by a statement. */
  readonly decisions: readonly Uint8Array[];
  readonly milliseconds: number;
}

/** Codes of decisions in a matrix. */
export const DECISION_CODES: readonly Decision[] = ['ImplicitDeny', 'Allow', 'ExplicitDeny'];

/** What the worker does for the page: all that needs the whole catalog. */
export interface LanguageApi {
  /** Findings of the linter. */
  lint(text: string, type: PolicyType): readonly Finding[];
  /** Actions for a text that somebody types; tolerates typing errors. */
  searchActions(text: string, limit: number): readonly Suggestion[];
  /** Actions and patterns that complete a text such as `ecs:Ru`. */
  completeAction(text: string, limit: number): readonly Suggestion[];
  /** What is known of an action, in any letter case. */
  describeAction(name: string): ActionFacts | undefined;
  /** What a pattern covers: how many actions, and the first of them. */
  describePattern(pattern: string): { readonly count: number; readonly first: readonly string[] };
  /** Condition keys that a request for an action may carry; global ones, where the action is not known. */
  keysOf(action: string): readonly KeyFacts[];
  /** What is known of a condition key as a policy writes it. */
  describeKey(key: string): KeyFacts | undefined;
  /** Resource types whose ARNs an ARN or pattern could be. */
  describeResource(arn: string): readonly { readonly service: string; readonly type: string }[];
  /** All actions at once; nothing while a document cannot be read. */
  matrix(input: MatrixInput): Matrix | undefined;
  /** What one version of the documents allows more and less than another; nothing while one cannot be read. */
  compare(input: CompareInput): Promise<Comparison | undefined>;
  /** Answers a question about all requests. */
  prove(input: ProofInput, question: Question): Promise<ProofAnswer>;
  /** Tells what a text is that somebody opens, and reads it. */
  openText(name: string, text: string): Promise<OpenedText>;
  /** A principal of the account that was opened last. */
  openPrincipal(arn: string): Promise<PrincipalPage | undefined>;
  /** Decides all that a call of an operation is authorised for. */
  decideCall(input: CallInput): Promise<CallAnswer>;
  /** What would let the request through; nothing where it is allowed, or a document cannot be read. */
  suggest(input: Omit<CallInput, 'call'>): Promise<PolicySuggestion | undefined>;
}

/** A call as it is sent to the worker. */
export interface Call {
  readonly id: number;
  readonly method: keyof LanguageApi;
  readonly args: readonly unknown[];
}

/** What the worker sends back. */
export type Answer =
  | { readonly id: number; readonly value: unknown; readonly error?: undefined }
  | { readonly id: number; readonly value?: undefined; readonly error: string };
