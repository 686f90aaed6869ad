import type { PolicyType } from '@policywright/policy';

/** A policy that a file holds. */
export interface OpenedPolicy {
  readonly name: string;
  readonly type: PolicyType;
  readonly text: string;
  /** Values that only the deployment fills in, as the text names them. */
  readonly unknown: readonly string[];
}

/** A scenario of a file, and what became of it. */
export interface OpenedScenario {
  readonly id: string;
  readonly title: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  /** `undefined` where nothing is expected. */
  readonly passed: boolean | undefined;
  /** Why it could not be run. */
  readonly error: string | undefined;
}

/** A user or role of an account. */
export interface OpenedPrincipal {
  readonly arn: string;
  readonly kind: 'user' | 'role';
  readonly policies: number;
}

/** A user or role with its policies. */
export interface PrincipalPage {
  /** For the request: a role as a session of it. */
  readonly principal: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly policies: readonly { readonly name: string; readonly text: string }[];
  readonly boundary: { readonly name: string; readonly text: string } | undefined;
  /** What is not known of it. */
  readonly gaps: readonly string[];
}

/** What a text is that somebody opens. */
export type OpenedText =
  | { readonly kind: 'page'; readonly text: string }
  | {
      readonly kind: 'scenarios';
      /** As JSON, whatever the file was. */
      readonly text: string;
      readonly scenarios: readonly OpenedScenario[];
    }
  | {
      readonly kind: 'policies';
      readonly policies: readonly OpenedPolicy[];
      /** Policies of which the file does not tell what they say. */
      readonly untold: readonly string[];
    }
  | {
      readonly kind: 'account';
      readonly principals: readonly OpenedPrincipal[];
      readonly problems: readonly string[];
    }
  | {
      readonly kind: 'denial';
      /** A scenario with the request; `undefined` where the message does not name the action. */
      readonly scenario: string | undefined;
      /** What is missing, and what to do. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'guardRails'; readonly text: string }
  | { readonly kind: 'nothing'; readonly problem: string };
