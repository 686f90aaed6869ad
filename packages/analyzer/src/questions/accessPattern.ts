import { policyFromValue, type ConditionDocument, type Diagnostic, type Policy } from '@policywright/policy';

/** A condition block, as in `Condition`: operator, key, values. */
export type ConditionBlock = ConditionDocument;

/** Requests in the words of a statement. What is left out is not restricted. */
export interface AccessPattern {
  /** Action patterns, as in `Action`. */
  readonly actions?: readonly string[] | undefined;
  /** Resource patterns, as in `Resource`. */
  readonly resources?: readonly string[] | undefined;
  /** Conditions that all have to be met. */
  readonly conditions?: ConditionBlock | undefined;
}

/** A pattern as a policy that allows it, or what is wrong with it. */
export type PatternPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a pattern. */
export function patternPolicy({ actions, resources, conditions }: AccessPattern): PatternPolicy {
  const result = policyFromValue({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: actions ?? '*',
      Resource: resources ?? '*',
      ...(conditions === undefined ? {} : { Condition: conditions }),
    },
  });
  return result.ok ? { ok: true, policy: result.policy } : { ok: false, diagnostics: result.diagnostics };
}
