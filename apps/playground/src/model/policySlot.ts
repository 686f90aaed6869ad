import type { LayerKind } from '@policywright/evaluator';
import { POLICY_TYPE_WORDS, type PolicyType } from '@policywright/policy';
import { capitalised } from './layerNames.ts';

/** One policy document as somebody edits it. Slots are never changed, only replaced. */
export interface PolicySlot {
  /** Stays the same while the text changes. */
  readonly id: string;
  readonly kind: LayerKind;
  /**
   * For SCPs and RCPs, the level from the root of the organization. For the policy of what lies behind the resource,
   * its number in the request, from 1. 0 elsewhere.
   */
  readonly level: number;
  readonly name: string;
  readonly text: string;
  /** Left out of the decision, to see what would be without it. */
  readonly isOff?: boolean;
}

/** What people call the kinds, in the order in which requests meet them. */
export const KINDS: readonly { readonly kind: LayerKind; readonly label: string; readonly many: boolean }[] =
  [
    { kind: 'identity', label: labelOf('identity'), many: true },
    { kind: 'resource', label: labelOf('resource'), many: false },
    { kind: 'boundary', label: labelOf('boundary'), many: false },
    { kind: 'session', label: labelOf('session'), many: true },
    { kind: 'scp', label: labelOf('scp'), many: true },
    { kind: 'rcp', label: labelOf('rcp'), many: true },
    { kind: 'vpcEndpoint', label: labelOf('vpcEndpoint'), many: false },
  ];

/** Levels of SCPs and RCPs count from the root. */
export function hasLevels(kind: LayerKind): kind is 'scp' | 'rcp' {
  return kind === 'scp' || kind === 'rcp';
}

/** The rules that a document of a kind is read with; `trust` for the trust policy of a role. */
export function policyTypeOf(kind: LayerKind, isTrustPolicy: boolean): PolicyType {
  return kind === 'resource' && isTrustPolicy ? 'trust' : kind;
}

function labelOf(kind: LayerKind): string {
  return capitalised(POLICY_TYPE_WORDS[kind].label);
}

let slotsMade = 0;

/** Makes a slot with an id that no other has. */
export function newSlot(slot: Omit<PolicySlot, 'id'>): PolicySlot {
  slotsMade += 1;
  return { ...slot, id: `slot-${String(slotsMade)}` };
}
