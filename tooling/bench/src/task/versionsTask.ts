import { loadVersionPairs } from '@policywright-tooling/conformance/managed-policies';
import { checkNoNewAccess, type Verdict } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import { parsePolicy, type Policy } from '@policywright/policy';
import { cpuTime } from '../measure/cpuTime.ts';
import { milliseconds } from '../measure/milliseconds.ts';

/** Milliseconds of processor time for each question, in ascending order, and how they were answered. */
export interface VersionsTimes {
  readonly times: readonly number[];
  readonly verdicts: Readonly<Record<Verdict['verdict'], number>>;
}

/** Measures whether versions of AWS managed policies allow more than those before them, and these more than those after them. */
export async function versionsTask(input: {
  readonly universe: 'language' | 'aws';
  /** Of so many pairs one is asked about. */
  readonly every: number;
}): Promise<VersionsTimes> {
  const times: number[] = [];
  const verdicts = { proved: 0, refuted: 0, unknown: 0 };
  const options = input.universe === 'aws' ? { universe: AWS } : {};
  loadVersionPairs().forEach(({ before, after }, index) => {
    if (index % input.every !== 0) return;
    const [old, now] = [read(before), read(after)];
    for (const [one, other] of [
      [old, now],
      [now, old],
    ] as const) {
      const { result, took } = milliseconds(() => checkNoNewAccess(one, other, options), cpuTime);
      times.push(took);
      verdicts[result.verdict] += 1;
    }
  });
  return Promise.resolve({ times: times.sort((one, other) => one - other), verdicts });
}

function read(document: unknown): readonly Policy[] {
  const result = parsePolicy(JSON.stringify(document));
  if (!result.ok) throw new Error('a managed policy has errors');
  return [result.policy];
}
