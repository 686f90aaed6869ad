// How many patterns together divide the texts, for packages that prove. Not published: it is put into those that use it.

export type { FamilyPattern, Run, Spellings } from './family/familyPattern.ts';
export { isSymbol, patternOf, patternOfParts, patternOfTokens, symbolOf } from './family/familyPattern.ts';
export type { FamilyLimitMet, FamilyLimits, PatternGroup, Polarity } from './family/patternGroup.ts';
export type { TextCell } from './family/textCell.ts';
export type { GroupCells, GroupCellsOptions } from './family/groupCells.ts';
export { groupCells } from './family/groupCells.ts';
export type { FindTextOptions, FoundText, WantedGroup } from './family/findText.ts';
export { findText } from './family/findText.ts';
