import type { Command, CommandGroup, OptionSpecs } from '../arguments/command.ts';

const WIDTH = 88;

/**
 * Writes the help of a command or a group.
 *
 * @param path - the names that lead to it, the program's first.
 * @param subject - what to describe.
 */
export function renderHelp(path: readonly string[], subject: Command | CommandGroup): string {
  const name = path.join(' ');
  const usage =
    subject.kind === 'group'
      ? `${name} COMMAND [OPTION...]`
      : `${name} ${subject.operands.label} [OPTION...]`;
  const sections = [`${capitalise(subject.summary)}.`, `Usage: ${usage.replaceAll(/ {2,}/g, ' ')}`];
  if (subject.kind === 'group') sections.push(`Commands:\n${columns(commandRows(subject))}`);
  else sections.push(`Options:\n${columns(optionRows(subject.options))}`);
  sections.push(...(subject.notes ?? []).map((note) => wrap(note, '').join('\n')));
  const examples = (subject.examples ?? []).map((example) => `  ${path[0] ?? ''} ${example}`);
  if (examples.length > 0) sections.push(`Examples:\n${examples.join('\n')}`);
  if (subject.kind === 'group') sections.push(`\`${name} COMMAND --help\` tells more about each command.`);
  return `${sections.join('\n\n')}\n`;
}

type Row = readonly [string, string];

function commandRows({ commands }: CommandGroup): Row[] {
  return Object.entries(commands).map(([name, { summary }]) => [name, summary]);
}

function optionRows(options: OptionSpecs): Row[] {
  const rows = Object.entries(options).map(([name, { value, choices, description }]): Row => {
    const label = choices?.join('|') ?? value;
    return [label === undefined ? `--${name}` : `--${name} ${label}`, description];
  });
  return [...rows, ['-h, --help', 'print this help']];
}

function columns(rows: readonly Row[]): string {
  const indent = Math.max(...rows.map(([label]) => label.length)) + 4;
  return rows
    .flatMap(([label, text]) => {
      const [first = '', ...others] = wrap(text, ' '.repeat(indent));
      return [`  ${label}`.padEnd(indent) + first.trimStart(), ...others];
    })
    .join('\n');
}

function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH && line !== indent) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
