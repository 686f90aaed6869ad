export { interpret, type Interpretation, type LayerKind } from './reference/index.ts';
export * from './scenario/index.ts';
