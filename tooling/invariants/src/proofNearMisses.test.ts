import { policyFromValue, type Policy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { SEED } from './check.ts';
import { managedVersions } from './managedVersions.ts';
import { proofNearMisses } from './proofNearMisses.ts';

test('22: no near miss of managed policies contradicts a proof', { timeout: 60_000 }, () => {
  const report = proofNearMisses(managedVersions(200), { seed: SEED, requests: 40 });
  expect(report.contradictions).toEqual([]);
  expect(report.verdicts.proved).toBeGreaterThan(10);
  expect(report.allowed).toBeGreaterThan(report.requests / 10);
});

test('requests are aimed so that a proof that is wrong would be noticed', () => {
  const policy = (Resource: string): readonly Policy[] => {
    const read = policyFromValue({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource },
    });
    return read.ok ? [read.policy] : [];
  };
  const [wide, narrow] = [policy('arn:aws:s3:::reports/*'), policy('arn:aws:s3:::reports/a*')];
  const { verdicts, allowed, contradictions } = proofNearMisses(
    [{ name: 'reports', before: wide, after: narrow }],
    { seed: SEED, requests: 200 },
  );
  expect(verdicts).toEqual({ proved: 1, refuted: 1, unknown: 0 });
  expect(allowed).toBeGreaterThan(20);
  expect(contradictions).toEqual([]);
});
