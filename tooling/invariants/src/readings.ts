import { CONDITION_OPTIONS } from '@policywright/conditions';
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
