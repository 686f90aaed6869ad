import type { FileFindings, Finding } from '@policywright/lint';
import { messageOf } from './rowText.ts';
import { PROOF_CODES, type ProofReport, type ProofRow } from './proofRow.ts';

/** A report as findings of files, for the formats that those have. */
export function lintFindings({ rows }: ProofReport): readonly FileFindings[] {
  const byFile = new Map<string, Finding[]>();
  for (const row of rows) {
    const findings = byFile.get(row.file) ?? [];
    byFile.set(row.file, findings);
    findings.push(findingOf(row));
  }
  return [...byFile].map(([file, findings]) => ({ file, findings }));
}

function findingOf(row: ProofRow): Finding {
  const { code, label, statement } = row;
  const { severity, words } = PROOF_CODES[code];
  const message = `${words} by ${label}: ${messageOf(row)}`;
  // What is gone stood in the other file.
  const here = statement?.policy.source.file === row.file ? statement : undefined;
  return { code, severity, message, path: here?.pointer ?? '', range: here?.range, aliases: {} };
}
