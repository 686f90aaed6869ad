export type { ConditionOperatorText, ConditionValue } from './build/conditionText.ts';
export { policy, type PolicyBuilder, type StatementsByType } from './build/policyBuilder.ts';
export type { BuiltCondition, BuiltPolicy, BuiltPrincipal, BuiltStatement } from './build/builtPolicy.ts';
export {
  allow,
  allowAllExcept,
  deny,
  denyAllExcept,
  type ListState,
  type NewStatement,
  type PrincipalState,
  type StatementBuilder,
  type StatementState,
} from './build/statementBuilder.ts';
export { literal, variable } from './build/variable.ts';
export { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnostic/diagnosticCodes.ts';
export type { Diagnostic, DiagnosticSeverity, Position, Range } from './diagnostic/diagnostic.ts';
export { positionAt } from './diagnostic/positionAt.ts';
export {
  renderDiagnostic,
  type RenderableDiagnostic,
  type RenderDiagnosticOptions,
} from './diagnostic/renderDiagnostic.ts';
export {
  extractAll,
  extractPolicies,
  type ExtractedPolicy,
  type ExtractOptions,
  type FilePolicies,
  type UnknownPolicy,
} from './extract/extractPolicies.ts';
export type { PolicyHolder } from './extract/policyHolder.ts';
export { settleVariables, type SettledVariables } from './extract/settleVariables.ts';
export { isUnknownText, unknownParts, type UnknownPart } from './extract/templateVariables.ts';
export { showUnknown, UNKNOWN_PREFIX, unknownName, unknownText } from './extract/unknownText.ts';
export { inferPolicyType, type InferredType } from './infer/inferPolicyType.ts';
export type {
  JsonArray,
  JsonBoolean,
  JsonMember,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonString,
} from './json/jsonNode.ts';
export { isRecord } from './json/isRecord.ts';
export { DEFAULT_JSON_LIMITS, type JsonLimits } from './json/jsonLimits.ts';
export { parsePointer, pointerTo } from './json/jsonPointer.ts';
export { locate, locateDeepest } from './json/locate.ts';
export { blankComments } from './json/blankComments.ts';
export { parseJson, type JsonParseResult } from './json/parseJson.ts';
export { printJson } from './json/printJson.ts';
export {
  OPERATOR_NAMES,
  parseConditionOperator,
  type ConditionOperator,
  type OperatorName,
  type SetQualifier,
} from './model/conditionOperator.ts';
export {
  POLICY_ELEMENTS,
  PRINCIPAL_KINDS,
  STATEMENT_ELEMENTS,
  type StatementElement,
} from './model/elementNames.ts';
export {
  POLICY_TYPES,
  type Condition,
  type Effect,
  type ListElement,
  type Policy,
  type PolicyType,
  type PolicyVersion,
  type PrincipalElement,
  type PrincipalEntry,
  type PrincipalKind,
  type Statement,
} from './model/policy.ts';
export type { PolicyTree, StatementParts, StatementTree } from './model/policyTree.ts';
export { POLICY_TYPE_WORDS, type PolicyPhrase, type PolicyTypeWords } from './model/policyTypeWords.ts';
export type {
  ConditionDocument,
  OneOrMany,
  PolicyDocument,
  PrincipalDocument,
  StatementDocument,
} from './model/policyDocument.ts';
export { isNoArn } from './read/isNoArn.ts';
export { abbreviatedApiResource } from './model/abbreviatedApiResource.ts';
export { hasGatewayEndpoints, type EndpointType } from './model/endpointType.ts';
export { parseServicePrincipal, type ServicePrincipalName } from './model/servicePrincipal.ts';
export { PolicyError, type PolicyErrorCode } from './print/policyError.ts';
export { printPolicy, type PrintForm, type PrintOptions } from './print/printPolicy.ts';
export {
  ATTACHMENT_QUOTAS,
  measureAttachments,
  type AttachmentMeasurement,
  type AttachmentQuota,
  type AttachmentQuotaName,
} from './quota/attachmentQuotas.ts';
export { measurePolicy, type MeasureOptions, type PolicyMeasurement } from './quota/measurePolicy.ts';
export type { Measurement } from './quota/measurement.ts';
export {
  measureName,
  NAME_QUOTAS,
  type NameMeasurement,
  type NameQuota,
  type NameQuotaName,
} from './quota/nameQuotas.ts';
export {
  POLICY_QUOTAS,
  type PolicyQuota,
  type PolicyQuotaName,
  type QuotaUnit,
} from './quota/policyQuotas.ts';
export { parsePolicy } from './read/parsePolicy.ts';
export { parsePolicyTree, policyTreeFromNode, type TreeOptions } from './read/parsePolicyTree.ts';
export type { ParseOptions, ParseResult } from './read/parseResult.ts';
export { policyFromNode, type NodeOptions } from './read/policyFromNode.ts';
export { policyFromValue } from './read/policyFromValue.ts';
export { defaultKeyPolicy } from './build/defaultKeyPolicy.ts';
