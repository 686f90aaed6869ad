/**
 * Prints what the consumers did as a Markdown table.
 *
 * @param {readonly { consumer: string, check: string, result: string, seconds: number | undefined }[]} rows
 */
export function printTable(rows) {
  const lines = [
    ['consumer', 'check', 'result', 'seconds'],
    ...rows.map(({ consumer, check, result, seconds }) => [
      consumer,
      check,
      result,
      seconds === undefined ? '' : seconds.toFixed(1),
    ]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const print = (cells) =>
    console.log(`| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  print(lines[0]);
  print(widths.map((width) => '-'.repeat(width)));
  lines.slice(1).forEach(print);
}
