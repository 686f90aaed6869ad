import type { ScenarioDiagnostic } from '../model/scenarioDiagnostic.ts';

/**
 * Says in one line why something could not be read.
 *
 * @param diagnostics - its findings; warnings do not count.
 * @returns the first error with its place and its help, and how many more there are; foreign text as it is.
 */
export function describeErrors(diagnostics: readonly ScenarioDiagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return 'the scenario could not be read';
  const place =
    first.range === undefined
      ? first.path
      : `${String(first.range.start.line)}:${String(first.range.start.column)}`;
  const help = first.help === undefined ? '' : ` (${first.help})`;
  const more = errors.length > 1 ? `; ${String(errors.length - 1)} more` : '';
  return `${place === '' ? '' : `${place}: `}${first.message}${help}${more}`;
}
