import * as fc from 'fast-check';

/**
 * An arbitrary that makes the values of another and shrinks them by their form, not by the choices that made them:
 * what is left over when a statement goes still fits together.
 *
 * @param base - makes the values.
 * @param simpler - smaller values than a given one, the smallest first. Each step must lead downwards.
 */
export function shrinkBy<T>(base: fc.Arbitrary<T>, simpler: (value: T) => Iterable<T>): fc.Arbitrary<T> {
  return new ShrinkingArbitrary(base, simpler);
}

class ShrinkingArbitrary<T> extends fc.Arbitrary<T> {
  readonly #base: fc.Arbitrary<T>;
  readonly #simpler: (value: T) => Iterable<T>;

  constructor(base: fc.Arbitrary<T>, simpler: (value: T) => Iterable<T>) {
    super();
    this.#base = base;
    this.#simpler = simpler;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<T> {
    return new fc.Value(this.#base.generate(random, bias).value_, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#base.canShrinkWithoutContext(value);
  }

  override shrink(value: T): fc.Stream<fc.Value<T>> {
    return fc.stream(this.#values(value));
  }

  *#values(value: T): IterableIterator<fc.Value<T>> {
    for (const smaller of this.#simpler(value)) yield new fc.Value(smaller, undefined);
  }
}
