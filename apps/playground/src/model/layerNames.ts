import type { LayerKind } from '@policywright/evaluator';
import { POLICY_TYPE_WORDS } from '@policywright/policy';

/** A word as it begins a label. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Layers in which several policies are usual. */
const MANY: ReadonlySet<LayerKind> = new Set(['identity', 'session']);

function nameOf(layer: LayerKind): string {
  const { short } = POLICY_TYPE_WORDS[layer];
  return capitalised(MANY.has(layer) ? short.replace(/policy$/, 'policies') : short);
}

/** What a layer is called; SCPs and RCPs with their level, the root being 1 as people count. */
export function layerTitle({
  layer,
  level,
}: {
  readonly layer: LayerKind;
  readonly level: number | undefined;
}): string {
  return level === undefined ? nameOf(layer) : `${nameOf(layer)} level ${String(level + 1)}`;
}

/** Where in an organization a level stands, of so many levels: the root, a unit, or the account. */
export function levelPlace(level: number, levels: number): string {
  if (level === 0) return 'root';
  return level === levels - 1 ? 'account' : 'organizational unit';
}
