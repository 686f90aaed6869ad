import type { ConditionOptions } from './conditionOptions.ts';

/** The options with every default filled in. */
export type ResolvedOptions = Required<ConditionOptions>;

/**
 * Fills the defaults in.
 *
 * @param options - What the caller chose.
 * @returns All options.
 */
export function resolveOptions(options: ConditionOptions = {}): ResolvedOptions {
  return {
    emptyStringIsNull: options.emptyStringIsNull ?? false,
    multivaluedWithoutSetOperator: options.multivaluedWithoutSetOperator ?? 'never',
    forAnyValueIfExistsWhenAbsent: options.forAnyValueIfExistsWhenAbsent ?? false,
    malformedNotEquals: options.malformedNotEquals ?? 'false',
    epochMilliseconds: options.epochMilliseconds ?? false,
    fourDigitDate: options.fourDigitDate ?? 'year',
    malformedNotIpAddress: options.malformedNotIpAddress ?? 'true',
    loneStarArn: options.loneStarArn ?? 'never',
    boolVariables: options.boolVariables ?? false,
  };
}
