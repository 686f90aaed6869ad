export { checkNoNewAccess } from './questions/checkNoNewAccess.ts';
export { subsumes } from './questions/subsumes.ts';
export { equivalent } from './questions/equivalent.ts';
export { disjoint } from './questions/disjoint.ts';
export { canEver, type EverAnswer, type EverOutcome } from './questions/canEver.ts';
export type { AccessPattern, ConditionBlock } from './questions/accessPattern.ts';
export { checkAccessNotGranted } from './questions/checkAccessNotGranted.ts';
export {
  checkNoPublicAccess,
  type PublicAccessAnswer,
  type PublicAccessOptions,
} from './questions/checkNoPublicAccess.ts';
export {
  PUBLIC_RESOURCE_TYPES,
  type PublicResource,
  type PublicResourceType,
} from './questions/publicResourceTypes.ts';
export {
  BESIDE_POLICIES,
  externalAccess,
  type BesidePolicies,
  type ExternalAccess,
  type ExternalAnswer,
  type ExternalCallers,
  type ExternalCondition,
  type ExternalOptions,
  type TrustedZone,
} from './questions/externalAccess.ts';
export { externalParties, type OutsideParty, type PartyAccess } from './questions/externalParties.ts';
export {
  keyControl,
  UNINFLUENCED_KEYS,
  type KeyControl,
  type UninfluencedKey,
} from './questions/keyControl.ts';
export type { CallersPolicies } from './callers/ownPolicies.ts';
export { diff, type Difference } from './questions/diff.ts';
export type { AccessFinding, AccessPart, PartCondition } from './findings/finding.ts';
export {
  deadStatements,
  type DeadKind,
  type DeadStatement,
  type DeadStatements,
} from './questions/deadStatements.ts';
export {
  neverMatches,
  type BlamedElement,
  type Matching,
  type NeverMatches,
} from './questions/neverMatches.ts';
export { admitsPublic, type PublicAdmission } from './questions/admitsPublic.ts';
export { coveredBy, type Covering, type CoveringOptions } from './questions/coveredBy.ts';
export { DEFAULT_BUDGET, type AnalyzerOptions } from './questions/options.ts';
export type { Subject } from './questions/subject.ts';
export {
  ASSUMPTIONS,
  type Assumption,
  type Proved,
  type Refuted,
  type Undetermined,
  type Verdict,
} from './questions/verdict.ts';
export { UNKNOWN_REASONS, type UnknownReason, type UnknownReasonCode } from './model/unknownReason.ts';
export type { SettlingStatement, Witness } from './witness/witness.ts';
export type { WitnessScenario } from './witness/witnessScenario.ts';
export { LANGUAGE } from './universe/language.ts';
export type { KeyFacts, Universe } from './universe/universe.ts';
export { prove, type AccessGuardRail, type GuardRailAnswer } from './questions/prove.ts';
export { whoCan, type Candidate, type CandidateAnswer } from './questions/whoCan.ts';
export {
  effectivePermissions,
  type EffectivePermissions,
  type Permission,
} from './questions/effectivePermissions.ts';
export { minimisePolicy, type MinimiseResult } from './minimise/minimisePolicy.ts';
export type { MinimiseOptions } from './minimise/minimiseOptions.ts';
export type { MinimiseKind, MinimiseStep } from './minimise/minimiseStep.ts';
export { documentsByLayer, type DocumentsByLayer } from './witness/documentsByLayer.ts';
