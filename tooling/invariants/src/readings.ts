import { CONDITION_OPTIONS, type ConditionOptions } from '@policywright/conditions';
import type { EvaluatorOptions } from '@policywright/evaluator';

/** A reading of an open question that a caller may choose. */
export interface Reading {
  readonly name: string;
  readonly options: EvaluatorOptions;
}

/** Every listed value of every option about conditions. */
export const CONDITION_READINGS: readonly Reading[] = CONDITION_OPTIONS.flatMap(({ name, values }) =>
  values.map((value) => ({ name: `${name}: ${value}`, options: { conditions: { [name]: value } } })),
);

/**
 * Every listed value of the evaluator's own options; the list of services under RCPs is AWS's own, and may be
 * replaced by one that binds more.
 */
export const EVALUATOR_READINGS: readonly Reading[] = (
  [
    { notPrincipal: 'strict' },
    { notPrincipal: 'lenient' },
    { shortArn: 'filled' },
    { shortArn: 'wildcard' },
    { unresolvedNotResource: 'narrow' },
    { unresolvedNotResource: 'drop' },
    { unresolvedNotResource: 'void' },
    { undecidedDeny: 'apply' },
    { undecidedDeny: 'skip' },
  ] as const satisfies readonly EvaluatorOptions[]
).map((options) => ({ name: JSON.stringify(options), options }));

/** Both, and RCPs on every service. */
export const READINGS: readonly Reading[] = [
  ...CONDITION_READINGS,
  ...EVALUATOR_READINGS,
  { name: 'rcpServices: all', options: { rcpServices: 'all' } },
  { name: 'rcpServices: none', options: { rcpServices: new Set() } },
];

/** What a differential run asks under: several readings at once. */
export interface ReadingSet {
  readonly names: readonly string[];
  readonly options: EvaluatorOptions;
}

/** The readings that an evaluator has without options. */
export const DEFAULTS: ReadingSet = { names: ['defaults'], options: {} };

/** The options by the readings that they can have, one of which holds. */
const CHOICES: readonly (readonly Reading[])[] = groupsOf(READINGS);

/**
 * Readings for a policy set: every option has one of its values.
 *
 * @param number - of the policy set; even numbers have the defaults
 * @returns the same for the same number
 */
export function readingsFor(number: number): ReadingSet {
  if (number % 2 === 0) return DEFAULTS;
  const chosen = CHOICES.flatMap((group, place) => group[mixed(number, place) % group.length] ?? []);
  const conditions = Object.assign(
    {},
    ...chosen.map(({ options }) => options.conditions),
  ) as ConditionOptions;
  const options = Object.assign({}, ...chosen.map(({ options }) => options)) as EvaluatorOptions;
  return { names: chosen.map(({ name }) => name), options: { ...options, conditions } };
}

function groupsOf(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const groups = new Map<string, readonly Reading[]>();
  for (const reading of readings) {
    const [option = ''] = Object.keys(reading.options.conditions ?? reading.options);
    groups.set(option, [...(groups.get(option) ?? []), reading]);
  }
  return [...groups.values()];
}

/** A number in which neighbours have little to do with each other. */
function mixed(number: number, place: number): number {
  const product = Math.imul(number ^ (place * 0x9e3779b9), 0x85ebca6b);
  return (product ^ (product >>> 13)) >>> 3;
}
