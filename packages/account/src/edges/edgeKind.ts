import type { ActionName } from '@policywright/catalog';

/** What an edge leads to, and over what. */
export type EdgeTarget =
  /** The source becomes a principal; a role must trust `service`, where one is named. */
  | { readonly kind: 'role' | 'user'; readonly service?: string | undefined }
  /** The source becomes the role of a resource of which a file tells, known by a part of its ARN. */
  | { readonly kind: 'resource'; readonly infix: string }
  /** The source gives any permission to a principal that it is, or can become. */
  | { readonly kind: 'holder'; readonly of: 'user' | 'role' }
  /** The same by a customer managed policy of that principal, or by one of its groups. */
  | { readonly kind: 'policy'; readonly versions: 'new' | 'other' }
  | { readonly kind: 'group' }
  /** A user joins a group, and has its permissions. */
  | { readonly kind: 'membership' };

/** One call that the source makes. In its input `{target}` is an ARN, `{name}` its name, `{new}` something yet to be made. */
export interface EdgeCall {
  readonly operation: ActionName;
  readonly input: Readonly<Record<string, unknown>>;
  /** What the call is about: the `target`, or something that the source may choose, as it is its own. */
  readonly on: 'target' | 'free';
  /** Context keys that the call has. */
  readonly context?: Readonly<Record<string, string>>;
}

/** One way to become somebody else, or to gain permissions. */
export interface EdgeKind {
  readonly name: string;
  /** What the source does, after "who": `makes a Lambda function with the role and calls it`. */
  readonly words: string;
  readonly target: EdgeTarget;
  /** Every call must be allowed. */
  readonly calls: readonly EdgeCall[];
  /** The role trusts the source afterwards, which then assumes it. */
  readonly thenAssumes?: boolean;
  /** What no snapshot tells, and the way depends on. */
  readonly open?: string;
  /** The page of AWS that documents it. */
  readonly source: EdgeSource;
}

/** A page of the AWS documentation. */
export interface EdgeSource {
  readonly page: string;
  readonly url: string;
  /** The day on which it was read; left out where the way was written down from memory, unchecked. */
  readonly read?: string | undefined;
}
