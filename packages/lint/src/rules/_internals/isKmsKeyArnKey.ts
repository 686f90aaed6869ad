import type { ConditionFacts } from '../../facts/conditionFacts.ts';

/** Whether the values of a condition key are ARNs of KMS keys, as the type of the key or its name says. */
export function isKmsKeyArnKey({ key, definition }: ConditionFacts): boolean {
  if (definition === undefined || !/kms-?key(?:-?id|-?arns?)?$/.test(key)) return false;
  return definition.type === 'ARN' || /arns?$/.test(key);
}
