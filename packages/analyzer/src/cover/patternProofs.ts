import {
  compileArnPattern,
  compileGlob,
  formatGlob,
  isArnPattern,
  type Matcher,
  tokenizeGlob,
} from '@policywright/arn';
import { abbreviatedApiResource, type OperatorName } from '@policywright/policy';
import { type Pattern, patternCovers, patternOf } from './patternCovers.ts';

/** Bounds on the work, for hostile documents: beyond them nothing covers anything but itself. */
export interface ProofLimits {
  /** Pairs of patterns that are looked at, most of which need no proof; 1,000,000 if not given. */
  readonly pairs?: number;
  /** Pairs that are compared in full, 50,000 if not given: a value that is kept costs only its characters. */
  readonly proofs?: number;
  /** Steps of one such comparison, 5,000 if not given. */
  readonly steps?: number;
}

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
/** How ARNs are read that leave no field out. */
const WHOLE_ARNS = ['resource'] as const;

/** What is known of an entry of `Resource`. */
interface ResourceText {
  readonly hasVariable: boolean;
  readonly isEvery: boolean;
  readonly isAbbreviated: boolean;
  /** It leaves no field out, so that all readings are the same. */
  readonly isWhole: boolean;
  /** What it can stand for at most. */
  readonly pattern: string;
}

const READINGS_OF_OPERATORS: Readonly<Partial<Record<OperatorName, readonly Reading[]>>> = {
  StringLike: ['like'],
  StringNotLike: ['like'],
  ArnLike: ['arn'],
  ArnNotLike: ['arn'],
  ArnEquals: ['arn'],
  ArnNotEquals: ['arn'],
};

/** Proves that one pattern of a policy covers another; without a proof the answer is no. */
export class PatternProofs {
  readonly #variables: boolean;
  readonly #compiled: Readonly<Record<Reading, Map<string, Pattern>>> = {
    action: new Map(),
    like: new Map(),
    resource: new Map(),
    filledResource: new Map(),
    shortResource: new Map(),
    arn: new Map(),
  };
  readonly #resources = new Map<string, ResourceText>();
  readonly #steps: number;
  #pairs: number;
  #proofs: number;

  /**
   * @param language - whether it has policy variables, which only the 2012 version has (rule S3).
   * @param limits - on the work.
   */
  constructor({ variables }: { readonly variables: boolean }, limits: ProofLimits = {}) {
    this.#variables = variables;
    this.#pairs = limits.pairs ?? 1_000_000;
    this.#proofs = limits.proofs ?? 50_000;
    this.#steps = limits.steps ?? 5000;
  }

  /** Whether something was not compared, since the limits do not allow it. */
  get spent(): boolean {
    return this.#pairs < 0 || this.#proofs < 0;
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
    const [outer, inner] = [this.#resource(wide), this.#resource(narrow)];
    // Without a value an entry of `Resource` matches nothing, while one of `NotResource` ends the statement (S58).
    if (negated && inner.hasVariable) return false;
    if (outer.isEvery) return true;
    // Which API an abbreviation is about is known to the service only; of one policy, all are about the same.
    if (outer.isAbbreviated !== inner.isAbbreviated || outer.hasVariable) return false;
    const readings = outer.isWhole && inner.isWhole ? WHOLE_ARNS : RESOURCE_READINGS;
    return this.#proves(readings, outer.pattern, inner.pattern);
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

  #resource(text: string): ResourceText {
    let known = this.#resources.get(text);
    if (known === undefined) {
      const path = abbreviatedApiResource(text);
      const hasVariable = this.hasVariable(text);
      const written = path === undefined ? text : API + path;
      const pattern = hasVariable ? beforeVariable(written) : written;
      known = {
        hasVariable,
        isEvery: this.isEveryResource(text),
        isAbbreviated: path !== undefined,
        isWhole: pattern.split(':', 6).length === 6,
        pattern,
      };
      this.#resources.set(text, known);
    }
    return known;
  }

  #proves(readings: readonly Reading[], wide: string, narrow: string): boolean {
    if (this.spent || --this.#pairs < 0) return false;
    const budget = { mayProve: () => --this.#proofs >= 0, steps: this.#steps };
    return readings.every((reading) =>
      patternCovers(this.#compile(reading, wide), this.#compile(reading, narrow), budget),
    );
  }

  #compile(reading: Reading, text: string): Pattern {
    const known = this.#compiled[reading].get(text);
    if (known !== undefined) return known;
    const compiled = patternOf(COMPILERS[reading](text), text);
    this.#compiled[reading].set(text, compiled);
    return compiled;
  }
}

/** What stands in front of the paths of one API, whichever it is. */
const API = 'arn:aws:execute-api:::api';

/** A pattern of at least what one with variables can stand for: variables have values only behind five colons. */
function beforeVariable(text: string): string {
  return `${text.slice(0, text.indexOf('${'))}*`;
}

/** `**` is `*`, and so on: both have the same tokens. */
function shortPattern(text: string): string {
  const short = formatGlob(tokenizeGlob(text)) ?? text;
  return short.length < text.length ? short : text;
}
