/**
 * Every diagnostic code of this package with its severity and one line of documentation.
 *
 * Codes are part of the public interface: they are never renamed, and never reused for another meaning.
 */
export const CODEGEN_DIAGNOSTIC_CODES = {
  // Options
  'missing-out': { severity: 'error', summary: 'no folder to write to is given' },

  // Services
  'no-services': { severity: 'error', summary: 'no service is chosen, or none is used' },
  'unknown-service': { severity: 'error', summary: 'a service prefix that the catalog does not have' },
  'name-collision': { severity: 'error', summary: 'two things that are generated would have one name' },
  'missing-ts-morph': {
    severity: 'error',
    summary: 'finding used services needs ts-morph, which is not installed',
  },
  'unreadable-source': { severity: 'error', summary: 'a source to find used services in cannot be read' },

  // Files
  'edited-by-hand': { severity: 'error', summary: 'a generated file was changed after it was written' },
  'not-generated': { severity: 'error', summary: 'a file that this tool did not write is in the way' },
  'write-failed': { severity: 'error', summary: 'a file or folder cannot be written' },
  'out-of-date': { severity: 'error', summary: 'a generated file is not what would be generated now' },
} as const;

/** A code of {@link CODEGEN_DIAGNOSTIC_CODES}. */
export type CodegenDiagnosticCode = keyof typeof CODEGEN_DIAGNOSTIC_CODES;
