import type { LayerKind } from '../statement/layer.ts';
import { POLICY_PHRASES } from './policyPhrases.ts';

/** What an access-denied sentence of AWS tells. */
export interface AccessDenied {
  /** The principal's ARN, as far as the sentence gives one. */
  readonly principal: string;
  readonly action: string;
  /** `*` where the sentence names no resource. */
  readonly resource: string;
  /** Whether a Deny refused the request or an Allow was missing; `undefined` where the sentence does not say. */
  readonly kind: 'explicitDeny' | 'implicitDeny' | undefined;
  /** The layer that refused, where the sentence says. */
  readonly layer: LayerKind | undefined;
  /** Name or ARN of the policy, in newer sentences about a Deny. */
  readonly policyName: string | undefined;
}

const NOT_AUTHORIZED = ' is not authorized to perform: ';
const ON_RESOURCE = ' on resource: ';
const EXPLICIT = ' with an explicit deny in ';
const IMPLICIT = ' because no ';

/**
 * Reads an access-denied sentence of AWS back.
 *
 * @param text - the sentence, also within a longer error message.
 * @returns what it says, or `undefined` if there is no such sentence in the text.
 */
export function parseAccessDenied(text: string): AccessDenied | undefined {
  const line = text.replace(/\s+/g, ' ');
  const middle = line.indexOf(NOT_AUTHORIZED);
  if (middle < 0) return undefined;
  const principal = line.slice(0, middle).split(' ').pop() ?? '';
  const rest = line.slice(middle + NOT_AUTHORIZED.length);
  const action = firstWord(rest);
  if (!/^[\w-]+:\w+$/.test(action)) return undefined;
  const resource = rest.startsWith(ON_RESOURCE, action.length) ? afterMarker(rest, ON_RESOURCE) : undefined;
  const explicit = rest.includes(EXPLICIT);
  const implicit = !explicit && rest.includes(IMPLICIT);
  const phrase = explicit
    ? rest.slice(rest.indexOf(EXPLICIT))
    : implicit
      ? rest.slice(rest.indexOf(IMPLICIT))
      : '';
  return {
    principal,
    action,
    resource: resource ?? '*',
    kind: explicit ? 'explicitDeny' : implicit ? 'implicitDeny' : undefined,
    layer: layerOf(phrase),
    policyName: explicit ? /: (arn:\S+|[\w+=,.@-]+)/.exec(phrase)?.[1]?.replace(/[.,;)"']+$/, '') : undefined,
  };
}

function firstWord(text: string): string {
  const word = text.split(' ', 1)[0] ?? '';
  return word.replace(/[.,;)"']+$/, '');
}

/** A resource ARN may hold spaces, so it runs up to the reason, or else to the end of the word. */
function afterMarker(text: string, marker: string): string {
  const start = text.indexOf(marker) + marker.length;
  const ends = [EXPLICIT, IMPLICIT].map((reason) => text.indexOf(reason, start)).filter((end) => end >= 0);
  return ends.length === 0 ? firstWord(text.slice(start)) : text.slice(start, Math.min(...ends));
}

function layerOf(phrase: string): LayerKind | undefined {
  if (phrase.includes('role trust policy')) return 'resource';
  for (const [layer, name] of Object.entries(POLICY_PHRASES)) {
    if (phrase.includes(name)) return layer as LayerKind;
  }
  return undefined;
}
