import { styleText } from 'node:util';

const colored = process.stdout.isTTY && !process.env['NO_COLOR'];

/** Prints one line. */
export function print(line = ''): void {
  console.log(line);
}

/** Prints a heading with an empty line before it. */
export function heading(text: string): void {
  print();
  print(colored ? styleText('bold', text) : text);
}

/** Whether output goes to a terminal that shows colours. */
export function showsColor(): boolean {
  return colored;
}

/** A number with thousands separators. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Milliseconds of a piece of work, and its result. */
export function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}
