import type { Decision } from '../request/decision.ts';
import type { LayerKind } from '../statement/layer.ts';
import type { SettlementCode } from './settlementCode.ts';
import { SETTLEMENT_TABLE } from './settlementTable.ts';

/** How a decision came about: the answer, a stable code, and the facts that every surface shows of it. */
export interface Settlement extends SettlementFacts {
  readonly code: SettlementCode;
}

/** What holds for every request that is settled in the same way. */
export interface SettlementFacts {
  readonly decision: Decision;
  /** Number of the rule in `docs/semantics.md`. */
  readonly rule: string;
  /** What the code means, in words that complete "denied: …" or "allowed: …". */
  readonly reason: string;
  /** Of an Allow: the layer whose statement settled it; `none` where no statement did. */
  readonly granting: 'identity' | 'resource' | 'session' | 'none';
  /** Of an implicit denial: the layers in which an Allow was missing; AWS's sentence names the first. */
  readonly missing: readonly LayerKind[];
  /**
   * How AWS puts a denial: with the policy that denies or lacks an Allow (`policy`), without any reason
   * (`bare`), or in a sentence of its own.
   */
  readonly sentence: 'policy' | 'bare' | { readonly text: string };
}

/** Every settlement by its code. */
export const SETTLEMENTS: Readonly<Record<SettlementCode, Settlement>> = Object.fromEntries(
  Object.entries(SETTLEMENT_TABLE).map(([code, facts]) => [code, { code, ...facts }]),
) as unknown as Record<SettlementCode, Settlement>;
