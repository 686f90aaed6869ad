import type { VNode } from 'preact';
import { measurePolicy, POLICY_QUOTAS, type PolicyQuota } from '@policywright/policy';
import { policyTypeOf, type PolicySlot } from '../model/policySlot.ts';
import { flags } from '../model/state.ts';

/** How much of the quota a document takes, counted as AWS counts. */
export function SizeMeter({ slot }: { readonly slot: PolicySlot }): VNode | null {
  const isTrust = flags.value.resourcePolicyKind === 'trust';
  const [size] = measurePolicy(slot.text, { type: policyTypeOf(slot.kind, isTrust) });
  if (size === undefined) return null;
  const quota: PolicyQuota = POLICY_QUOTAS[size.name];
  const isStripped = quota.consoleStripsWhiteSpace === true && (size.whiteSpace ?? 0) > 0;
  const isOver = size.used > size.limit;
  return (
    <p class={`size${isOver ? ' over' : ''}`}>
      <meter
        min={0}
        max={size.limit}
        high={size.limit * 0.9}
        value={size.used}
        aria-label="Share of the size quota"
      />{' '}
      {size.used.toLocaleString('en')} of {size.limit.toLocaleString('en')} {size.unit}
      {isStripped &&
        `, ${(size.whiteSpace ?? 0).toLocaleString('en')} of them white space that the console strips`}
      {isOver && `: ${(size.used - size.limit).toLocaleString('en')} too many for AWS`}
    </p>
  );
}
