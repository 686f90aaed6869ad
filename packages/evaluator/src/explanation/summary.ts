import type { Settlement } from '../settlement/settlement.ts';
import type { Request } from '../request/request.ts';
import type { Layer, LayerKind } from '../layers/layer.ts';
import type { StatementRef } from './explanation.ts';

const NAMES: Readonly<Record<LayerKind, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'SCP',
  rcp: 'RCP',
  vpcEndpoint: 'VPC endpoint policy',
};

/** The field's name of a layer; SCPs and RCPs with their level, the root being 1 as people count. */
export function layerName(layer: LayerKind, level: number | undefined): string {
  return level === undefined ? NAMES[layer] : `${NAMES[layer]} level ${level + 1}`;
}

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
