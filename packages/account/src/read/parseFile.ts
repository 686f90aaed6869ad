import { parseJson } from '@policywright/policy';
import type { AccountFindings, FoundAt } from './findings.ts';

/** Where a file is read. */
export interface FileReading {
  readonly findings: AccountFindings;
  readonly at: FoundAt;
}

/**
 * Reads a whole file as JSON; `undefined` where it is none, which is reported with its place.
 *
 * @param text - of the file.
 * @param of - where to report.
 */
export function parseFile(text: string, { findings, at }: FileReading): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    // The lossless parser tells where and how.
    const [first] = parseJson(text).diagnostics;
    findings.add('invalid-json', first?.message ?? 'the text is not JSON', {
      ...at,
      start: first?.range?.start,
    });
    return undefined;
  }
}
