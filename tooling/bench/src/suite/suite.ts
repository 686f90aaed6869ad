import type { Table } from '@policywright-tooling/repository/markdown-table';

/** How thoroughly to measure. */
export interface Effort {
  /** Once and briefly: shows whether everything runs, the figures are rough. */
  readonly quick: boolean;
  /** Tells what is going on, for whoever waits. */
  readonly progress: (message: string) => void;
}

/** What a suite found. */
export interface Findings {
  readonly table: Table;
  /** How it was measured, in sentences; printed under the table. */
  readonly remarks: readonly string[];
  /** The figures of the table, and what else was measured, in plain units. */
  readonly data: unknown;
}

/** A group of measurements that make one table. */
export interface Suite {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  run(effort: Effort): Promise<Findings>;
}
