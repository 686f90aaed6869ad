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
import { unsupportedGlobalConditionKey } from './unknown/unsupportedGlobalConditionKey.ts';
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
  unsupportedGlobalConditionKey,
  redundantAction,
  redundantResource,
  missingVersion,
  outdatedVersion,
  uniqueSidsRecommended,
];

/** Every rule: first those that the parser checks. */
export const RULES: readonly Rule[] = [...PARSER_RULES, ...CHECKED_RULES];
