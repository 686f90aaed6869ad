import { isAtLeast, type Finding, type Severity } from '@policywright/lint';
import { printable } from '@policywright/policy/text';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import type { LintOutcome } from './lintFound.ts';

/** Which run is counted. */
export interface TalliedRun {
  /** As the user wrote them. */
  readonly paths: readonly string[];
  /** Whether the paths are a program's list. */
  readonly listed: boolean;
  /** The least grave findings that count. */
  readonly minimum: Severity;
}

/** Counts what a run comes to: its exit code, and what else is to be said than findings. */
export class LintTally {
  readonly #run: TalliedRun;
  readonly #nameless = new FileNames();
  readonly #unfilled = new FileNames();
  readonly #unknown = new FileNames();
  #linted = 0;
  #failed = 0;
  #ignored = 0;
  #counts = false;

  constructor(run: TalliedRun) {
    this.#run = run;
  }

  /** Takes what became of the next file. */
  add({ file, state, linted, named }: LintOutcome): void {
    this.#ignored += linted?.ignored ?? 0;
    for (const { name, pointer } of linted?.unknown ?? []) this.#unknown.add(`${name ?? pointer} (${file})`);
    if (state === 'linted') this.#linted += 1;
    else if (state === 'failed') this.#failed += 1;
    else if (state === 'unfilled') this.#unfilled.add(file);
    else if (named) this.#nameless.add(file);
  }

  /** Takes findings that are not accepted. */
  addFindings(findings: readonly Finding[]): void {
    this.#counts ||= findings.some(({ severity }) => isAtLeast(severity, this.#run.minimum));
  }

  /** Writes to standard error what is no finding: what was accepted, and files without a policy. */
  print(io: Io, { known, gone }: { readonly known: number; readonly gone: number }): void {
    const { stderr } = io;
    if (this.#ignored > 0) stderr.write(`findings that the configuration accepts: ${this.#ignored}\n`);
    if (known > 0) stderr.write(`findings that the baseline accepts: ${known}\n`);
    if (gone > 0)
      stderr.write(
        `findings of the baseline that are no more: ${gone}; remove them with --update-baseline\n`,
      );
    // They are no findings, but nobody should take them for clean.
    if (this.#unknown.count > 0)
      stderr.write(
        `policies that are not known before deployment, and were not checked: ${this.#unknown.count}: ${this.#unknown.toString()}\n`,
      );
    if (this.#unfilled.count > 0)
      stderr.write(`passed over until its placeholders are filled in: ${this.#unfilled.toString()}\n`);
    if (this.#isWithoutPolicy) {
      stderr.write(`error: no policy document in ${FileNames.of(this.#run.paths).toString()}\n`);
      stderr.write('  help: with --type a file that is named is taken for a policy in any case\n');
    } else if (this.#nameless.count > 0) {
      stderr.write(`error: no policy document in ${this.#nameless.toString()}\n`);
      stderr.write('  help: name folders, or say --listed, to pass over files without a policy\n');
    }
  }

  /** What the run comes to. */
  get exitCode(): ExitCode {
    if (this.#failed > 0 || this.#isWithoutPolicy || this.#nameless.count > 0) return EXIT_CODE.usage;
    return this.#counts ? EXIT_CODE.no : EXIT_CODE.yes;
  }

  /** A program's list may well be of files of other kinds. */
  get #isWithoutPolicy(): boolean {
    return this.#linted + this.#failed === 0 && !(this.#run.listed && this.#nameless.count === 0);
  }
}

/** The first of some files, and how many there are. */
class FileNames {
  readonly #first: string[] = [];
  count = 0;

  static of(files: readonly string[]): FileNames {
    const names = new FileNames();
    for (const file of files) names.add(file);
    return names;
  }

  add(file: string): void {
    this.count += 1;
    if (this.#first.length < 3) this.#first.push(printable(file));
  }

  toString(): string {
    const more = this.count > 3 ? ` and ${this.count - 3} more` : '';
    return `${this.#first.join(', ')}${more}`;
  }
}
