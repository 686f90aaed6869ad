import type { LayerKind } from '../layers/layer.ts';

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
