import type { EndpointType, PolicyType } from '@policywright/policy';
import type { Severity } from './severity.ts';

/** Values that rules take from the caller. */
export interface Settings {
  /** ARN patterns of resources that no statement should open, for `sensitive-resource-access`. */
  readonly sensitiveResources?: readonly string[];
  /** Action patterns that no statement should allow, for `forbidden-action-configured`. */
  readonly forbiddenActions?: readonly string[];
  /** Patterns of principals that no statement should allow, for `blocked-principal`. */
  readonly blockedPrincipals?: readonly string[];
  /** Patterns of the only principals that statements may allow, for `principal-allowlist`. */
  readonly allowedPrincipals?: readonly string[];
  /** Most characters of a service control policy, 10,240 if not given (rule S39). */
  readonly scpQuota?: number;
  /** Most characters of a resource control policy, 5,120 if not given (rule S39). */
  readonly rcpQuota?: number;
  /** Most characters of a trust policy, 2,048 if not given; AWS raises it to 8,192 on request (rule S37). */
  readonly trustQuota?: number;
}

/** A finding that is accepted, with the reason why. */
export interface Ignore {
  /** The id of the rule. */
  readonly rule: string;
  /** Why it is accepted; must not be blank. */
  readonly reason: string;
  /** Only findings about actions that this pattern matches. */
  readonly action?: string;
  /** Only findings about resources that this pattern matches. */
  readonly resource?: string;
  /** The last day on which it holds, `YYYY-MM-DD`; compared with `now`. */
  readonly expires?: string;
}

/** What the caller wants to know. */
export interface LintOptions {
  /** The severity of a rule by id, or `off`; naming a rule that is off by default turns it on. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The least grave findings to return; all if not given. */
  readonly minimumSeverity?: Severity;
  readonly ignores?: readonly Ignore[];
  /** The present day, `YYYY-MM-DD`; without it no ignore expires. */
  readonly now?: string;
  readonly settings?: Settings;
  /**
   * Whether the value at a pointer (from the root of the policy) has parts that are not known, as template
   * intrinsics have: it then matches what it could match, and is objected to only for what its known parts say, as of an
   * ARN its service and the type of its resource; the member that has it can be. Without it, variables of template languages such as `${bucket}` are found.
   */
  readonly isUnknown?: (pointer: string) => boolean;
  /**
   * Of a resource policy: the type of the resource that carries it, one of `RESOURCE_TYPES`; rules tell what they
   * can from the document where it is not given.
   */
  readonly resourceType?: string | undefined;
}

/** The entry `lint` of a configuration file. */
export interface LintConfig extends Pick<LintOptions, 'rules' | 'ignores' | 'minimumSeverity' | 'settings'> {
  /** A file of accepted findings, from the folder of the configuration file. */
  readonly baseline?: string;
}

/** Options for documents that are read from text. */
export interface TextLintOptions extends LintOptions {
  readonly type?: PolicyType | undefined;
  /** A name or ARN; an AWS managed policy's ARN turns the quota rules off. */
  readonly name?: string | undefined;
  /** Of an endpoint policy, the kind of its endpoint, where that is known. */
  readonly endpointType?: EndpointType | undefined;
}
