export { interpret, type Interpretation } from './interpret.ts';
export type { InterpretOptions, LayerKind } from './layers.ts';
