import { expect, test } from 'vitest';
import { CODEGEN_DIAGNOSTIC_CODES } from './diagnosticCodes.ts';

test.each(Object.entries(CODEGEN_DIAGNOSTIC_CODES))(
  '%s is an error, and says what it is',
  (code, { severity, summary }) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(severity).toBe('error');
    expect(summary).toMatch(/^[a-z].*(?: \S+){2}$/);
  },
);
