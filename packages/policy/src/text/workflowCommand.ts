import { visible } from './printable.ts';

/** What an annotation is about. */
export interface AnnotationPlace {
  /** Path from the root of the repository. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
  readonly title?: string;
}

/**
 * Writes a workflow command of GitHub Actions that annotates a line of a pull request.
 *
 * @param kind - how grave it is.
 * @param place - where it is shown; from 1.
 * @param message - its line ends are kept.
 * @returns one line without its end.
 */
export function workflowCommand(
  kind: 'error' | 'warning' | 'notice',
  place: AnnotationPlace,
  message: string,
): string {
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${properties.join(',')}::${escapeData(message)}`;
}

// The percent escapes come first: GitHub gives them back, what is left over is shown.
function escapeData(text: string): string {
  return visible(percentEscape(text));
}

function escapeProperty(text: string): string {
  return visible(percentEscape(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}

function percentEscape(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
