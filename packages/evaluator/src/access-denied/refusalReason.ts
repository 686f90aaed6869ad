import type { AccessDenied } from './accessDenied.ts';
import { policyTypeOf } from './policyTypeOf.ts';
import { withoutEndMarks } from './withoutEndMarks.ts';

/** The reason in an access-denied message. */
export interface RefusalReason {
  /** Where it begins. */
  readonly start: number;
  readonly told: Pick<
    AccessDenied,
    'kind' | 'layer' | 'policyType' | 'reasonAction' | 'policyName' | 'policyArn'
  >;
}

// A few words that end as the name of a policy type does; new types are read too, without a layer.
const TYPE = String.raw`((?:[A-Za-z-]{1,30} ){0,5}?(?:policy|policies|boundary))`;
const REASON = new RegExp(
  [
    String.raw`\bwith an explicit deny\b(?: in (?:an? |the )?${TYPE}\b(?: ?:? ?["'\`(]?(arn:[^\s"'\`<>]+)| ?: ?([^\s"'\`<>]+))?)?`,
    String.raw`\bbecause no ${TYPE} allows?\b(?: the ["'\`]?([\w-]{1,64}:\w{1,128}))?`,
  ].join('|'),
  'i',
);

/**
 * Finds the first reason in a text: "with an explicit deny in …", or "because no … allows …".
 *
 * @param text - in one line; of bounded length.
 */
export function findReason(text: string): RefusalReason | undefined {
  const match = REASON.exec(text);
  if (match === null) return undefined;
  const [, denying, arn, name, silent, action] = match;
  const type = policyTypeOf(denying ?? silent ?? '');
  const policyName = nameOf(arn ?? name);
  return {
    start: match.index,
    told: {
      kind: silent === undefined ? 'explicitDeny' : 'implicitDeny',
      layer: type?.[1],
      policyType: type?.[0],
      reasonAction: action,
      policyName,
      policyArn: policyName?.startsWith('arn:') === true ? policyName : undefined,
    },
  };
}

/** The name of a policy has no more characters than these. */
function nameOf(text: string | undefined): string | undefined {
  const name = withoutEndMarks(text ?? '');
  return name.startsWith('arn:') || /^[\w+=,.@-]+$/.test(name) ? name : undefined;
}
