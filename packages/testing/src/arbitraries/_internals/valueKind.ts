import type { OperatorName } from '@policywright/policy';
import type { ValueKind } from './alphabet.ts';

/** The kind of value that an operator compares. */
export function valueKind(name: OperatorName): ValueKind {
  if (name.startsWith('String')) return 'string';
  if (name.startsWith('Numeric')) return 'number';
  if (name.startsWith('Date')) return 'date';
  if (name.startsWith('Arn')) return 'arn';
  if (name === 'Bool') return 'bool';
  if (name === 'BinaryEquals') return 'binary';
  return name === 'Null' ? 'null' : 'ip';
}
