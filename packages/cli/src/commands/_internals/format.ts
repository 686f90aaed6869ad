import { jsonText } from '@policywright/policy/text';
import type { OptionSpec } from '../../arguments/command.ts';
import type { Io } from '../../io/io.ts';
import { printTable, type Table } from '../../terminal/table.ts';

interface FormatSpec extends OptionSpec {
  readonly value: string;
  readonly choices: readonly ['text', 'json'];
}

/** The option of commands that answer with data. */
export const FORMAT: FormatSpec = {
  value: 'FORMAT',
  choices: ['text', 'json'],
  description: 'form of the answer; text by default',
};

/** One answer in its two forms. */
export interface Answer {
  readonly format: 'text' | 'json' | undefined;
  readonly json: unknown;
  readonly table: Table;
  /** The address of the page of AWS that has more, which a terminal shows below the table. */
  readonly page?: string | undefined;
}

/**
 * Prints an answer in the form that was asked for.
 *
 * @param io - its standard output.
 * @param answer - the data and the table that shows it.
 */
export function printAnswer(io: Io, { format, json, table, page }: Answer): void {
  if (format === 'json') {
    io.stdout.write(`${jsonText(json)}\n`);
    return;
  }
  printTable(io, table);
  if (page !== undefined && io.stdout.isTTY) io.stdout.write(`\nAWS's page: ${page}\n`);
}
