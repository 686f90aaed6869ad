import type { Rule } from '../model/rule.ts';
import { PARSER_RULES } from './parserRules.ts';
import { missingTagKeyInCondition } from './grammar/missingTagKeyInCondition.ts';
import { deprecatedGlobalConditionKey } from './unknown/deprecatedGlobalConditionKey.ts';
import { invalidAction } from './unknown/invalidAction.ts';
import { invalidGlobalConditionKey } from './unknown/invalidGlobalConditionKey.ts';
import { invalidPartition } from './unknown/invalidPartition.ts';
import { invalidService } from './unknown/invalidService.ts';
import { invalidServiceConditionKey } from './unknown/invalidServiceConditionKey.ts';
import { invalidServiceInAction } from './unknown/invalidServiceInAction.ts';
import { retiredService } from './unknown/retiredService.ts';
import { unsupportedGlobalConditionKey } from './unknown/unsupportedGlobalConditionKey.ts';
import { invalidArnForOperator } from './type/invalidArnForOperator.ts';
import { invalidConditionDataType } from './type/invalidConditionDataType.ts';
import { invalidConditionMultipleBoolean } from './type/invalidConditionMultipleBoolean.ts';
import { invalidDateValue } from './type/invalidDateValue.ts';
import { invalidRegion } from './type/invalidRegion.ts';
import { invalidVariableForOperator } from './type/invalidVariableForOperator.ts';
import { invalidVpcFormat } from './type/invalidVpcFormat.ts';
import { invalidVpceFormat } from './type/invalidVpceFormat.ts';
import { missingQualifier } from './type/missingQualifier.ts';
import { typeMismatch } from './type/typeMismatch.ts';
import { typeMismatchBoolean } from './type/typeMismatchBoolean.ts';
import { typeMismatchDate } from './type/typeMismatchDate.ts';
import { typeMismatchIpRange } from './type/typeMismatchIpRange.ts';
import { typeMismatchNumber } from './type/typeMismatchNumber.ts';
import { typeMismatchString } from './type/typeMismatchString.ts';
import { typeMismatchUsable } from './type/typeMismatchUsable.ts';
import { wildcardWithoutLikeOperator } from './type/wildcardWithoutLikeOperator.ts';
import { redundantAction } from './redundancy/redundantAction.ts';
import { redundantResource } from './redundancy/redundantResource.ts';
import { missingVersion } from './style/missingVersion.ts';
import { outdatedVersion } from './style/outdatedVersion.ts';
import { uniqueSidsRecommended } from './style/uniqueSidsRecommended.ts';

/** The rules that look at a document that is read. */
export const CHECKED_RULES: readonly Rule[] = [
  missingTagKeyInCondition,
  deprecatedGlobalConditionKey,
  invalidAction,
  invalidGlobalConditionKey,
  invalidPartition,
  invalidService,
  invalidServiceConditionKey,
  invalidServiceInAction,
  retiredService,
  unsupportedGlobalConditionKey,
  invalidArnForOperator,
  invalidConditionDataType,
  invalidConditionMultipleBoolean,
  invalidDateValue,
  invalidRegion,
  invalidVariableForOperator,
  invalidVpcFormat,
  invalidVpceFormat,
  missingQualifier,
  typeMismatch,
  typeMismatchBoolean,
  typeMismatchDate,
  typeMismatchIpRange,
  typeMismatchNumber,
  typeMismatchString,
  typeMismatchUsable,
  wildcardWithoutLikeOperator,
  redundantAction,
  redundantResource,
  missingVersion,
  outdatedVersion,
  uniqueSidsRecommended,
];

/** Every rule: first those that the parser checks. */
export const RULES: readonly Rule[] = [...PARSER_RULES, ...CHECKED_RULES];
