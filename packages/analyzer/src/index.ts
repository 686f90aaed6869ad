export { subsumes } from './questions/subsumes.ts';
export type { AnalyzerOptions } from './questions/options.ts';
