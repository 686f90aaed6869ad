import { catalogInfo } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';

/** `policywright catalog info`. */
export const infoCommand: Command = defineCommand({
  summary: 'tell the version, size and sources of the catalog',
  operands: { label: '', least: 0, most: 0 },
  options: { format: FORMAT },
  run: async ({ options, io }) => {
    const { version, counts, provenance } = catalogInfo;
    const rows = [
      ['version', version],
      ...Object.entries(counts).map(([name, count]) => [inWords(name), String(count)]),
      ...Object.entries(provenance).map(([fact, { source, version: of, date }]) => [
        `${inWords(fact)} from`,
        `${date} ${source.replace(/^npm:/, '')} ${of}`,
      ]),
    ];
    printAnswer(io, {
      format: options.format,
      json: catalogInfo,
      table: { headings: ['FACT', 'VALUE'], rows },
    });
    return EXIT_CODE.yes;
  },
});

/** `resourceTypes` as people write it. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
