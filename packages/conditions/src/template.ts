// Texts with policy variables, compiled, for the packages above. No promises.

export type { Variable } from './variables/variable.ts';
export { compileTemplate, type Template } from './variables/template.ts';
