import * as fc from 'fast-check';

/** The choices by which a request is aimed at a policy set: numbers that are taken modulo what there is. */
export interface AimPlan {
  /** Which statement to aim at. */
  readonly target: number;
  /** Which of its actions, resources and principals. */
  readonly entry: number;
  /** What stands in for `*`, and which values context keys take. */
  readonly picks: readonly number[];
  /** Which caller, where the statement names none. */
  readonly caller: number;
  /** Which account owns the resource; most often as its ARN says. */
  readonly owner: number;
  /** What to spoil. */
  readonly spoilers: readonly Spoiler[];
}

/** One small change that may turn a match into a near miss. */
export interface Spoiler {
  readonly kind: SpoilerKind;
  readonly at: number;
  readonly pick: number;
}

const SPOILER_KINDS = [
  'actionCharacter',
  'actionCase',
  'actionOther',
  'resourceCharacter',
  'resourceCase',
  'resourceSegment',
  'resourceOther',
  'principal',
  'dropKey',
  'contextValue',
  'contextOdd',
  'contextShape',
  'contextTwin',
] as const;

/** What a spoiler changes. */
export type SpoilerKind = (typeof SPOILER_KINDS)[number];

/** Plans of which more than half spoil nothing. */
export function aimPlan(): fc.Arbitrary<AimPlan> {
  const spoiler = fc.record({ kind: fc.constantFrom(...SPOILER_KINDS), at: fc.nat(63), pick: fc.nat(63) });
  return fc.record({
    target: fc.nat(31),
    entry: fc.nat(7),
    picks: fc.array(fc.nat(63), { minLength: 1, maxLength: 6 }),
    caller: fc.oneof(
      { arbitrary: fc.constant(0), weight: 4 },
      { arbitrary: fc.constant(1), weight: 2 },
      { arbitrary: fc.nat(31), weight: 3 },
    ),
    owner: fc.oneof(
      { arbitrary: fc.constant(0), weight: 8 },
      { arbitrary: fc.constantFrom(1, 2), weight: 1 },
    ),
    spoilers: fc.oneof(
      { arbitrary: fc.constant([]), weight: 3 },
      { arbitrary: fc.array(spoiler, { minLength: 1, maxLength: 2 }), weight: 2 },
    ),
  });
}
