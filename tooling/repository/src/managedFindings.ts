import type { ManagedPolicy } from '@policywright-tooling/conformance/managed-policies';
import { lintText, type Finding, type Rule } from '@policywright/lint';
import type { Table } from './markdownTable.ts';

/** A finding about an AWS managed policy. */
export interface ManagedFinding extends Finding {
  /** Name of the policy. */
  readonly policy: string;
}

/**
 * Lints AWS managed policies, which no quota binds.
 *
 * @param policies - those to lint.
 * @param rule - the only one to run, even where it is off unless asked for; by default all that are on.
 */
export function managedFindings(policies: readonly ManagedPolicy[], rule?: Rule): readonly ManagedFinding[] {
  const rules = rule === undefined ? {} : { [rule.id]: rule.severity };
  return policies.flatMap(({ name, arn, document }) =>
    lintText(JSON.stringify(document), { type: 'identity', name: arn, rules })
      .findings.filter(({ code }) => rule === undefined || code === rule.id)
      .map((finding) => ({ ...finding, policy: name })),
  );
}

/**
 * Counts findings by rule.
 *
 * @param findings - of any policies.
 * @returns rules with their severity, how many findings they have and in how many policies; most findings first.
 */
export function findingsByRule(findings: readonly ManagedFinding[]): Table {
  const rows = [...new Set(findings.map(({ code }) => code))].map((rule) => {
    const all = findings.filter(({ code }) => code === rule);
    const policies = new Set(all.map(({ policy }) => policy)).size;
    return { rule, severity: all[0]?.severity ?? '', findings: all.length, policies };
  });
  return {
    headings: ['rule', 'severity', 'findings', 'policies'],
    rows: rows
      .sort((one, other) => other.findings - one.findings)
      .map(({ rule, severity, findings: count, policies }) => [
        rule,
        severity,
        String(count),
        String(policies),
      ]),
    textColumns: 2,
  };
}
