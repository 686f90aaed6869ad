/** Who a hop starts from or leads to: the ARN of a user or role, or `admin:ACCOUNT`, who can do anything in an account. */
export type PathNode = string;

/** One authorisation that a hop needs. */
export interface HopCheck {
  readonly action: string;
  /** ARN; of what the source may choose, one that it may. */
  readonly resource: string;
  /** Who asks: the source, or the service that assumes a role. */
  readonly by: 'source' | 'service';
}

/** One way to become somebody. */
export interface PathHop {
  readonly from: PathNode;
  readonly to: PathNode;
  /** The name of the way: `pass-role-lambda`. */
  readonly way: string;
  /** What the source does, after "who". */
  readonly words: string;
  /** The policy, group, principal or resource by which it goes, where that is not the target itself. */
  readonly over: string | undefined;
  readonly answer: 'certainly' | 'perhaps';
  /** Context keys on which it depends. */
  readonly keys: readonly string[];
  /** What else it depends on, in words. */
  readonly gaps: readonly string[];
  readonly checks: readonly HopCheck[];
  /** The page of AWS that documents the way. */
  readonly source: { readonly page: string; readonly url: string; readonly read?: string | undefined };
}

/** Hops from one principal to another. */
export interface Path {
  readonly from: PathNode;
  readonly to: PathNode;
  /** `perhaps` where any hop is. */
  readonly answer: 'certainly' | 'perhaps';
  readonly hops: readonly PathHop[];
}

/** The node that stands for whoever can do anything in an account. */
export function adminNode(account: string): PathNode {
  return `admin:${account}`;
}
