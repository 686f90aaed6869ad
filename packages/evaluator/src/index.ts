export type { Authorizer } from './authorizer.ts';
export { compile } from './compile.ts';
export { authorize, type SidedAuthorizer, type SidedRequest } from './authorize.ts';
export { compileEndpoint, type EndpointPolicies, type EndpointSide } from './sides/endpointSide.ts';
export { compilePrincipal, type PrincipalPolicies, type PrincipalSide } from './sides/principalSide.ts';
export {
  compileResource,
  type BucketKind,
  type KeyKind,
  type ResourceBehind,
  type ResourceKind,
  type ResourcePolicies,
  type ResourceSide,
  type RoleKind,
} from './sides/resourceSide.ts';
export type { SideOptions } from './sides/sideOptions.ts';
export type { EvaluatorOptions } from './options.ts';
export type { Decision } from './request/decision.ts';
export { POLICY_SET_FLAGS, type FlagFacts } from './request/flagFacts.ts';
export { GRANT_OPERATIONS, type KmsGrant } from './request/kmsGrant.ts';
export { RCP_SERVICES } from './service-rules/rcpServices.ts';
export type { CredentialKind, PolicySet, PolicySetFlags } from './request/policySet.ts';
export type { Principal, Request, UnderlyingResource } from './request/request.ts';
export type {
  Doubt,
  ElementReport,
  Explanation,
  LayerReport,
  LayerVerdict,
  NearMiss,
  StatementRef,
  StatementReport,
} from './explanation/explanation.ts';
export type { CodePiece, Phrase, Piece, StatementPiece } from './phrase/phrase.ts';
export { requestsBehind } from './underlying/requestsBehind.ts';
export type { LayerKind } from './layers/layer.ts';
export type { NotPrincipalMode } from './principal/principalMatcher.ts';
export type { SettlementCode } from './settlement/settlementCode.ts';
export { accessDeniedMessage } from './access-denied/accessDeniedMessage.ts';
export type { AccessDenied, AccessDeniedForm } from './access-denied/accessDenied.ts';
export type { MatchedStatement } from './access-denied/matchedStatement.ts';
export type { PolicyPhrase } from '@policywright/policy';
export { parseAccessDenied } from './access-denied/parseAccessDenied.ts';
export type { CallNetwork } from './context/callNetwork.ts';
export { deriveContext, type DeriveOptions } from './context/deriveContext.ts';
export {
  deriveSessionTags,
  type RoleSession,
  type SessionTagProblem,
  type SessionTagProblemCode,
  type SessionTags,
  type Tags,
} from './context/sessionTags.ts';
export type { PartialDecision, ResidualStatement } from './partial/partialDecision.ts';
export { decideAll } from './bulk/decideAll.ts';
export type { DecisionCube } from './bulk/decisionCube.ts';
export { DecisionRow } from './bulk/decisionRow.ts';
export { simulate, type SimulateOptions } from './simulation/simulate.ts';
export type {
  EvaluationResult,
  PolicyEvaluationDecision,
  SimulatedStatement,
  SimulationPosition,
} from './simulation/evaluationResult.ts';
