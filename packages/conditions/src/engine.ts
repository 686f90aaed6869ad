// Texts with policy variables, compiled, for the packages above. No promises.

export type { Variable } from './variables/variable.ts';
export type { Template, TemplatePart, TemplateStatus } from './variables/template.ts';
export { compileTemplate } from './variables/template.ts';
