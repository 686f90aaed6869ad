// Every example of a guide runs. A name in brackets makes a file of the guide's own folder; `ts` is a program, `sh` a
// list of commands that end with 0 unless `# exit N` says otherwise, `text` without a name what the commands before it
// print. `no-run` leaves one out, and so does `yaml` without a name.

const FENCE = /^```(\w+)(?: \[([^\]]+)\])?( no-run)?\n([\s\S]*?)^```$/gm;

/**
 * One thing that a reader of a guide does.
 *
 * @typedef {{ readonly kind: 'file', readonly file: string, readonly text: string }} FileStep
 * @typedef {{ readonly kind: 'program', readonly file: string | undefined, readonly text: string }} ProgramStep
 * @typedef {{ readonly kind: 'commands', readonly lines: readonly CommandLine[] }} CommandStep
 * @typedef {{ readonly kind: 'printed', readonly text: string }} PrintedStep - what the commands before it print.
 * @typedef {(FileStep | ProgramStep | CommandStep | PrintedStep) & { readonly line: number }} GuideStep - with the line
 * of the guide.
 */

/**
 * A command as a shell takes it.
 *
 * @typedef {object} CommandLine
 * @property {string} command
 * @property {number} exitCode - with which it ends.
 */

/**
 * The steps of a guide, in its order.
 *
 * @param {string} markdown
 * @returns {readonly GuideStep[]}
 */
export function guideSteps(markdown) {
  return [...markdown.matchAll(FENCE)].flatMap((match) => {
    const [, kind = '', file, skipped, text = ''] = match;
    const line = markdown.slice(0, match.index).split('\n').length;
    const step = skipped === undefined ? stepOf({ kind, file, text }) : undefined;
    return step === undefined ? [] : [{ ...step, line }];
  });
}

/**
 * @param {{ kind: string, file: string | undefined, text: string }} fence
 * @returns {FileStep | ProgramStep | CommandStep | PrintedStep | undefined}
 */
function stepOf({ kind, file, text }) {
  if (kind === 'ts') return { kind: 'program', file, text };
  if (file !== undefined) return { kind: 'file', file, text };
  if (kind === 'sh') return { kind: 'commands', lines: commandLines(text) };
  return kind === 'text' ? { kind: 'printed', text } : undefined;
}

/**
 * @param {string} text
 * @returns {readonly CommandLine[]}
 */
function commandLines(text) {
  return text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const exit = /\s*# exit (\d)$/.exec(line);
      return { command: line.slice(0, exit?.index), exitCode: Number(exit?.[1] ?? 0) };
    });
}
