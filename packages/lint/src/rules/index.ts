import type { Rule } from '../rule/rule.ts';
import { actionFormat } from './parser/actionFormat.ts';
import { actionWhitespace } from './parser/actionWhitespace.ts';
import { allowWithNotprincipal } from './parser/allowWithNotprincipal.ts';
import { dataTypeMismatch } from './parser/dataTypeMismatch.ts';
import { duplicateKey } from './parser/duplicateKey.ts';
import { duplicateKeysWithDifferentCase } from './parser/duplicateKeysWithDifferentCase.ts';
import { emptyActionName } from './parser/emptyActionName.ts';
import { emptyArrayAction } from './parser/emptyArrayAction.ts';
import { emptyArrayCondition } from './parser/emptyArrayCondition.ts';
import { emptyArrayConditionForallvalues } from './parser/emptyArrayConditionForallvalues.ts';
import { emptyArrayConditionForanyvalue } from './parser/emptyArrayConditionForanyvalue.ts';
import { emptyArrayConditionIfexists } from './parser/emptyArrayConditionIfexists.ts';
import { emptyArrayPrincipal } from './parser/emptyArrayPrincipal.ts';
import { emptyArrayResource } from './parser/emptyArrayResource.ts';
import { emptyObjectCondition } from './parser/emptyObjectCondition.ts';
import { emptyObjectPrincipal } from './parser/emptyObjectPrincipal.ts';
import { invalidArnPrefix } from './parser/invalidArnPrefix.ts';
import { invalidConditionOperator } from './parser/invalidConditionOperator.ts';
import { invalidEffect } from './parser/invalidEffect.ts';
import { invalidPolicyElement } from './parser/invalidPolicyElement.ts';
import { invalidPrincipalFormat } from './parser/invalidPrincipalFormat.ts';
import { invalidPrincipalKey } from './parser/invalidPrincipalKey.ts';
import { invalidVersion } from './parser/invalidVersion.ts';
import { jsonSyntaxError } from './parser/jsonSyntaxError.ts';
import { jsonTooDeep } from './parser/jsonTooDeep.ts';
import { jsonTooLarge } from './parser/jsonTooLarge.ts';
import { missingAction } from './parser/missingAction.ts';
import { missingArnField } from './parser/missingArnField.ts';
import { missingEffect } from './parser/missingEffect.ts';
import { missingPrincipal } from './parser/missingPrincipal.ts';
import { missingResource } from './parser/missingResource.ts';
import { missingStatement } from './parser/missingStatement.ts';
import { nullValue } from './parser/nullValue.ts';
import { nullWithIfExists } from './parser/nullWithIfExists.ts';
import { nullWithQualifier } from './parser/nullWithQualifier.ts';
import { rcpEffect } from './parser/rcpEffect.ts';
import { rcpNotaction } from './parser/rcpNotaction.ts';
import { rcpNotprincipal } from './parser/rcpNotprincipal.ts';
import { rcpPrincipal } from './parser/rcpPrincipal.ts';
import { rcpVersion } from './parser/rcpVersion.ts';
import { roleTrustPolicySyntaxErrorNotprincipal } from './parser/roleTrustPolicySyntaxErrorNotprincipal.ts';
import { roleTrustPolicySyntaxErrorResource } from './parser/roleTrustPolicySyntaxErrorResource.ts';
import { scpSyntaxErrorPrincipal } from './parser/scpSyntaxErrorPrincipal.ts';
import { scpVersion } from './parser/scpVersion.ts';
import { uniqueSidsRequired } from './parser/uniqueSidsRequired.ts';
import { unsupportedCanonicalUser } from './parser/unsupportedCanonicalUser.ts';
import { unsupportedCharacter } from './parser/unsupportedCharacter.ts';
import { unsupportedElementCombination } from './parser/unsupportedElementCombination.ts';
import { unsupportedId } from './parser/unsupportedId.ts';
import { unsupportedPrincipal } from './parser/unsupportedPrincipal.ts';
import { unsupportedSid } from './parser/unsupportedSid.ts';
import { unsupportedWildcardInPrincipal } from './parser/unsupportedWildcardInPrincipal.ts';
import { wildcardInResourceType } from './parser/wildcardInResourceType.ts';
import { wildcardInServiceName } from './parser/wildcardInServiceName.ts';
import { actionCharset } from './grammar/actionCharset.ts';
import { endpointAccountPattern } from './grammar/endpointAccountPattern.ts';
import { endpointIdentifierPattern } from './grammar/endpointIdentifierPattern.ts';
import { endpointPrincipal } from './grammar/endpointPrincipal.ts';
import { endpointShortPattern } from './grammar/endpointShortPattern.ts';
import { federatedPrincipalNotSupported } from './grammar/federatedPrincipalNotSupported.ts';
import { invalidArnAccount } from './grammar/invalidArnAccount.ts';
import { invalidConditionKeyFormat } from './grammar/invalidConditionKeyFormat.ts';
import { invalidFederatedPrincipalSyntaxInRoleTrustPolicy } from './grammar/invalidFederatedPrincipalSyntaxInRoleTrustPolicy.ts';
import { invalidServicePrincipalFormat } from './grammar/invalidServicePrincipalFormat.ts';
import { missingBraceInVariable } from './grammar/missingBraceInVariable.ts';
import { missingQuoteInVariable } from './grammar/missingQuoteInVariable.ts';
import { missingTagKeyInCondition } from './grammar/missingTagKeyInCondition.ts';
import { policyTypeMismatchHint } from './grammar/policyTypeMismatchHint.ts';
import { rcpActionStar } from './grammar/rcpActionStar.ts';
import { rcpUnsupportedService } from './grammar/rcpUnsupportedService.ts';
import { scpSyntaxErrorActionWildcard } from './grammar/scpSyntaxErrorActionWildcard.ts';
import { scpSyntaxErrorAllowCondition } from './grammar/scpSyntaxErrorAllowCondition.ts';
import { scpSyntaxErrorAllowNotaction } from './grammar/scpSyntaxErrorAllowNotaction.ts';
import { scpSyntaxErrorAllowResource } from './grammar/scpSyntaxErrorAllowResource.ts';
import { scpSyntaxErrorNotresource } from './grammar/scpSyntaxErrorNotresource.ts';
import { unsupportedSpaceInVariable } from './grammar/unsupportedSpaceInVariable.ts';
import { variableUnsupportedInElement } from './grammar/variableUnsupportedInElement.ts';
import { variableUnsupportedInVersion } from './grammar/variableUnsupportedInVersion.ts';
import { deprecatedGlobalConditionKey } from './unknown/deprecatedGlobalConditionKey.ts';
import { invalidAction } from './unknown/invalidAction.ts';
import { invalidGlobalConditionKey } from './unknown/invalidGlobalConditionKey.ts';
import { invalidPartition } from './unknown/invalidPartition.ts';
import { invalidService } from './unknown/invalidService.ts';
import { invalidServiceConditionKey } from './unknown/invalidServiceConditionKey.ts';
import { invalidServiceInAction } from './unknown/invalidServiceInAction.ts';
import { retiredService } from './unknown/retiredService.ts';
import { unknownPolicyVariable } from './unknown/unknownPolicyVariable.ts';
import { unknownServicePrincipal } from './unknown/unknownServicePrincipal.ts';
import { unsupportedGlobalConditionKey } from './unknown/unsupportedGlobalConditionKey.ts';
import { impossibleConditionValue } from './type/impossibleConditionValue.ts';
import { invalidArnForOperator } from './type/invalidArnForOperator.ts';
import { invalidConditionDataType } from './type/invalidConditionDataType.ts';
import { invalidConditionMultipleBoolean } from './type/invalidConditionMultipleBoolean.ts';
import { invalidDateValue } from './type/invalidDateValue.ts';
import { invalidKmsKeyValue } from './type/invalidKmsKeyValue.ts';
import { invalidRegion } from './type/invalidRegion.ts';
import { invalidVariableForOperator } from './type/invalidVariableForOperator.ts';
import { invalidVpcFormat } from './type/invalidVpcFormat.ts';
import { invalidVpceFormat } from './type/invalidVpceFormat.ts';
import { missingQualifier } from './type/missingQualifier.ts';
import { stringLikeOperatorWithArnConditionKeys } from './type/stringLikeOperatorWithArnConditionKeys.ts';
import { typeMismatch } from './type/typeMismatch.ts';
import { typeMismatchBoolean } from './type/typeMismatchBoolean.ts';
import { typeMismatchDate } from './type/typeMismatchDate.ts';
import { typeMismatchIpRange } from './type/typeMismatchIpRange.ts';
import { typeMismatchNumber } from './type/typeMismatchNumber.ts';
import { typeMismatchString } from './type/typeMismatchString.ts';
import { typeMismatchUsable } from './type/typeMismatchUsable.ts';
import { wildcardWithoutLikeOperator } from './type/wildcardWithoutLikeOperator.ts';
import { actionResourceMismatch } from './mismatch/actionResourceMismatch.ts';
import { allowNotactionWithUnsupportedTagConditionKeyForService } from './mismatch/allowNotactionWithUnsupportedTagConditionKeyForService.ts';
import { allowWithUnsupportedTagConditionKeyForService } from './mismatch/allowWithUnsupportedTagConditionKeyForService.ts';
import { arnAccountNotAllowed } from './mismatch/arnAccountNotAllowed.ts';
import { arnRegionNotAllowed } from './mismatch/arnRegionNotAllowed.ts';
import { claimOfAnotherProvider } from './mismatch/claimOfAnotherProvider.ts';
import { conditionNeverMet } from './mismatch/conditionNeverMet.ts';
import { denyNotactionWithUnsupportedTagConditionKeyForService } from './mismatch/denyNotactionWithUnsupportedTagConditionKeyForService.ts';
import { denyWithUnsupportedTagConditionKeyForService } from './mismatch/denyWithUnsupportedTagConditionKeyForService.ts';
import { invalidArnRegion } from './mismatch/invalidArnRegion.ts';
import { invalidArnResource } from './mismatch/invalidArnResource.ts';
import { mismatchedActionForPrincipal } from './mismatch/mismatchedActionForPrincipal.ts';
import { missingActionForConditionKey } from './mismatch/missingActionForConditionKey.ts';
import { missingActionForPodIdentityTrustPolicy } from './mismatch/missingActionForPodIdentityTrustPolicy.ts';
import { missingActionForRolesAnywhereTrustPolicy } from './mismatch/missingActionForRolesAnywhereTrustPolicy.ts';
import { missingArnAccount } from './mismatch/missingArnAccount.ts';
import { missingArnRegion } from './mismatch/missingArnRegion.ts';
import { missingDependentAction } from './mismatch/missingDependentAction.ts';
import { secretWithoutSuffix } from './mismatch/secretWithoutSuffix.ts';
import { serviceKeyInPrincipalPolicy } from './mismatch/serviceKeyInPrincipalPolicy.ts';
import { serviceWideResource } from './mismatch/serviceWideResource.ts';
import { sourceArnOfAnotherService } from './mismatch/sourceArnOfAnotherService.ts';
import { statementNeverMatches } from './mismatch/statementNeverMatches.ts';
import { uncoveredResourceType } from './mismatch/uncoveredResourceType.ts';
import { unmatchableResource } from './mismatch/unmatchableResource.ts';
import { unsupportedActionForConditionKey } from './mismatch/unsupportedActionForConditionKey.ts';
import { unsupportedActionInPolicy } from './mismatch/unsupportedActionInPolicy.ts';
import { unsupportedConditionKeyForServicePrincipal } from './mismatch/unsupportedConditionKeyForServicePrincipal.ts';
import { unsupportedResourceArnInPolicy } from './mismatch/unsupportedResourceArnInPolicy.ts';
import { useConditionKeyOnlyWithSupportedServices } from './mismatch/useConditionKeyOnlyWithSupportedServices.ts';
import { allowWithNotaction } from './public/allowWithNotaction.ts';
import { allowWithNotresource } from './public/allowWithNotresource.ts';
import { bareWildcardAction } from './public/bareWildcardAction.ts';
import { blockedPrincipal } from './public/blockedPrincipal.ts';
import { confirmAudienceClaimType } from './public/confirmAudienceClaimType.ts';
import { denyByNetworkWithoutViaAwsService } from './public/denyByNetworkWithoutViaAwsService.ts';
import { dynamodbAttributesWithoutSelect } from './public/dynamodbAttributesWithoutSelect.ts';
import { forallvaluesAllowNoNull } from './public/forallvaluesAllowNoNull.ts';
import { forallvaluesWithSingleValuedKey } from './public/forallvaluesWithSingleValuedKey.ts';
import { foranyvalueDenyNoNull } from './public/foranyvalueDenyNoNull.ts';
import { foranyvalueWithAudienceClaimType } from './public/foranyvalueWithAudienceClaimType.ts';
import { fullWildcard } from './public/fullWildcard.ts';
import { ifexistsWeakensAllow } from './public/ifexistsWeakensAllow.ts';
import { mfaAntipattern } from './public/mfaAntipattern.ts';
import { missingConditionKeyForOidcPrincipal } from './public/missingConditionKeyForOidcPrincipal.ts';
import { missingGithubRepoConditionKey } from './public/missingGithubRepoConditionKey.ts';
import { missingPairedConditionKeys } from './public/missingPairedConditionKeys.ts';
import { negatedOperatorOnAbsentKey } from './public/negatedOperatorOnAbsentKey.ts';
import { notactionAndNotresource } from './public/notactionAndNotresource.ts';
import { overlyPermissiveWildcard } from './public/overlyPermissiveWildcard.ts';
import { principalAllowlist } from './public/principalAllowlist.ts';
import { publicPrincipal } from './public/publicPrincipal.ts';
import { rcpBlanketDeny } from './public/rcpBlanketDeny.ts';
import { rcpMissingRelatedServicePrincipalConditionKey } from './public/rcpMissingRelatedServicePrincipalConditionKey.ts';
import { rcpMissingServiceCarveout } from './public/rcpMissingServiceCarveout.ts';
import { rcpMissingServiceConditionKeyNullCheck } from './public/rcpMissingServiceConditionKeyNullCheck.ts';
import { recommendedConditionKeyForServicePrincipal } from './public/recommendedConditionKeyForServicePrincipal.ts';
import { restrictAccessToServicePrincipal } from './public/restrictAccessToServicePrincipal.ts';
import { roleTrustPolicyUnsupportedWildcardInPrincipal } from './public/roleTrustPolicyUnsupportedWildcardInPrincipal.ts';
import { servicePrincipalWildcard } from './public/servicePrincipalWildcard.ts';
import { sharedOidcProviderClaim } from './public/sharedOidcProviderClaim.ts';
import { specificGithubRepoAndBranchRecommended } from './public/specificGithubRepoAndBranchRecommended.ts';
import { untrustworthyConditionKey } from './public/untrustworthyConditionKey.ts';
import { variableUsageTooPermissive } from './public/variableUsageTooPermissive.ts';
import { wildcardUsageTooPermissive } from './public/wildcardUsageTooPermissive.ts';
import { actionCombination } from './privesc/actionCombination.ts';
import { assumeRoleInAnyAccount } from './privesc/assumeRoleInAnyAccount.ts';
import { createSlrWithNotactionAndNotresource } from './privesc/createSlrWithNotactionAndNotresource.ts';
import { createSlrWithNotresource } from './privesc/createSlrWithNotresource.ts';
import { createSlrWithStarInActionAndNotresource } from './privesc/createSlrWithStarInActionAndNotresource.ts';
import { createSlrWithStarInActionAndResource } from './privesc/createSlrWithStarInActionAndResource.ts';
import { createSlrWithStarInResource } from './privesc/createSlrWithStarInResource.ts';
import { createSlrWithStarInResourceAndNotaction } from './privesc/createSlrWithStarInResourceAndNotaction.ts';
import { credentialsExposure } from './privesc/credentialsExposure.ts';
import { forbiddenActionConfigured } from './privesc/forbiddenActionConfigured.ts';
import { passRoleWithNotactionAndNotresource } from './privesc/passRoleWithNotactionAndNotresource.ts';
import { passRoleWithNotresource } from './privesc/passRoleWithNotresource.ts';
import { passRoleWithStarInActionAndNotresource } from './privesc/passRoleWithStarInActionAndNotresource.ts';
import { passRoleWithStarInActionAndResource } from './privesc/passRoleWithStarInActionAndResource.ts';
import { passRoleWithStarInResource } from './privesc/passRoleWithStarInResource.ts';
import { passRoleWithStarInResourceAndNotaction } from './privesc/passRoleWithStarInResourceAndNotaction.ts';
import { permissionsManagement } from './privesc/permissionsManagement.ts';
import { resourcePolicyEscalation } from './privesc/resourcePolicyEscalation.ts';
import { sensitiveResourceAccess } from './privesc/sensitiveResourceAccess.ts';
import { denyNotresourceIneffective } from './redundancy/denyNotresourceIneffective.ts';
import { emptySidValue } from './redundancy/emptySidValue.ts';
import { emptyVariable } from './redundancy/emptyVariable.ts';
import { equivalentToNullFalse } from './redundancy/equivalentToNullFalse.ts';
import { equivalentToNullTrue } from './redundancy/equivalentToNullTrue.ts';
import { ifexistsAlwaysPresent } from './redundancy/ifexistsAlwaysPresent.ts';
import { improveIpRange } from './redundancy/improveIpRange.ts';
import { irrelevantConditionKeyInPolicy } from './redundancy/irrelevantConditionKeyInPolicy.ts';
import { nullAlwaysPresent } from './redundancy/nullAlwaysPresent.ts';
import { overriddenStatement } from './redundancy/overriddenStatement.ts';
import { privateIpAddress } from './redundancy/privateIpAddress.ts';
import { privateIpAddressSubset } from './redundancy/privateIpAddressSubset.ts';
import { privateNotipaddress } from './redundancy/privateNotipaddress.ts';
import { privateNotipaddressSubset } from './redundancy/privateNotipaddressSubset.ts';
import { redundantAcrossStatements } from './redundancy/redundantAcrossStatements.ts';
import { redundantAction } from './redundancy/redundantAction.ts';
import { redundantConditionValueNum } from './redundancy/redundantConditionValueNum.ts';
import { redundantKeyDueToWildcardInCondition } from './redundancy/redundantKeyDueToWildcardInCondition.ts';
import { redundantPrincipalInRoleTrustPolicy } from './redundancy/redundantPrincipalInRoleTrustPolicy.ts';
import { redundantResource } from './redundancy/redundantResource.ts';
import { redundantStatement } from './redundancy/redundantStatement.ts';
import { redundantStatementDueToWildcardInCondition } from './redundancy/redundantStatementDueToWildcardInCondition.ts';
import { denyNotactionReview } from './style/denyNotactionReview.ts';
import { denyNotresourceReview } from './style/denyNotresourceReview.ts';
import { invalidArnServiceCase } from './style/invalidArnServiceCase.ts';
import { invalidRoleReference } from './style/invalidRoleReference.ts';
import { invalidUserReference } from './style/invalidUserReference.ts';
import { missingVersion } from './style/missingVersion.ts';
import { notprincipalUsage } from './style/notprincipalUsage.ts';
import { outdatedVersion } from './style/outdatedVersion.ts';
import { resourceEffectivelyStar } from './style/resourceEffectivelyStar.ts';
import { resourceStar } from './style/resourceStar.ts';
import { uniqueSidsRecommended } from './style/uniqueSidsRecommended.ts';
import { checksCutShort } from './quota/checksCutShort.ts';
import { policySizeExceedsIdentityPolicyQuota } from './quota/policySizeExceedsIdentityPolicyQuota.ts';
import { policySizeExceedsRcpQuota } from './quota/policySizeExceedsRcpQuota.ts';
import { policySizeExceedsResourcePolicyQuota } from './quota/policySizeExceedsResourcePolicyQuota.ts';
import { policySizeExceedsRoleTrustPolicyQuota } from './quota/policySizeExceedsRoleTrustPolicyQuota.ts';
import { policySizeExceedsScpQuota } from './quota/policySizeExceedsScpQuota.ts';

/** Every rule: first those that the parser checks, in the order in which it comes to them. */
export const RULES: readonly Rule[] = [
  jsonSyntaxError,
  jsonTooDeep,
  jsonTooLarge,
  unsupportedCharacter,
  dataTypeMismatch,
  nullValue,
  duplicateKey,
  duplicateKeysWithDifferentCase,
  invalidPolicyElement,
  unsupportedElementCombination,
  missingStatement,
  invalidVersion,
  unsupportedId,
  missingEffect,
  invalidEffect,
  unsupportedSid,
  uniqueSidsRequired,
  missingAction,
  missingResource,
  emptyArrayAction,
  emptyArrayResource,
  actionFormat,
  emptyActionName,
  actionWhitespace,
  wildcardInServiceName,
  wildcardInResourceType,
  invalidArnPrefix,
  missingArnField,
  missingPrincipal,
  unsupportedPrincipal,
  invalidPrincipalFormat,
  invalidPrincipalKey,
  emptyObjectPrincipal,
  emptyArrayPrincipal,
  unsupportedWildcardInPrincipal,
  unsupportedCanonicalUser,
  allowWithNotprincipal,
  invalidConditionOperator,
  nullWithQualifier,
  nullWithIfExists,
  emptyObjectCondition,
  emptyArrayCondition,
  emptyArrayConditionForallvalues,
  emptyArrayConditionForanyvalue,
  emptyArrayConditionIfexists,
  roleTrustPolicySyntaxErrorNotprincipal,
  roleTrustPolicySyntaxErrorResource,
  scpSyntaxErrorPrincipal,
  scpVersion,
  rcpVersion,
  rcpEffect,
  rcpPrincipal,
  rcpNotprincipal,
  rcpNotaction,
  actionCharset,
  endpointAccountPattern,
  endpointIdentifierPattern,
  endpointPrincipal,
  endpointShortPattern,
  federatedPrincipalNotSupported,
  invalidArnAccount,
  invalidConditionKeyFormat,
  invalidFederatedPrincipalSyntaxInRoleTrustPolicy,
  invalidServicePrincipalFormat,
  missingBraceInVariable,
  missingQuoteInVariable,
  missingTagKeyInCondition,
  policyTypeMismatchHint,
  rcpActionStar,
  rcpUnsupportedService,
  scpSyntaxErrorActionWildcard,
  scpSyntaxErrorAllowCondition,
  scpSyntaxErrorAllowNotaction,
  scpSyntaxErrorAllowResource,
  scpSyntaxErrorNotresource,
  unsupportedSpaceInVariable,
  variableUnsupportedInElement,
  variableUnsupportedInVersion,
  deprecatedGlobalConditionKey,
  invalidAction,
  invalidGlobalConditionKey,
  invalidPartition,
  invalidService,
  invalidServiceConditionKey,
  invalidServiceInAction,
  retiredService,
  unknownPolicyVariable,
  unknownServicePrincipal,
  unsupportedGlobalConditionKey,
  impossibleConditionValue,
  invalidArnForOperator,
  invalidConditionDataType,
  invalidConditionMultipleBoolean,
  invalidDateValue,
  invalidKmsKeyValue,
  invalidRegion,
  invalidVariableForOperator,
  invalidVpcFormat,
  invalidVpceFormat,
  missingQualifier,
  stringLikeOperatorWithArnConditionKeys,
  typeMismatch,
  typeMismatchBoolean,
  typeMismatchDate,
  typeMismatchIpRange,
  typeMismatchNumber,
  typeMismatchString,
  typeMismatchUsable,
  wildcardWithoutLikeOperator,
  actionResourceMismatch,
  allowNotactionWithUnsupportedTagConditionKeyForService,
  allowWithUnsupportedTagConditionKeyForService,
  arnAccountNotAllowed,
  arnRegionNotAllowed,
  claimOfAnotherProvider,
  conditionNeverMet,
  denyNotactionWithUnsupportedTagConditionKeyForService,
  denyWithUnsupportedTagConditionKeyForService,
  invalidArnRegion,
  invalidArnResource,
  mismatchedActionForPrincipal,
  missingActionForConditionKey,
  missingActionForPodIdentityTrustPolicy,
  missingActionForRolesAnywhereTrustPolicy,
  missingArnAccount,
  missingArnRegion,
  missingDependentAction,
  secretWithoutSuffix,
  serviceKeyInPrincipalPolicy,
  serviceWideResource,
  sourceArnOfAnotherService,
  statementNeverMatches,
  uncoveredResourceType,
  unmatchableResource,
  unsupportedActionForConditionKey,
  unsupportedActionInPolicy,
  unsupportedConditionKeyForServicePrincipal,
  unsupportedResourceArnInPolicy,
  useConditionKeyOnlyWithSupportedServices,
  allowWithNotaction,
  allowWithNotresource,
  bareWildcardAction,
  blockedPrincipal,
  confirmAudienceClaimType,
  denyByNetworkWithoutViaAwsService,
  dynamodbAttributesWithoutSelect,
  forallvaluesAllowNoNull,
  forallvaluesWithSingleValuedKey,
  foranyvalueDenyNoNull,
  foranyvalueWithAudienceClaimType,
  fullWildcard,
  ifexistsWeakensAllow,
  mfaAntipattern,
  missingConditionKeyForOidcPrincipal,
  missingGithubRepoConditionKey,
  missingPairedConditionKeys,
  negatedOperatorOnAbsentKey,
  notactionAndNotresource,
  overlyPermissiveWildcard,
  principalAllowlist,
  publicPrincipal,
  rcpBlanketDeny,
  rcpMissingRelatedServicePrincipalConditionKey,
  rcpMissingServiceCarveout,
  rcpMissingServiceConditionKeyNullCheck,
  recommendedConditionKeyForServicePrincipal,
  restrictAccessToServicePrincipal,
  roleTrustPolicyUnsupportedWildcardInPrincipal,
  servicePrincipalWildcard,
  sharedOidcProviderClaim,
  specificGithubRepoAndBranchRecommended,
  untrustworthyConditionKey,
  variableUsageTooPermissive,
  wildcardUsageTooPermissive,
  actionCombination,
  assumeRoleInAnyAccount,
  createSlrWithNotactionAndNotresource,
  createSlrWithNotresource,
  createSlrWithStarInActionAndNotresource,
  createSlrWithStarInActionAndResource,
  createSlrWithStarInResource,
  createSlrWithStarInResourceAndNotaction,
  credentialsExposure,
  forbiddenActionConfigured,
  passRoleWithNotactionAndNotresource,
  passRoleWithNotresource,
  passRoleWithStarInActionAndNotresource,
  passRoleWithStarInActionAndResource,
  passRoleWithStarInResource,
  passRoleWithStarInResourceAndNotaction,
  permissionsManagement,
  resourcePolicyEscalation,
  sensitiveResourceAccess,
  denyNotresourceIneffective,
  emptySidValue,
  emptyVariable,
  equivalentToNullFalse,
  equivalentToNullTrue,
  ifexistsAlwaysPresent,
  improveIpRange,
  irrelevantConditionKeyInPolicy,
  nullAlwaysPresent,
  overriddenStatement,
  privateIpAddress,
  privateIpAddressSubset,
  privateNotipaddress,
  privateNotipaddressSubset,
  redundantAcrossStatements,
  redundantAction,
  redundantConditionValueNum,
  redundantKeyDueToWildcardInCondition,
  redundantPrincipalInRoleTrustPolicy,
  redundantResource,
  redundantStatement,
  redundantStatementDueToWildcardInCondition,
  denyNotactionReview,
  denyNotresourceReview,
  invalidArnServiceCase,
  invalidRoleReference,
  invalidUserReference,
  missingVersion,
  notprincipalUsage,
  outdatedVersion,
  resourceEffectivelyStar,
  resourceStar,
  uniqueSidsRecommended,
  policySizeExceedsIdentityPolicyQuota,
  policySizeExceedsRcpQuota,
  policySizeExceedsResourcePolicyQuota,
  policySizeExceedsRoleTrustPolicyQuota,
  policySizeExceedsScpQuota,
  checksCutShort,
];
