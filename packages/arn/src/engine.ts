// Reading of ARNs and patterns piece by piece, also as families do, for the packages above. No promises.

export { PARTITIONS } from './arn/partitions.ts';
export { splitArn } from './arn/splitArn.ts';
export { TokenBuffer } from './glob/tokenBuffer.ts';
export { matchGlobTokens } from './glob/matchGlobTokens.ts';
export { matchArnTokens } from './arn-pattern/matchArnTokens.ts';
export type { FamilyPattern, Spellings } from './family/familyPattern.ts';
export { patternOf, patternOfTokens } from './family/familyPattern.ts';
