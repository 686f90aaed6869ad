export { interpret, type Interpretation } from './interpret.ts';
export type { InterpretOptions } from './placedStatement.ts';
