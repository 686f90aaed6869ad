import { parsePolicy, type Policy } from '@policywright/policy';

/** Reads statements as one policy, alone in a list. */
export function policies(...statements: readonly object[]): readonly Policy[] {
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return [result.policy];
}

/** A statement that allows. */
export function allow(
  Action: string | readonly string[],
  Resource: string | readonly string[] = '*',
  Condition?: object,
): object {
  return { Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) };
}

/** A statement that denies. */
export function deny(...given: Parameters<typeof allow>): object {
  return { ...allow(...given), Effect: 'Deny' };
}
