import type { Condition } from '@policywright/policy';
import { UNKNOWN, type ContextReading } from '../context/contextReading.ts';
import type { ContextReader } from '../context/contextReader.ts';
import type { ResolvedOptions } from '../options/resolveOptions.ts';
import type { TestFunction, ValueTest } from '../operators/valueTest.ts';
import { FALSE, TRUE, UNDECIDED, type Truth } from '../truth.ts';
import type { CheckKind } from './checkKind.ts';

/** What the parts of a {@link ConditionCheck} are. */
export interface CheckParts {
  readonly condition: Condition;
  readonly kind: CheckKind;
  readonly slot: number;
  readonly values: ValueTest;
  /**
   * The truth of one present value by the test's verdict: no match, match, or anything else. Of `Null`: the truth
   * when the key is absent, when it is present, and when it has nothing but empty strings (S81).
   */
  readonly truths: readonly [Truth, Truth, Truth];
  /** The truth when the key is absent, or has an empty list of values (S80). */
  readonly absent: Truth;
  /** The truth when nothing is known of the key: definite only if it holds however the key turns out. */
  readonly unknown: Truth;
  readonly multivalued: ResolvedOptions['multivaluedWithoutSetOperator'];
}

/**
 * One condition, compiled. Every check is of this one class, so that the calls of its methods stay monomorphic.
 */
export class ConditionCheck {
  /** The parts, for explanations. */
  readonly parts: CheckParts;
  readonly #kind: CheckKind;
  /** Whether the result is the same for every request. */
  readonly #isFixed: boolean;
  readonly #slot: number;
  readonly #test: TestFunction;
  readonly #truths: readonly Truth[];
  readonly #absent: Truth;

  /**
   * @param parts - what it consists of.
   */
  constructor(parts: CheckParts) {
    this.parts = parts;
    this.#kind = parts.kind;
    this.#isFixed = parts.kind === 'unknown-operator' || parts.kind === 'qualified-null';
    this.#slot = parts.slot;
    this.#test = parts.values.test;
    this.#truths = parts.truths;
    this.#absent = parts.absent;
  }

  /**
   * @param reader - the request's context.
   * @returns whether the condition holds.
   */
  evaluate(reader: ContextReader): Truth {
    return this.truthOf(reader.value(this.#slot), reader);
  }

  /**
   * @param reading - what the request has under the key.
   * @param reader - gives policy variables their values.
   * @returns whether the condition holds.
   */
  truthOf(reading: ContextReading, reader: ContextReader): Truth {
    if (this.#isFixed) return this.#absent;
    if (typeof reading === 'string') {
      // A list of empty strings alone counts as no list (S83); a single value is a list of one (S86).
      return reading === '' && this.#kind === 'ForAllValues' ? TRUE : this.one(reading, reader);
    }
    if (reading === undefined) return this.#absent;
    if (typeof reading === 'symbol') return reading === UNKNOWN ? this.parts.unknown : UNDECIDED;
    return reading.length === 0 ? this.#absent : this.#many(reading, reader);
  }

  /**
   * @param text - one value of the request.
   * @param reader - the request's context.
   * @returns whether the condition without its set qualifier holds for this value.
   */
  one(text: string, reader: ContextReader): Truth {
    const verdict = this.#test(text, reader);
    return this.#truths[verdict > UNDECIDED ? UNDECIDED : verdict] ?? UNDECIDED;
  }

  #many(texts: readonly string[], reader: ContextReader): Truth {
    switch (this.#kind) {
      case 'ForAllValues':
        return this.#all(texts, reader);
      case 'ForAnyValue':
        return this.#any(texts, reader);
      case 'Null':
        return this.#truths[hasOnlyEmpty(texts) ? UNDECIDED : TRUE] ?? UNDECIDED;
      default:
        if (this.parts.multivalued === 'ForAnyValue') return this.#any(texts, reader);
        return this.parts.multivalued === 'never' ? FALSE : UNDECIDED;
    }
  }

  #all(texts: readonly string[], reader: ContextReader): Truth {
    let all: Truth = TRUE;
    let onlyEmpty = true;
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index] ?? '';
      onlyEmpty &&= text === '';
      const truth = this.one(text, reader);
      // An empty string alone may still count as nothing, so that one that fails does not settle the matter.
      if (truth === FALSE && !onlyEmpty) return FALSE;
      if (truth !== TRUE && all !== FALSE) all = truth;
    }
    return onlyEmpty ? TRUE : all;
  }

  #any(texts: readonly string[], reader: ContextReader): Truth {
    let any: Truth = FALSE;
    for (let index = 0; index < texts.length; index++) {
      const truth = this.one(texts[index] ?? '', reader);
      if (truth === TRUE) return TRUE;
      if (truth === UNDECIDED) any = UNDECIDED;
    }
    return any;
  }
}

/**
 * @param texts - the values of a key, at least one.
 * @returns whether all of them are empty strings (S81, S83).
 */
export function hasOnlyEmpty(texts: readonly string[]): boolean {
  for (let index = 0; index < texts.length; index++) if (texts[index] !== '') return false;
  return true;
}
