// The parts of a decision, for packages above that build on them. No promises: they change with any version.

export { CompiledSide, type CompiledLayer } from './sides/compiledSide.ts';
export { CompiledPrincipal } from './sides/principalSide.ts';
export { CompiledResource } from './sides/resourceSide.ts';
export { CompiledEndpoint } from './sides/endpointSide.ts';
export type { ResourceParts, ResourceSet } from './sides/resourceParts.ts';
export { compileSides, joinSides, type CompiledSet } from './compiledSet.ts';
export { LayerWeigher, type AllowingLayers } from './decision/layerWeigher.ts';
export type { KnownRequest } from './decision/knownRequest.ts';
export { RequestReader } from './decision/requestReader.ts';
export type { ActionEntry } from './statement-index/actionIndex.ts';
export { LAYER_BIT, layerIndex, type Layer, type LayerPolicy } from './layers/layer.ts';
export {
  resourceTruth,
  statementCoversAction,
  type CompiledStatement,
} from './statement/compiledStatement.ts';
export {
  asciiLowerCase,
  coversAction,
  readActionPattern,
  type ActionPattern,
} from './statement/actionPattern.ts';
export type { ResourceForm, ResourcePattern } from './statement/resourceMatch.ts';
export { statementRef } from './explanation/statementReport.ts';
export { statementGrades } from './statement/statementGrades.ts';
export {
  countedGrades,
  counts,
  outcomeOnResource,
  statementOutcome,
  type AskedOfStatement,
  type Asking,
} from './statement/statementOutcome.ts';
export { GRADE, IN_DOUBT, type Grades, type Outcome } from './principal/grade.ts';
export {
  ANONYMOUS,
  isServiceLinkedRole,
  readCaller,
  roleArnOf,
  type Caller,
  type CallerKind,
} from './principal/caller.ts';
export type { CallerFacts, PrincipalMatcher } from './principal/principalMatcher.ts';
export { AllowTerms, type AllowTerm, type RowAnswers } from './bulk/allowTerms.ts';
export { addAll, addBit, complement, keepOnly, removeAll } from './bulk/bits.ts';
export { BulkDecider, type DeciderCube } from './bulk/bulkDecider.ts';
export type { BulkPrincipal, BulkResource } from './bulk/bulkSides.ts';
export { settle, type LayerAnswers } from './decision/settle.ts';
export { reservedParts } from './service-rules/iamReservedEntities.ts';
export { SETTLEMENTS, type Settlement } from './settlement/settlement.ts';
export type { SettlementFacts } from './settlement/settlementFacts.ts';
