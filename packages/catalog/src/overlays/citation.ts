/** Where a curated fact is from. */
export interface Citation {
  /** The title of the page of the AWS documentation that states it. */
  readonly page: string;
  /** The day on which it was written down here, `YYYY-MM-DD`; from knowledge of the page, which was not fetched that day. */
  readonly recorded: string;
}

/** The day on which the curated overlays were written down. */
export const RECORDED = '2026-11-24';

/** Cites a page of the AWS documentation. */
export function cite(page: string): Citation {
  return { page, recorded: RECORDED };
}
