/** Where a curated fact is from, and whether anything besides memory speaks for it. */
export interface Citation {
  /** The title of the page of the AWS documentation that states it. */
  readonly page: string;
  /** The address of that page. */
  readonly url: string;
  /** The day on which it was written down here, `YYYY-MM-DD`. */
  readonly recorded: string;
  /** Whether a stored copy of the page was read on that day; the others were written down from memory. */
  readonly read: boolean;
  /** Whether the page was read, or a second source that was at hand on that day agrees: `evidence` names it. */
  readonly checked: boolean;
  /**
   * An AWS managed policy or an operation of the imported data that shows the fact, which tests look up there, or the
   * API model of a service.
   */
  readonly evidence: Evidence | undefined;
}

/** What speaks for a curated fact besides the page. */
export type Evidence =
  | { readonly kind: 'managedPolicy'; readonly name: string }
  | { readonly kind: 'operation'; readonly name: string }
  | { readonly kind: 'model'; readonly name: string };
