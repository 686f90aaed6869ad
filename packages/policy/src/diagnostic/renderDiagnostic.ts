import { printable, visible } from '../text/printable.ts';
import type { Range } from './diagnostic.ts';

/** What is shown of a diagnostic: those of every package have it, whatever their codes and severities. */
export interface RenderableDiagnostic {
  readonly code: string;
  /** `error` stands out from the others. */
  readonly severity: string;
  readonly message: string;
  /** JSON pointer; `''` is not shown. */
  readonly path: string;
  /** Absent where there is no place in the text. */
  readonly range?: Range | undefined;
  readonly help?: string | undefined;
}

/** How `renderDiagnostic` writes. */
export interface RenderDiagnosticOptions {
  /** The file to name in the place line. */
  readonly file?: string;
  /** Whether to colour with ANSI escapes. */
  readonly color?: boolean;
}

/** A longer line is shown in part, around the finding. */
const WIDEST = 120;
const LEAD = 30;

/**
 * Writes a diagnostic with the line it concerns, for terminals.
 *
 * @param diagnostic - the finding; what cannot be printed of its texts is escaped.
 * @param source - the text that its range points into.
 * @param options - file name and colours.
 * @returns several lines without a final line end: severity, code and message; place; line and carets; help.
 */
export function renderDiagnostic(
  diagnostic: RenderableDiagnostic,
  source: string,
  options: RenderDiagnosticOptions = {},
): string {
  const paint = options.color === true ? colour : plain;
  const { code, severity, message, path, range, help } = diagnostic;
  const tone = severity === 'error' ? '31' : '33';
  const gutter = ' '.repeat(range === undefined ? 1 : String(range.start.line).length);
  const head = printable(`${severity}[${code}]`);
  const lines = [`${paint(head, tone)}${paint(`: ${visible(message)}`, '1')}`];
  const place = placeOf(options.file, range);
  if (place !== '') lines.push(`${gutter}${paint('-->', '34')} ${place}`);
  if (range !== undefined) {
    const bar = paint('|', '34');
    const { shown, carets } = frame(source, range);
    lines.push(`${gutter} ${bar}`, `${paint(String(range.start.line), '34')} ${bar} ${shown}`);
    lines.push(`${gutter} ${bar} ${paint(carets, tone)}`);
  }
  if (help !== undefined) lines.push(`${gutter} ${paint('=', '34')} help: ${visible(help)}`);
  if (path !== '') lines.push(`${gutter} ${paint('=', '34')} at: ${visible(path)}`);
  return lines.join('\n');
}

function placeOf(file: string | undefined, range: Range | undefined): string {
  const position = range === undefined ? undefined : `${range.start.line}:${range.start.column}`;
  return visible([file, position].filter((part) => part !== undefined).join(':'));
}

/** The line of the range, cut where it is long, and the carets under it. */
function frame(source: string, { start, end }: Range): { shown: string; carets: string } {
  const lineStart = start.offset - start.column + 1;
  // One character more than is shown tells whether the line goes on.
  const seen = Math.min(source.length, Math.max(start.offset, lineStart) + WIDEST + 1);
  const rest = source.slice(lineStart, seen).search(/[\r\n]/);
  const lineEnd = rest === -1 ? seen : lineStart + rest;
  const from = lineEnd - lineStart <= WIDEST ? lineStart : Math.max(lineStart, start.offset - LEAD);
  const to = Math.min(lineEnd, from + WIDEST);
  const lead = from > lineStart ? '…' : '';
  const last = Math.max(start.offset, Math.min(end.offset, to));
  // Escapes are wider than what they stand for, so that the carets are counted in what is shown.
  const before = lead + visibleSource(source.slice(from, start.offset));
  const found = visibleSource(source.slice(start.offset, last));
  return {
    shown: `${lead}${visibleSource(source.slice(from, to))}${to < lineEnd ? '…' : ''}`,
    carets: ' '.repeat(before.length) + '^'.repeat(Math.max(1, found.length)),
  };
}

/** Tabs indent, which an escape would not show. */
function visibleSource(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}

function colour(text: string, code: string): string {
  return `\u001b[${code}m${text}\u001b[0m`;
}

function plain(text: string): string {
  return text;
}
