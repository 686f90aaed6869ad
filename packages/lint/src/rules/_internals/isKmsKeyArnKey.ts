import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';

/** Whether the values of a condition key are ARNs of KMS keys, as the type of the key or its name says. */
export function isKmsKeyArnKey(facts: ConditionFacts): boolean {
  const { key } = facts;
  const definition = keyDefinition(facts);
  if (definition === undefined || !/kms-?key(?:-?id|-?arns?)?$/.test(key)) return false;
  return definition.type === 'ARN' || /arns?$/.test(key);
}
