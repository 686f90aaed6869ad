import type { Condition } from '@policywright/policy';
import { valueKind } from '../../arbitraries/_internals/valueKind.ts';
import { fillVariables, fillWildcards, type KnownValues } from './fillText.ts';

/** A value of a context key; `undefined` where the request lacks the key. */
export type KeyValue = string | readonly string[] | undefined;

/** Values that meet a condition or almost do, whatever its operator: some on either side. */
export function valueVariants(condition: Condition, known: KnownValues): readonly KeyValue[] {
  const kind = valueKind(condition.operator.name);
  const texts = condition.values.flatMap((value) => variantsOf(fillVariables(value, known), kind));
  const scalars = [...texts, ...(SPARE[kind] ?? ['x'])];
  if (condition.operator.qualifier === undefined) return scalars;
  const [first = 'x'] = scalars;
  return [...scalars.map((text) => [text]), [], [first, 'x'], ...scalars];
}

/** Values that most conditions do not name. */
const SPARE: Readonly<Partial<Record<ReturnType<typeof valueKind>, readonly string[]>>> = {
  bool: ['true', 'false'],
  number: ['1', '1000000'],
  date: ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'],
  ip: ['203.0.113.9', '10.0.0.1', '2001:db8::1'],
  arn: ['arn:aws:sns:us-east-1:444455556666:example'],
};

function variantsOf(value: string, kind: ReturnType<typeof valueKind>): readonly string[] {
  switch (kind) {
    case 'bool':
    case 'null':
      return [];
    case 'number':
      return [value, ...[-1, 1].map((step) => String(Number(value) + step))];
    case 'ip':
      return [value.split('/')[0] ?? value];
    case 'string':
    case 'arn':
      return [fillWildcards(value, 'example'), fillWildcards(value, ''), `${fillWildcards(value, '')}x`];
    default:
      return [value];
  }
}
