export { interpret, type Interpretation } from './interpret.ts';
export type { LayerKind } from './layers.ts';
