import type { ConditionOptions } from './conditionOptions.ts';

/** The options with every default filled in. */
export type ResolvedOptions = Required<ConditionOptions>;

/**
 * Fills the defaults in.
 *
 * @param options - what the caller chose.
 * @returns all options.
 */
export function resolveOptions(options: ConditionOptions = {}): ResolvedOptions {
  return {
    emptyStringIsNull: options.emptyStringIsNull ?? 'undecided',
    multivaluedWithoutSetOperator: options.multivaluedWithoutSetOperator ?? 'undecided',
    forAnyValueIfExistsWhenAbsent: options.forAnyValueIfExistsWhenAbsent ?? 'undecided',
    epochMilliseconds: options.epochMilliseconds ?? 'undecided',
    fourDigitDate: options.fourDigitDate ?? 'undecided',
    loneStarArn: options.loneStarArn ?? 'undecided',
    boolVariables: options.boolVariables ?? 'undecided',
  };
}
