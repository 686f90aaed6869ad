import type { Condition } from '@policywright/policy';
import { UNKNOWN } from '../context/contextReading.ts';
import type { ContextReader } from '../context/contextReader.ts';
import type { ResolvedOptions } from '../options/resolveOptions.ts';
import type { TestFunction, ValueTest } from '../operators/valueTest.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Truth } from '../truth.ts';
import type { CheckKind } from './checkKind.ts';

/** What the parts of a {@link ConditionCheck} are. */
export interface CheckParts {
  readonly condition: Condition;
  readonly kind: CheckKind;
  readonly slot: number;
  readonly values: ValueTest;
  /** The truth of one present value by the test's verdict: no match, match, undecided, malformed. */
  readonly truths: readonly [Truth, Truth, Truth, Truth];
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
  readonly #slot: number;
  readonly #test: TestFunction;
  readonly #truths: readonly Truth[];
  readonly #absent: Truth;

  /**
   * @param parts - What it consists of.
   */
  constructor(parts: CheckParts) {
    this.parts = parts;
    this.#kind = parts.kind;
    this.#slot = parts.slot;
    this.#test = parts.values.test;
    this.#truths = parts.truths;
    this.#absent = parts.absent;
  }

  /**
   * @param reader - The request's context.
   * @returns Whether the condition holds.
   */
  evaluate(reader: ContextReader): Truth {
    if (this.#kind === 'unknown-operator') return UNDECIDED;
    const reading = reader.value(this.#slot);
    if (typeof reading === 'string') {
      // A list of empty strings alone counts as no list (S83); a single value is a list of one (S86).
      return reading === '' && this.#kind === 'ForAllValues' ? TRUE : this.one(reading, reader);
    }
    if (reading === undefined) return this.#absent;
    if (typeof reading === 'symbol') return reading === UNKNOWN ? this.parts.unknown : UNDECIDED;
    return reading.length === 0 ? this.#absent : this.#many(reading, reader);
  }

  /**
   * @param text - One value of the request.
   * @param reader - The request's context.
   * @returns Whether the condition without its set qualifier holds for this value.
   */
  one(text: string, reader: ContextReader): Truth {
    return this.#truths[this.#test(text, reader)] ?? UNDECIDED;
  }

  #many(texts: readonly string[], reader: ContextReader): Truth {
    switch (this.#kind) {
      case 'ForAllValues':
        return this.#all(texts, reader);
      case 'ForAnyValue':
        return this.#any(texts, reader);
      case 'Null':
        return this.#truths[1] ?? UNDECIDED;
      default:
        if (this.parts.multivalued === 'ForAnyValue') return this.#any(texts, reader);
        return this.parts.multivalued === 'undecided' ? UNDECIDED : FALSE;
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
