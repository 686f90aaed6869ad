/** A command as it is typed, and what it prints, with the escapes of a terminal for colours. */
export interface TerminalStep {
  /** One line or several; those that go on end with a backslash. */
  readonly command: string;
  readonly output: string;
}

/** Letters of a line; a longer one goes on in the next, as in a terminal. */
const COLUMNS = 76;
/** In pixels: a letter of the font, and a line of it. */
const LETTER = 7.25;
const LINE = 18;
const PADDING = 16;
/** Seconds from one command to the next. */
const PAUSE = 3;

/** What the parameters of SGR mean that the command uses: bold, and three colours. */
const STYLES: Readonly<Record<string, string>> = { 1: 'b', 31: 'r', 32: 'g', 33: 'y', 34: 'u' };

/**
 * Draws a terminal in which commands are typed, one after the other. Where pictures do not move, all of them are there.
 *
 * @param steps - commands with what they print.
 * @param title - what the picture shows, for people who do not see it.
 * @returns SVG.
 */
export function terminalPicture(steps: readonly TerminalStep[], title: string): string {
  const blocks = steps.map(blockOf);
  const count = blocks.reduce((sum, lines) => sum + lines.length, 0) + blocks.length - 1;
  const width = Math.ceil(COLUMNS * LETTER + 2 * PADDING);
  const height = count * LINE + 2 * PADDING;
  let line = 0;
  const groups = blocks.map((lines, index) => {
    const first = line;
    line += lines.length + 1;
    return group(lines, first, index);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" role="img" aria-labelledby="title">
<!-- Made from what the commands print by UPDATE_DOCS=1 npx -y pnpm@10.34.9 exec vitest run tooling/repository/src/terminalPicture.test.ts -->
<title id="title">${escape(title)}</title>
<style>
text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #e6edf3; white-space: pre; }
.p { fill: #8b949e; } .b { font-weight: 700; } .r { fill: #ff7b72; } .g { fill: #3fb950; } .y { fill: #d29922; } .u { fill: #79c0ff; }
@keyframes show { from { opacity: 0; } to { opacity: 1; } }
@media (prefers-reduced-motion: no-preference) { g { animation: show 0.3s both; } }
</style>
<rect width="${String(width)}" height="${String(height)}" rx="8" fill="#0d1117"/>
${groups.join('\n')}
</svg>
`;
}

function blockOf({ command, output }: TerminalStep): readonly string[] {
  const typed = command
    .split('\n')
    .map((text, index) => `${styled(index === 0 ? '$ ' : '  ', ['p'])}${styled(text, ['b'])}`);
  return [...typed, ...output.trimEnd().split('\n').flatMap(printed)];
}

function group(lines: readonly string[], first: number, index: number): string {
  const texts = lines.map((markup, offset) => {
    const y = PADDING + (first + offset + 1) * LINE - 5;
    return `<text x="${String(PADDING)}" y="${String(y)}">${markup}</text>`;
  });
  return `<g style="animation-delay: ${String(index * PAUSE)}s">\n${texts.join('\n')}\n</g>`;
}

/** The lines that a line of output takes; a style lasts until the line or the style ends. */
function printed(line: string): readonly string[] {
  // oxlint-disable-next-line no-control-regex -- the escapes of a terminal are what is read
  const parts = line.split(/\u001B\[(\d+)m/);
  let styles: readonly string[] = [];
  let room = COLUMNS;
  const lines = [''];
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      const style = STYLES[part];
      styles = style === undefined ? [] : [...styles, style];
      continue;
    }
    for (let rest = part; rest !== '';) {
      if (room === 0) {
        lines.push('');
        room = COLUMNS;
      }
      const fitting = rest.slice(0, room);
      lines.push(`${lines.pop() ?? ''}${styled(fitting, styles)}`);
      rest = rest.slice(room);
      room -= fitting.length;
    }
  }
  return lines;
}

function styled(text: string, styles: readonly string[]): string {
  return styles.length === 0 ? escape(text) : `<tspan class="${styles.join(' ')}">${escape(text)}</tspan>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
