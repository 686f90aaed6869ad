/**
 * What bears on the weighing of layers beside the action: of what kind the policy of the resource is, and, for actions that
 * no statement names, which rules of a single service they may have. The same on all sides of a question.
 */
export interface Circumstance {
  /** The kind that the resource gives its policy (rules S171 and S172). */
  readonly kind: 'kms' | 'trust' | undefined;
  /** What the ARNs of such resources have in them, and whether the resource is one; `undefined` leaves it open. */
  readonly resource: { readonly infix: string; readonly has: boolean } | undefined;
  /** Whether RCPs reach it: `asked` leaves that to the action (rule S169). */
  readonly rcps: 'asked' | 'reach' | 'lifted';
  /** What a grant of the resource's policy is worth: as the action has it, or as rules of single services have it. */
  readonly grants: 'asked' | 'count' | 'need-both' | 'ignored' | 'lifted';
  /** The caller's own policies decide about resources of other accounts too. */
  readonly crosses: boolean;
}

/** Nothing beside the action. */
export const PLAIN: Circumstance = {
  kind: undefined,
  resource: undefined,
  rcps: 'asked',
  grants: 'asked',
  crosses: false,
};

/** A word for each circumstance. */
export function circumstanceKey({ kind, resource, rcps, grants, crosses }: Circumstance): string {
  return `${kind ?? ''} ${resource?.infix ?? ''} ${resource?.has ?? ''} ${rcps} ${grants} ${crosses}`;
}
