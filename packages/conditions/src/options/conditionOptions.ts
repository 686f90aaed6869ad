import type { TruthWord } from '../truth.ts';

/**
 * How to read what AWS does not document. Every member may be left out: then what differs by reading is
 * undecided, which neither allows nor keeps a Deny from applying.
 */
export interface ConditionOptions {
  /** S81: whether `Null` takes a key that has nothing but empty strings for an absent one. */
  readonly emptyStringIsNull?: TruthWord;
  /** S87: what an operator without set qualifier makes of a multivalued key. */
  readonly multivaluedWithoutSetOperator?: 'undecided' | 'never' | 'ForAnyValue';
  /** S88: whether `ForAnyValue:...IfExists` holds when the key is absent. */
  readonly forAnyValueIfExistsWhenAbsent?: TruthWord;
  /** S99: whether epoch times of 1e11 and more, or -1e11 and less, count milliseconds. */
  readonly epochMilliseconds?: TruthWord;
  /** S100: what a value of four digits is for the date operators. */
  readonly fourDigitDate?: 'undecided' | 'year' | 'epoch';
  /** S112: what the pattern `*` alone matches under the ARN operators. */
  readonly loneStarArn?: 'undecided' | 'never' | 'any';
  /** S115: whether `Bool` replaces policy variables. */
  readonly boolVariables?: 'undecided' | 'true';
}

/** One row of {@link CONDITION_OPTIONS}. */
export interface ConditionOptionRow {
  /** The option's name. */
  readonly name: keyof ConditionOptions;
  /** The rule that leaves the point open. */
  readonly rule: string;
  /** Every value the option can have, the default first. */
  readonly values: readonly string[];
  /** What it decides, in a few words. */
  readonly about: string;
  /** Why the default is what it is: what AWS says and does not say. */
  readonly reason: string;
}

/** All options, their rules and their values; the first value is the default. */
export const CONDITION_OPTIONS: readonly ConditionOptionRow[] = [
  {
    name: 'emptyStringIsNull',
    rule: 'S81',
    values: ['undecided', 'false', 'true'],
    about: '`Null` takes a key that has nothing but empty strings for an absent one',
    reason: 'AWS calls an empty string null in one place and compares it in another',
  },
  {
    name: 'multivaluedWithoutSetOperator',
    rule: 'S87',
    values: ['undecided', 'never', 'ForAnyValue'],
    about: 'a multivalued key under an operator without set qualifier: false (also if negated), or any value',
    reason: 'AWS demands a set operator and does not say what follows without one',
  },
  {
    name: 'forAnyValueIfExistsWhenAbsent',
    rule: 'S88',
    values: ['undecided', 'false', 'true'],
    about: '`ForAnyValue:...IfExists` when the key is absent',
    reason: 'the suffix says true, the set operator false',
  },
  {
    name: 'epochMilliseconds',
    rule: 'S99',
    values: ['undecided', 'false', 'true'],
    about: 'epoch times from 1e11 on count milliseconds',
    reason: 'AWS documents seconds, for which such a time lies past the year 5000',
  },
  {
    name: 'fourDigitDate',
    rule: 'S100',
    values: ['undecided', 'year', 'epoch'],
    about: 'a bare four-digit value under the date operators',
    reason: 'AWS takes years and epoch times and does not say which this is',
  },
  {
    name: 'loneStarArn',
    rule: 'S112',
    values: ['undecided', 'never', 'any'],
    about: 'what `*` alone matches under the ARN operators: no ARN, or any value',
    reason: 'it is a wildcard, but has not the six parts that AWS compares one by one',
  },
  {
    name: 'boolVariables',
    rule: 'S115',
    values: ['undecided', 'true'],
    about: '`Bool` replaces policy variables; otherwise a value with one is no boolean',
    reason: 'one page of AWS has it so, another and Access Analyzer have it otherwise',
  },
];
