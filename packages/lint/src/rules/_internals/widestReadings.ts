import type { AnalyzerOptions } from '@policywright/analyzer';

/** What of that which AWS leaves open is read in which way. */
export type Readings = NonNullable<AnalyzerOptions['evaluator']>;

/**
 * The readings of what AWS leaves open under which an Allow applies most often: what no request matches under them, none
 * matches. What a year of four digits is cannot be told either way, so that both are tried.
 */
export const WIDEST_READINGS: readonly Readings[] = (['year', 'epoch'] as const).map((fourDigitDate) => ({
  shortArn: 'wildcard',
  unresolvedNotResource: 'drop',
  conditions: {
    fourDigitDate,
    multivaluedWithoutSetOperator: 'ForAnyValue',
    forAnyValueIfExistsWhenAbsent: 'true',
    loneStarArn: 'any',
    boolVariables: 'true',
  },
}));
