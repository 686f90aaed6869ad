// An entry of its own: whoever decides needs no sentences, and whoever shows decisions on a page of their own needs them
// in parts.
export { adviceOf, type Advice } from './wording/advice.ts';
export { conditionClause, type ConditionWritten } from './wording/conditionClause.ts';
export { reasonsOf, type Reason } from './wording/reasons.ts';
export { renderExplanation } from './rendering/renderExplanation.ts';
export type { RenderOptions } from './rendering/renderOptions.ts';
export { layerName } from './explanation/layerName.ts';
export type { CodePiece, Phrase, Piece, StatementPiece } from './phrase/phrase.ts';
export { sentence } from './phrase/sentence.ts';
export { statementName } from './phrase/statementName.ts';
export { withCode } from './phrase/withCode.ts';
export { textOf } from './phrase/textOf.ts';
