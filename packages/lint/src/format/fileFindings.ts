import type { Finding } from '../model/finding.ts';

/** The findings of one file, for reports. */
export interface FileFindings {
  /** The path as the report is to name it. */
  readonly file: string;
  /** The text that ranges point into, where there is one. */
  readonly text?: string;
  readonly findings: readonly Finding[];
}
