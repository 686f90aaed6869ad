import type { SettlementCode } from './settlementCode.ts';
import type { SettlementFacts } from './settlementFacts.ts';
import { SETTLEMENT_TABLE } from './settlementTable.ts';

/** How a decision came about: the answer, a stable code, and the facts that every surface shows of it. */
export interface Settlement extends SettlementFacts {
  readonly code: SettlementCode;
}

/** Every settlement by its code. */
export const SETTLEMENTS: Readonly<Record<SettlementCode, Settlement>> = Object.fromEntries(
  Object.entries(SETTLEMENT_TABLE).map(([code, facts]) => [code, { code, ...facts }]),
) as unknown as Record<SettlementCode, Settlement>;
