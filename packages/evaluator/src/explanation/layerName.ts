import { POLICY_TYPE_WORDS } from '@policywright/policy';
import type { LayerKind } from '../layers/layer.ts';

/** The field's name of a layer; SCPs and RCPs by their short name with their level, the root being 1 as people count. */
export function layerName(layer: LayerKind, level: number | undefined): string {
  const { phrase, short } = POLICY_TYPE_WORDS[layer];
  const name = layer === 'scp' || layer === 'rcp' ? short : phrase;
  return level === undefined ? name : `${name} level ${level + 1}`;
}
