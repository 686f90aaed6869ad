import { readAddressRange } from '@policywright/conditions/values';
import type { LintContext } from '../../facts/lintContext.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { valueEntries, type ValueEntry } from '../../facts/valueEntries.ts';
import { isPrivate } from './addressRange.ts';

/** A condition on `aws:SourceIp` with the values that are private addresses. */
export interface PrivateAddresses {
  readonly facts: ConditionFacts;
  readonly privates: readonly ValueEntry[];
  /** Whether all its values are. */
  readonly all: boolean;
}

/** Conditions on `aws:SourceIp` with private addresses, which requests never come from (rule S108). */
export function privateAddresses(context: LintContext, negated: boolean): readonly PrivateAddresses[] {
  return context.conditions
    .filter(({ facts }) => facts.key === 'aws:sourceip' && facts.family === 'Ip' && facts.negated === negated)
    .map(({ facts }) => {
      const privates = valueEntries(context, facts).filter(({ text }) => {
        const range = readAddressRange(text);
        return range !== undefined && isPrivate(range);
      });
      return { facts, privates, all: privates.length === facts.values.length };
    })
    .filter(({ privates }) => privates.length > 0);
}
