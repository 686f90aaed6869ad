import { applyFixes, fixText, lintText, RULES, type Finding } from '@policywright/lint';
import { parsePolicy, type PolicyType } from '@policywright/policy';
import type { PolicyDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { differences } from './documentChange.ts';
import { lintedDocument, textOf } from './lintedDocument.ts';
import { Chooser } from './rearrange.ts';
import { NOT_REMOVABLE, REMOVALS } from './removals.ts';

const seeds = fc.nat().map((seed) => new Chooser(seed));

function findingsOf(text: string, type: PolicyType): readonly Finding[] {
  return lintText(text, { type }).findings;
}

function countByCode(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const GROUPS = new Map(RULES.map(({ id, group }) => [id, group]));

/** Whether a fix may bring to light what was there before. */
function reveals({ code, fix }: Finding, other: string, before: ReadonlyMap<string, number>): boolean {
  // What has lost an entry covers nothing until that is gone; that fixing ends, the next property holds.
  if (other === 'redundant-across-statements') return true;
  // Nor may the entries that are left have any effect.
  if (code === 'redundant-across-statements' && other === 'statement-never-matches') return true;
  const isOtherKind = GROUPS.get(other) !== GROUPS.get(code);
  // In a newer language, or of a list in which every action exists, other rules can say more.
  return isOtherKind && (fix?.keepsDecisions !== true || before.has('invalid-action'));
}

test('21: a fix clears its finding and adds none', () => {
  const fixed = new Set<string>();
  check(
    fc.property(lintedDocument, seeds, (linted, chooser) => {
      const { type } = linted;
      const text = textOf(linted);
      const findings = findingsOf(text, type);
      const fixable = findings.filter(({ fix }) => fix !== undefined);
      const finding = fixable[chooser.below(fixable.length)];
      if (finding === undefined) return;
      fixed.add(finding.code);
      const after = countByCode(
        findingsOf(applyFixes(text, [finding], { changeDecisions: true }).text, type),
      );
      const before = countByCode(findings);
      if (finding.code !== 'redundant-across-statements')
        expect(after.get(finding.code) ?? 0).toBeLessThan(before.get(finding.code) ?? 0);
      const added = [...after].filter(
        ([code, count]) => count > (before.get(code) ?? 0) && !reveals(finding, code, before),
      );
      expect(added).toEqual([]);
    }),
    200,
  );
  expect(fixed.size).toBeGreaterThan(8);
});

test('21: fixing what is fixed changes nothing, and leaves nothing to fix', () => {
  check(
    fc.property(lintedDocument, fc.boolean(), (linted, changeDecisions) => {
      const options = { type: linted.type, changeDecisions };
      const { text, findings } = fixText(textOf(linted), options);
      const left = findings.filter(({ fix }) => fix !== undefined && (fix.keepsDecisions || changeDecisions));
      expect(left).toEqual([]);
      const again = fixText(text, options);
      expect([again.text, again.fixed]).toEqual([text, 0]);
    }),
    300,
  );
});

function isPolicy(text: string): boolean {
  return parsePolicy(text).ok;
}

test('21: fixes that say so keep every decision', () => {
  let fixes = 0;
  check(
    fc.property(lintedDocument, fc.nat(), (linted, seed) => {
      const { type } = linted;
      const text = textOf(linted);
      const result = fixText(text, { type });
      if (result.fixed === 0 || !isPolicy(text)) return;
      fixes += result.fixed;
      const after = JSON.parse(result.text) as PolicyDocument;
      expect(differences({ type, before: linted.document, after, seed })).toEqual([]);
    }),
    200,
  );
  expect(fixes).toBeGreaterThan(100);
});

test('21: every rule about redundancy has a removal, or is known to name nothing that could go', () => {
  const ids = RULES.filter(({ group }) => group === 'redundancy').map(({ id }) => id);
  expect([...Object.keys(REMOVALS), ...NOT_REMOVABLE].sort()).toEqual([...ids].sort());
});

test('21: removing what a finding of redundancy names keeps every decision', () => {
  const removed = new Set<string>();
  check(
    fc.property(lintedDocument, fc.nat(), seeds, (linted, seed, chooser) => {
      const { type, document } = linted;
      const text = textOf(linted);
      if (!isPolicy(text)) return;
      const findings = findingsOf(text, type).filter(({ code }) => code in REMOVALS);
      const finding = findings[chooser.below(findings.length)];
      const change = finding && REMOVALS[finding.code]?.(document, finding.path);
      if (finding === undefined || change === undefined) return;
      removed.add(finding.code);
      const different = differences({ type, before: document, seed, ...change });
      expect(different.map((scenario) => ({ finding: finding.message, scenario }))).toEqual([]);
    }),
    500,
  );
  expect(removed.size).toBeGreaterThan(12);
});
