import type { LayerKind } from '../layers/layer.ts';
import type { Decision } from '../request/decision.ts';

/** What holds for every request that is settled in the same way. */
export interface SettlementFacts {
  readonly decision: Decision;
  /** Number of the rule in `docs/semantics.md`. */
  readonly rule: string;
  /** What the code means, in words that complete "denied: …" or "allowed: …"; `{request}` stands for the action and resource. */
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
