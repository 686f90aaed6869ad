/** The options of all questions. */
export const AUDIT_OPTIONS = {
  snapshot: { value: 'DIR', description: 'folder of the snapshot; the current folder by default' },
  format: {
    value: 'FORMAT',
    choices: ['text', 'json', 'csv', 'markdown', 'html'],
    description: 'form of the answer; text by default',
  },
} as const;

/** The form of an answer. */
export type AuditFormat = 'text' | 'json' | 'csv' | 'markdown' | 'html' | undefined;
