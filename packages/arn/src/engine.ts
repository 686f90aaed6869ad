// Reading of ARNs and patterns piece by piece, for the packages above. No promises.

export { splitArn } from './arn/splitArn.ts';
export { TokenBuffer } from './glob/tokenBuffer.ts';
export { matchGlobTokens } from './glob/matchGlobTokens.ts';
export { matchArnTokens } from './arn-pattern/matchArnTokens.ts';
