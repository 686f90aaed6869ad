import type { Settlement } from '../settlement/settlement.ts';
import type { Request } from '../request/request.ts';
import type { Layer } from '../layers/layer.ts';
import type { StatementRef } from './explanation.ts';
import { layerName } from './layerName.ts';

/** What `summarise` puts into words. */
export interface SummaryInput {
  readonly request: Request;
  readonly settlement: Settlement;
  readonly decisive: StatementRef | undefined;
  readonly blocking: Layer | undefined;
}

/** Puts a decision into one sentence. */
export function summarise({ request, settlement, decisive, blocking }: SummaryInput): string {
  const verdict = settlement.decision === 'Allow' ? 'allowed' : 'denied';
  if (settlement.code === 'explicit-deny' && decisive !== undefined) {
    const statement = decisive.sid === undefined ? decisive.ref : `"${decisive.sid}" (${decisive.ref})`;
    return `${verdict}: statement ${statement} of ${nameOf(decisive)} denies ${request.action}`;
  }
  if (blocking !== undefined) {
    const names = blocking.policies.map(({ policy }) => policy.name).filter((name) => name !== undefined);
    const which = names.length === 0 ? '' : ` (${names.join(', ')})`;
    return `${verdict}: ${layerName(blocking.kind, blocking.level)}${which} does not allow ${request.action} on ${request.resource}`;
  }
  return `${verdict}: ${settlement.reason}`;
}

function nameOf({ layer, level, policyName }: StatementRef): string {
  const name = level === undefined ? `the ${layerName(layer, level)}` : layerName(layer, level);
  return policyName === undefined ? name : `${name} (${policyName})`;
}
