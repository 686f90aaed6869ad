import { expect, test } from 'vitest';
import { SETTLEMENT_TABLE } from './settlementTable.ts';

test.each(Object.entries(SETTLEMENT_TABLE))(
  '%s has a rule, and a reason that completes "denied: …"',
  (_, facts) => {
    expect(facts.rule).toMatch(/^S\d+$/);
    expect(facts.reason).toMatch(/^(?:AWS |[a-z])[^.]{15,}$/);
    expect(facts.reason).not.toMatch(/\{(?!request\})/);
  },
);

test.each(Object.entries(SETTLEMENT_TABLE))('%s grants, or lacks, what its decision says', (_, facts) => {
  if (facts.decision === 'Allow') expect(facts.missing).toEqual([]);
  else expect(facts.granting).toBe('none');
  if (typeof facts.sentence === 'object') expect(facts.sentence.text.length).toBeGreaterThan(15);
});
