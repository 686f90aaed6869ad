import type { Command, CommandGroup, OptionSpec, OptionSpecs } from '../arguments/command.ts';

const WIDTH = 88;
/** A longer label has a line of its own, so that descriptions keep their room. */
const WIDEST_LABEL = 26;
/** More values than fit here are told in the description. */
const WIDEST_CHOICES = 16;

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
  const rows = Object.entries(options).map(([name, spec]): Row => {
    const flags = spec.short === undefined ? `--${name}` : `-${spec.short}, --${name}`;
    const { label, description } = valueOf(spec);
    return [label === undefined ? flags : `${flags} ${label}`, description];
  });
  return [...rows, ['-h, --help', 'print this help']];
}

function valueOf({ value, choices, description }: OptionSpec): {
  readonly label: string | undefined;
  readonly description: string;
} {
  if (choices === undefined) return { label: value, description };
  const label = choices.join('|');
  if (label.length <= WIDEST_CHOICES) return { label, description };
  return { label: value, description: `${description} (${choices.join(', ')})` };
}

function columns(rows: readonly Row[]): string {
  const labels = rows.map(([label]) => label.length).filter((length) => length <= WIDEST_LABEL);
  const indent = Math.max(...labels) + 4;
  return rows
    .flatMap(([label, text]) => {
      const lines = wrap(text, ' '.repeat(indent));
      const [first = '', ...others] = lines;
      if (label.length > WIDEST_LABEL) return [`  ${label}`, ...lines];
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
