export * from './arbitraries/index.ts';
export * from './matchers/index.ts';
export { interpret, type Interpretation, type InterpretOptions } from './reference/index.ts';
export * from './property/index.ts';
