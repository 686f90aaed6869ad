import { isObject } from '../input/valuesAt.ts';
import { SOME } from '../arns/scope.ts';

/** The depth of values beyond which nothing of them is read. */
const DEEPEST = 20;

/**
 * A value of a template as a request has it: what a function of the template makes is not known.
 *
 * @param value - of a property.
 */
export function templateValue(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return SOME;
  if (Array.isArray(value)) return value.map((one) => templateValue(one, depth + 1));
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  if (entries.some(([name]) => isFunction(name))) return SOME;
  return Object.fromEntries(entries.map(([name, one]) => [name, templateValue(one, depth + 1)]));
}

function isFunction(name: string): boolean {
  return name === 'Ref' || name.startsWith('Fn::');
}
