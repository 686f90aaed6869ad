import type { LayerKind } from '@policywright/evaluator';

const NAMES: Readonly<Record<LayerKind, string>> = {
  identity: 'Identity policies',
  resource: 'Resource policy',
  boundary: 'Permissions boundary',
  session: 'Session policies',
  scp: 'SCP',
  rcp: 'RCP',
  vpcEndpoint: 'Endpoint policy',
};

/** What a layer is called; SCPs and RCPs with their level, the root being 1 as people count. */
export function layerTitle({
  layer,
  level,
}: {
  readonly layer: LayerKind;
  readonly level: number | undefined;
}): string {
  return level === undefined ? NAMES[layer] : `${NAMES[layer]} level ${String(level + 1)}`;
}

/** Where in an organization a level stands, of so many levels: the root, a unit, or the account. */
export function levelPlace(level: number, levels: number): string {
  if (level === 0) return 'root';
  return level === levels - 1 ? 'account' : 'organizational unit';
}
