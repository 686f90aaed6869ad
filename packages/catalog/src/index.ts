export { expandActions } from './actions/expandActions.ts';
export { fitActions } from './actions/fitActions.ts';
export type { FittedActions } from './actions/fitActions.ts';
export { shrinkActions } from './actions/shrinkActions.ts';
export type { ShrinkOptions } from './actions/shrinkActions.ts';
export { catalogInfo } from './lookup/catalogInfo.ts';
export { findConditionKey } from './lookup/findConditionKey.ts';
export { getAction } from './lookup/getAction.ts';
export { getResourceType } from './lookup/getResourceType.ts';
export { getService } from './lookup/getService.ts';
export { services } from './lookup/services.ts';
export { ACCESS_LEVELS } from './model/accessLevel.ts';
export type { AccessLevel } from './model/accessLevel.ts';
export type { Action, ActionName, ActionResource, ActionScenario } from './model/action.ts';
export type { ConditionKey, ConditionKeyType } from './model/conditionKey.ts';
export type { CatalogCounts, CatalogInfo, FactKind, Provenance } from './model/provenance.ts';
export type { ReferencePage, ReferenceSection, ReferenceSubject } from './model/referencePage.ts';
export type { ResourceType } from './model/resourceType.ts';
export type { Need, Operation, OperationPermission, RoleParameter } from './model/operation.ts';
export type { Service } from './model/service.ts';
export type {
  ServiceActions,
  DescribedAction,
  DescribedKey,
  DescribedType,
  NeededPermission,
  OperationNeeds,
  ResourcePolicyFacts,
  ServiceDescription,
  TagFacts,
} from './model/serviceDescription.ts';
export { getOperation, operationsOf } from './operations/getOperation.ts';
export { operationsWithMembers, requestMembers } from './operations/requestMembers.ts';
export {
  templateOperation,
  type TemplateMember,
  type TemplateOperation,
} from './operations/templateOperation.ts';
export { VALUE_FORMS } from './model/requestMembers.ts';
export type {
  MemberTest,
  PassedByResource,
  RequestAction,
  RequestEncryption,
  RequestKey,
  RequestLinkedRole,
  RequestMembers,
  RequestResource,
  RequestValue,
  ValueForm,
  ValuePart,
} from './model/requestMembers.ts';
export { roleParameters } from './operations/roleParameters.ts';
export { roleTakingActions } from './operations/roleTakingActions.ts';
export { actionsOfOperation } from './names/actionsOfOperation.ts';
export { prefixesOfEventSource } from './names/prefixesOfEventSource.ts';
export { closestNames } from './names/closestNames.ts';
export type { ClosestNamesOptions } from './names/closestNames.ts';
export { describeService } from './describe/describeService.ts';
export { featuresOf } from './features/featuresOf.ts';
export type { Claim, Feature, FeatureData, SubService } from './model/feature.ts';
export { FEATURE_NAMES } from './model/featureNames.ts';
export type { FeatureName } from './model/featureNames.ts';
export { findGlobalKey } from './lookup/findConditionKey.ts';
export type { Citation, Evidence } from './model/citation.ts';
export { documentedKeys } from './overlays/documentedKeys.ts';
export type { DocumentedKey } from './overlays/documentedKeys.ts';
export { dependentActions } from './overlays/dependentActions.ts';
export type { DependentAction } from './overlays/dependentActions.ts';
export { forwardAccess } from './overlays/forwardAccess.ts';
export type { ForwardAccess, ForwardAccessKey } from './overlays/forwardAccess.ts';
export { linkedRolePolicies } from './overlays/linkedRolePolicies.ts';
export type { LinkedRolePolicy } from './overlays/linkedRolePolicies.ts';
export { resourcePolicies } from './overlays/resourcePolicies.ts';
export type { ResourcePolicySupport } from './overlays/resourcePolicies.ts';
export { globalConditionKeys } from './overlays/globalConditionKeys.ts';
export type { CallerKind, GlobalConditionKey, GlobalKeyCategory } from './overlays/globalConditionKeys.ts';
export { keyAliases } from './overlays/keyAliases.ts';
export type { KeyAlias } from './overlays/keyAliases.ts';
export { sensitiveActions } from './overlays/sensitiveActions.ts';
export type { SensitiveAction, SensitivityCategory } from './overlays/sensitiveActions.ts';
export type { Support } from './model/support.ts';
export { isServicePrincipal, servicePrincipals } from './operations/servicePrincipals.ts';
export { serviceLinkedRoles } from './overlays/serviceLinkedRoles.ts';
export type { ServiceLinkedRole } from './model/serviceLinkedRole.ts';
export { catalogSnapshot, readSnapshot } from './diff/catalogSnapshot.ts';
export type { CatalogSnapshot } from './diff/catalogSnapshot.ts';
export { diffCatalogs } from './diff/diffCatalogs.ts';
export type { CatalogChange, CatalogItemKind } from './diff/diffCatalogs.ts';
export { relevantKeys } from './permissions/relevantKeys.ts';
export type { RelevantKey, RelevantKeysOptions } from './permissions/relevantKeys.ts';
export { requiredPermissions } from './permissions/requiredPermissions.ts';
export type { OperationOptions, RequiredPermission } from './model/requiredPermission.ts';
export { referencePages } from './reference/referencePages.ts';
export { referenceUrl } from './reference/referenceUrl.ts';
export { arnVariableFacts } from './resources/arnVariableFacts.ts';
export type { ArnVariableFacts, ArnVariableForm, CharacterRun } from './model/arnVariable.ts';
export { arnVariables, formatResourceArn } from './resources/formatResourceArn.ts';
export { matchResource } from './resources/matchResource.ts';
export type { ResourceMatch } from './resources/matchResource.ts';
export { canHaveKey } from './search/canHaveKey.ts';
export { findActions } from './search/findActions.ts';
export type { ActionQuery } from './search/findActions.ts';
export { search } from './search/search.ts';
export type { SearchHit, SearchKind, SearchOptions } from './search/search.ts';
export { suggestActions } from './names/suggestActions.ts';
export { suggestPrefixes } from './names/suggestPrefixes.ts';
export { wordsFromName, type NamedThing } from './names/wordsFromName.ts';
export { federationKeys, federationPresence } from './overlays/federationKeys.ts';
export type { FederationKey } from './overlays/federationKeys.ts';
