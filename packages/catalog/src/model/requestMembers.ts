import type { ActionName } from './action.ts';
import type { Citation } from './citation.ts';
import type { Need } from './operation.ts';

/**
 * What the members of an operation's requests say: which resources they name, what context they bring, and which actions
 * they ask for besides. Names of members are without lists and maps on the way; `%` in a path stands for the keys of a
 * map.
 */
export interface RequestMembers {
  /** The resources on which the actions of the operation are asked for. */
  readonly resources: readonly RequestResource[];
  /** Whether the action is asked for on `*`, as no request names a resource. */
  readonly unnamed: boolean;
  readonly keys: readonly RequestKey[];
  readonly actions: readonly RequestAction[];
  /** Actions of AWS's tables without which the call succeeds. */
  readonly never: readonly ActionName[];
  readonly encryption: readonly RequestEncryption[];
  readonly passedRoles: readonly PassedByResource[];
  /** Members that name an instance profile, whose role is passed. */
  readonly instanceProfiles: readonly string[];
  readonly linkedRoles: readonly RequestLinkedRole[];
  readonly source: Citation;
}

/** How a request names a resource. */
export interface RequestResource {
  /** The service of the type. */
  readonly service: string;
  /** The types that fit, the likeliest first; empty where the ARN alone tells. */
  readonly types: readonly string[];
  /** The member that names the type; `undefined` where the operation does. */
  readonly typeMember: string | undefined;
  /** Whether there are calls without it. */
  readonly optional: boolean;
  /** The variables of the ARN in order; the last one fills what is left of the format. */
  readonly values: readonly RequestValue[];
  /** With this value, the request does not name the resource. */
  readonly unless: RequestValue | undefined;
}

/** What a request says at one place. */
export interface RequestValue {
  /** The first that the request has counts; each is joined of its parts. */
  readonly choices: readonly (readonly ValuePart[])[];
  /** What counts where the request has none. */
  readonly otherwise: readonly ValuePart[] | undefined;
}

/** A part of a value. */
export type ValuePart =
  | {
      readonly kind: 'member';
      readonly path: string;
      readonly form: ValueForm | undefined;
      /** Stands before the value where there is one. */
      readonly separator: string;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** What is yet to be made, which AWS asks for as `*`. */
  | { readonly kind: 'new' }
  /** What no member tells. */
  | { readonly kind: 'unknown'; readonly separator: string };

/** The ways in which members hold names. */
export const VALUE_FORMS = [
  'bucket',
  'function',
  'path',
  'image',
  'custom',
  'arn',
  'queue',
  'secret',
  'url',
  'copy',
  'ssm',
  'key',
  'version',
  'directory',
  'last',
] as const;

/**
 * How a member holds a name: `bucket`, unless it is the alias of an access point; `function` of AWS Lambda, alone or as
 * part of its ARN; `path`, without its first slash; `image`, the repository of; `custom`, unless it is `default`; `arn`, nothing else;
 * `queue`, at the end of a URL; `secret`, of which the ARN has six characters more; `url` of an object of Amazon S3; `copy`, a source
 * of it; `version`, a source with a version; `directory`, the name of a directory bucket, alone or before a key; `last`, what follows the last slash; `ssm`, a
 * parameter behind `resolve:ssm:`; `key`, an id or alias of a KMS key.
 */
export type ValueForm = (typeof VALUE_FORMS)[number];

/** A context key that a request brings. */
export interface RequestKey {
  /** Where it ends with `*`, the value is a map, of which each entry brings a key. */
  readonly key: string;
  /** The ARN of what the request names, or what it says. */
  readonly value:
    | { readonly kind: 'arn'; readonly of: RequestResource }
    | { readonly kind: 'text'; readonly of: RequestValue };
  /** Whether the key is absent where the request does not say it; else it is not known then. */
  readonly absentOtherwise: boolean;
}

/** An action of a call, and on what it is asked for. */
export interface RequestAction {
  readonly action: ActionName;
  /** `undefined`: as AWS's table of operations, or the dependent actions of the reference, have it. */
  readonly need: Need | undefined;
  /** For requests with one of these; empty for all. */
  readonly when: readonly MemberTest[];
  /** Not for requests with one of these. */
  readonly unless: readonly MemberTest[];
  /** `undefined`: on `*`. */
  readonly resource: RequestResource | undefined;
  /** Whether the service asks for it in the caller's name, in a forward access session. */
  readonly forwarded: boolean;
}

/** A member that is there and not `false`, or has a certain value. */
export interface MemberTest {
  readonly member: string;
  readonly value: string | undefined;
}

/** Actions on the KMS key of a member, or else of a resource, in a forward access session. */
export interface RequestEncryption {
  readonly actions: readonly ActionName[];
  readonly member: string | undefined;
  readonly resource: RequestResource | undefined;
  readonly when: readonly MemberTest[];
  readonly unless: readonly MemberTest[];
  /** A pair of the encryption context whose value is an ARN. */
  readonly context: { readonly key: string; readonly of: RequestResource } | undefined;
}

/** The roles that a resource has, such as a task definition, are passed to a service. */
export interface PassedByResource {
  readonly resource: RequestResource;
  /** What `iam:PassedToService` has. */
  readonly passedTo: string;
}

/** A service-linked role that the service makes where there is none yet. */
export interface RequestLinkedRole {
  readonly servicePrincipal: string;
  readonly when: readonly MemberTest[];
}
