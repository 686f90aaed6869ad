// An entry of its own: what covers what is told by the patterns themselves, without a search through requests.
export { PatternIndex } from './cover/patternIndex.ts';
export { PatternProofs, type ProofLimits } from './cover/patternProofs.ts';
export { actionsCover, resourcesCover, scopeCovers, statementCovers } from './cover/statementCovers.ts';
