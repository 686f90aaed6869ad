// Matching of patterns that are put together anew for each text, and patterns as families read them, for the packages
// above. No promises.

export { TokenBuffer } from './glob/tokenBuffer.ts';
export { matchGlobTokens } from './glob/matchGlobTokens.ts';
export { matchArnTokens } from './arn-pattern/matchArnTokens.ts';
export type { FamilyPattern, Spellings } from './family/familyPattern.ts';
export { patternOf, patternOfTokens } from './family/familyPattern.ts';
