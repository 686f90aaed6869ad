/** What to make of something that the language leaves open: it is false, true, or cannot be told. */
export type OpenTruth = 'false' | 'true' | 'undecided';

/** How to read what AWS does not document. Every member may be left out. */
export interface ConditionOptions {
  /** S81: whether `Null` takes a single value `""` for an absent key. */
  readonly emptyStringIsNull?: boolean;
  /** S87: what an operator without set qualifier makes of a multivalued key. */
  readonly multivaluedWithoutSetOperator?: 'never' | 'undecided' | 'ForAnyValue';
  /** S88: whether `ForAnyValue:...IfExists` holds when the key is absent. */
  readonly forAnyValueIfExistsWhenAbsent?: boolean;
  /** S95: `NumericNotEquals` and `DateNotEquals` when a value on either side is malformed. */
  readonly malformedNotEquals?: OpenTruth;
  /** S99: whether epoch times of 1e11 and more, or -1e11 and less, count milliseconds. */
  readonly epochMilliseconds?: boolean;
  /** S100: what a value of four digits is for the date operators. */
  readonly fourDigitDate?: 'year' | 'epoch';
  /** S107: `NotIpAddress` when an address or range on either side is malformed. */
  readonly malformedNotIpAddress?: OpenTruth;
  /** S112: what the pattern `*` alone matches under the ARN operators. */
  readonly loneStarArn?: 'never' | 'any';
  /** S115: whether `Bool` replaces policy variables. */
  readonly boolVariables?: boolean;
}

/** One row of {@link CONDITION_OPTIONS}. */
export interface ConditionOptionRow {
  /** The option's name. */
  readonly name: keyof ConditionOptions;
  /** The rule that leaves the point open. */
  readonly rule: string;
  /** Every value the option can have, the default first. */
  readonly values: readonly (string | boolean)[];
  /** What it decides, in a few words. */
  readonly about: string;
}

/** All options, their rules and their values; the first value is the default. */
export const CONDITION_OPTIONS: readonly ConditionOptionRow[] = [
  {
    name: 'emptyStringIsNull',
    rule: 'S81',
    values: [false, true],
    about: '`Null` takes a single value `""` for an absent key',
  },
  {
    name: 'multivaluedWithoutSetOperator',
    rule: 'S87',
    values: ['never', 'undecided', 'ForAnyValue'],
    about:
      'a multivalued key under an operator without set qualifier: false (also if negated), undecided, or any',
  },
  {
    name: 'forAnyValueIfExistsWhenAbsent',
    rule: 'S88',
    values: [false, true],
    about: '`ForAnyValue:...IfExists` when the key is absent',
  },
  {
    name: 'malformedNotEquals',
    rule: 'S95',
    values: ['false', 'true', 'undecided'],
    about: '`NumericNotEquals` and `DateNotEquals` with a malformed value on either side',
  },
  {
    name: 'epochMilliseconds',
    rule: 'S99',
    values: [false, true],
    about: 'epoch times from 1e11 on count milliseconds',
  },
  {
    name: 'fourDigitDate',
    rule: 'S100',
    values: ['year', 'epoch'],
    about: 'a bare four-digit value under the date operators',
  },
  {
    name: 'malformedNotIpAddress',
    rule: 'S107',
    values: ['true', 'false', 'undecided'],
    about: '`NotIpAddress` with a malformed address or range on either side',
  },
  {
    name: 'loneStarArn',
    rule: 'S112',
    values: ['never', 'any'],
    about: 'what `*` alone matches under the ARN operators: nothing, or any value',
  },
  {
    name: 'boolVariables',
    rule: 'S115',
    values: [false, true],
    about: '`Bool` replaces policy variables',
  },
];
