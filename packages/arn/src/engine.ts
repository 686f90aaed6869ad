// Matching of patterns that are put together anew for each text, for the packages above. No promises.

export { TokenBuffer } from './glob/tokenBuffer.ts';
export { matchGlobTokens } from './glob/matchGlobTokens.ts';
export { matchArnTokens } from './arn-pattern/matchArnTokens.ts';
