import { parseVariables } from '@policywright/conditions';
import type { Policy, Statement } from '@policywright/policy';

const known = new WeakMap<Policy, ReadonlySet<string>>();

/** The context keys that a policy asks for, in conditions and policy variables, in lower case. */
export function mentionedKeys(policy: Policy): ReadonlySet<string> {
  let keys = known.get(policy);
  if (keys === undefined) {
    keys = new Set(policy.statements.flatMap((statement) => keysOf(statement)));
    known.set(policy, keys);
  }
  return keys;
}

function keysOf({ conditions, resource }: Statement): readonly string[] {
  const texts = [...(resource?.values ?? []), ...conditions.flatMap(({ values }) => values)];
  return [...conditions.map(({ key }) => key.toLowerCase()), ...texts.flatMap((text) => variablesOf(text))];
}

function variablesOf(text: string): readonly string[] {
  if (!text.includes('${')) return [];
  return parseVariables(text).flatMap((piece) => ('key' in piece ? [piece.key.toLowerCase()] : []));
}
