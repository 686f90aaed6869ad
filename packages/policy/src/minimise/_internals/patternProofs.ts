import {
  compileArnPattern,
  compileGlob,
  formatGlob,
  subsumes,
  tokenizeGlob,
  type Matcher,
} from '@policywright/arn';
import type { OperatorName } from '../../model/conditionOperator.ts';

/** So much work goes into one proof, and so many are tried: a value that is kept costs only its characters. */
const LIMIT = 5000;
const MOST_PROOFS = 200_000;

/** An action pattern that the language has: everything, or one service (rule S65). */
const REGULAR_ACTION = /^(?:\*|\*:\*|[^*?:]*:[^]*)$/;

/**
 * How a pattern is compiled. What a short ARN and a lone `*` mean differs by policy type and by reading (rules
 * S52, S112), so that such patterns are compared under each.
 */
type Reading = keyof typeof COMPILERS;

const COMPILERS = {
  action: (text: string): Matcher => compileGlob(text, { ignoreCase: true }),
  like: (text: string): Matcher => compileGlob(text),
  resource: (text: string): Matcher => compileArnPattern(text, { dialect: 'resource' }),
  shortResource: (text: string): Matcher =>
    compileArnPattern(text, { dialect: 'resource', missingFields: 'wildcard' }),
  arn: (text: string): Matcher => compileArnPattern(text, { dialect: 'operator' }),
  starArn: (text: string): Matcher => compileArnPattern(text, { dialect: 'operator', loneStar: 'any' }),
} as const;

const RESOURCE_READINGS = ['resource', 'shortResource'] as const;

const READINGS_OF_OPERATORS: Readonly<Partial<Record<OperatorName, readonly Reading[]>>> = {
  StringLike: ['like'],
  StringNotLike: ['like'],
  ArnLike: ['arn', 'starArn'],
  ArnNotLike: ['arn', 'starArn'],
  ArnEquals: ['arn', 'starArn'],
  ArnNotEquals: ['arn', 'starArn'],
};

/** Proves that one pattern of a policy covers another; without a proof the answer is no. */
export class PatternProofs {
  readonly #variables: boolean;
  readonly #compiled = new Map<string, Matcher>();
  #tried = 0;

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
    return this.#proves(readings, wide, narrow);
  }

  /** Whether a value of `Resource` covers everything. */
  isEveryResource(text: string): boolean {
    return !this.hasVariable(text) && this.#matcher('resource', text).kind === 'any';
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
    return readings.every((reading) => {
      if (this.#tried >= MOST_PROOFS) return false;
      this.#tried += 1;
      const proof = subsumes(this.#matcher(reading, wide), this.#matcher(reading, narrow), { limit: LIMIT });
      return proof.verdict === 'yes';
    });
  }

  #matcher(reading: Reading, text: string): Matcher {
    const key = `${reading} ${text}`;
    let matcher = this.#compiled.get(key);
    if (matcher === undefined) this.#compiled.set(key, (matcher = COMPILERS[reading](text)));
    return matcher;
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
