import {
  compileArnPattern,
  compileGlob,
  formatGlob,
  isArnPattern,
  subsumes,
  tokenizeGlob,
  type Matcher,
} from '@policywright/arn';
import type { OperatorName } from '../../model/conditionOperator.ts';

/** So much work goes into one proof, and so many are tried: a value that is kept costs only its characters. */
const LIMIT = 5000;
const MOST_PROOFS = 50_000;
/** So many pairs are looked at, most of which need no proof. */
const MOST_PAIRS = 1_000_000;

/** An action pattern that the language has: everything, or one service (rule S65). */
const REGULAR_ACTION = /^(?:\*|\*:\*|[^*?:]*:[^]*)$/;

/**
 * How a pattern is compiled. What a short ARN means differs by policy type and by reading (rule S52), so that
 * such patterns are compared under each.
 */
type Reading = keyof typeof COMPILERS;

const COMPILERS = {
  action: (text: string): Matcher => compileGlob(text, { ignoreCase: true }),
  like: (text: string): Matcher => compileGlob(text),
  resource: (text: string): Matcher => compileArnPattern(text, { dialect: 'resource' }),
  shortResource: (text: string): Matcher =>
    compileArnPattern(text, { dialect: 'resource', missingFields: 'wildcard' }),
  filledResource: (text: string): Matcher =>
    compileArnPattern(text, { dialect: 'resource', missingFields: 'filled' }),
  arn: (text: string): Matcher => compileArnPattern(text, { dialect: 'operator' }),
} as const;

const RESOURCE_READINGS = ['resource', 'shortResource', 'filledResource'] as const;

const READINGS_OF_OPERATORS: Readonly<Partial<Record<OperatorName, readonly Reading[]>>> = {
  StringLike: ['like'],
  StringNotLike: ['like'],
  ArnLike: ['arn'],
  ArnNotLike: ['arn'],
  ArnEquals: ['arn'],
  ArnNotEquals: ['arn'],
};

/** A compiled pattern with its head and tail, which the matcher makes anew each time. */
interface Compiled {
  readonly matcher: Matcher;
  readonly prefix: string;
  readonly suffix: string;
}

/** Proves that one pattern of a policy covers another; without a proof the answer is no. */
export class PatternProofs {
  readonly #variables: boolean;
  readonly #compiled: Readonly<Record<Reading, Map<string, Compiled>>> = {
    action: new Map(),
    like: new Map(),
    resource: new Map(),
    filledResource: new Map(),
    shortResource: new Map(),
    arn: new Map(),
  };
  #pairs = 0;
  #proofs = 0;

  /** @param language - whether it has policy variables. */
  constructor({ variables }: { readonly variables: boolean }) {
    this.#variables = variables;
  }

  /** Whether a value of `Action` or `NotAction` covers another. */
  action(wide: string, narrow: string): boolean {
    if (wide === narrow || wide === '*' || wide === '*:*') return true;
    // An irregular pattern matches nothing where that grants less, whatever it looks like.
    return REGULAR_ACTION.test(wide) && this.#proves(['action'], wide, narrow);
  }

  /** Whether a value of `Resource` covers another; of `NotResource` where `negated`. */
  resource(wide: string, narrow: string, negated: boolean): boolean {
    if (wide === narrow) return true;
    if (this.hasVariable(wide)) return false;
    if (!this.hasVariable(narrow)) return this.#proves(RESOURCE_READINGS, wide, narrow);
    // Without a value an entry of `Resource` matches nothing, while one of `NotResource` ends the statement (S58).
    return !negated && this.#proves(RESOURCE_READINGS, wide, beforeVariable(narrow));
  }

  /** Whether a value of a condition covers another: then the other adds nothing, under negation neither. */
  conditionValue(operator: OperatorName, wide: string, narrow: string): boolean {
    const readings = READINGS_OF_OPERATORS[operator];
    if (wide === narrow) return true;
    if (readings === undefined || this.hasVariable(wide) || this.hasVariable(narrow)) return false;
    // What is no ARN leaves a comparison undecided (S112), which no other value makes up for.
    if (operator.startsWith('Arn') && !(isArnPattern(wide) && isArnPattern(narrow))) return false;
    return this.#proves(readings, wide, narrow);
  }

  /** Whether a value of `Resource` covers everything. */
  isEveryResource(text: string): boolean {
    return !this.hasVariable(text) && this.#compile('resource', text).matcher.kind === 'any';
  }

  /** The shortest spelling of an action pattern. */
  shortAction(text: string): string {
    if (text === '*:*') return '*';
    return REGULAR_ACTION.test(text) ? shortPattern(text) : text;
  }

  /** The shortest spelling of a resource pattern. */
  shortResource(text: string): string {
    return this.hasVariable(text) ? text : shortPattern(text);
  }

  /** The shortest spelling of a condition value. */
  shortConditionValue(operator: OperatorName, text: string): string {
    return READINGS_OF_OPERATORS[operator] === undefined || this.hasVariable(text)
      ? text
      : shortPattern(text);
  }

  /** Whether a text has a policy variable or an escape in it. */
  hasVariable(text: string): boolean {
    return this.#variables && text.includes('${');
  }

  #proves(readings: readonly Reading[], wide: string, narrow: string): boolean {
    this.#pairs += 1;
    if (this.#pairs > MOST_PAIRS) return false;
    return readings.every((reading) => {
      const outer = this.#compile(reading, wide);
      const inner = this.#compile(reading, narrow);
      if (inner.matcher.kind === 'never') return true;
      // Most pairs of a long list part here: every text of the narrow one begins and ends as those of the wide one.
      if (!inner.prefix.startsWith(outer.prefix) || !inner.suffix.endsWith(outer.suffix)) return false;
      this.#proofs += 1;
      if (this.#proofs > MOST_PROOFS) return false;
      return subsumes(outer.matcher, inner.matcher, { limit: LIMIT }).verdict === 'yes';
    });
  }

  #compile(reading: Reading, text: string): Compiled {
    const known = this.#compiled[reading].get(text);
    if (known !== undefined) return known;
    const matcher = COMPILERS[reading](text);
    const compiled = { matcher, prefix: matcher.prefix, suffix: matcher.suffix };
    this.#compiled[reading].set(text, compiled);
    return compiled;
  }
}

/** A pattern of at least what one with variables can stand for: variables have values only behind five colons. */
function beforeVariable(text: string): string {
  return `${text.slice(0, text.indexOf('${'))}*`;
}

/** `**` is `*`, and so on: both have the same tokens. */
function shortPattern(text: string): string {
  const short = formatGlob(tokenizeGlob(text)) ?? text;
  return short.length < text.length ? short : text;
}
