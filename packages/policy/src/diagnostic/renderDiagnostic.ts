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
export interface RenderOptions {
  /** The file to name in the place line. */
  readonly file?: string;
  /** Whether to colour with ANSI escapes. */
  readonly color?: boolean;
}

/** A longer line is shown in part, around the finding. */
const WIDEST = 120;
const LEAD = 30;
// Control characters and bidirectional controls in a document must not reach the terminal.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Writes a diagnostic with the line it concerns, for terminals.
 *
 * @param diagnostic - the finding.
 * @param source - the text that its range points into.
 * @param options - file name and colours.
 * @returns several lines without a final line end: severity, code and message; place; line and carets; help.
 */
export function renderDiagnostic(
  diagnostic: RenderableDiagnostic,
  source: string,
  options: RenderOptions = {},
): string {
  const paint = options.color === true ? colour : plain;
  const { code, severity, message, path, range, help } = diagnostic;
  const tone = severity === 'error' ? '31' : '33';
  const gutter = ' '.repeat(range === undefined ? 1 : String(range.start.line).length);
  const lines = [`${paint(`${severity}[${code}]`, tone)}${paint(`: ${message}`, '1')}`];
  const place = placeOf(options.file, range);
  if (place !== '') lines.push(`${gutter}${paint('-->', '34')} ${place}`);
  if (range !== undefined) {
    const bar = paint('|', '34');
    const { shown, carets } = frame(source, range);
    lines.push(`${gutter} ${bar}`, `${paint(String(range.start.line), '34')} ${bar} ${shown}`);
    lines.push(`${gutter} ${bar} ${paint(carets, tone)}`);
  }
  if (help !== undefined) lines.push(`${gutter} ${paint('=', '34')} help: ${help}`);
  if (path !== '') lines.push(`${gutter} ${paint('=', '34')} at: ${path.replace(UNSAFE, '\ufffd')}`);
  return lines.join('\n');
}

function placeOf(file: string | undefined, range: Range | undefined): string {
  const position = range === undefined ? undefined : `${range.start.line}:${range.start.column}`;
  return [file?.replace(UNSAFE, '\ufffd'), position].filter((part) => part !== undefined).join(':');
}

/** The line of the range, cut where it is long, and the carets under it. */
function frame(source: string, { start, end }: Range): { shown: string; carets: string } {
  const lineStart = start.offset - start.column + 1;
  const rest = source.slice(lineStart, Math.max(start.offset, lineStart) + WIDEST).search(/[\r\n]/);
  const lineEnd = rest === -1 ? Math.min(source.length, start.offset + WIDEST) : lineStart + rest;
  const from = lineEnd - lineStart <= WIDEST ? lineStart : Math.max(lineStart, start.offset - LEAD);
  const to = Math.min(lineEnd, from + WIDEST);
  const lead = from > lineStart ? '…' : '';
  const before = source.slice(from, start.offset);
  const width = Math.max(1, Math.min(end.offset, to) - start.offset);
  return {
    shown: `${lead}${source.slice(from, to)}${to < lineEnd ? '…' : ''}`.replace(UNSAFE, '\ufffd'),
    // Tabs are kept so that the carets stand under what they mean.
    carets: `${lead === '' ? '' : ' '}${before.replace(/[^\t]/g, ' ')}${'^'.repeat(width)}`,
  };
}

function colour(text: string, code: string): string {
  return `\u001b[${code}m${text}\u001b[0m`;
}

function plain(text: string): string {
  return text;
}
