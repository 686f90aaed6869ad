import type { Citation, Evidence } from '../model/citation.ts';

/** A page of the AWS documentation. */
export interface Page {
  readonly title: string;
  /** The path on `docs.aws.amazon.com`. */
  readonly path: string;
}

/** The day on which the curated overlays were written down, of facts that have no day of their own. */
export const RECORDED = '2026-11-24';

/**
 * The day of a fact of a table, which stands behind `@` where it was written down on another day than the rest:
 * `sns n y n @2027-03-01`.
 *
 * @param fact - a line of a table, or a word of a list.
 * @param otherwise - the day of a fact without one.
 */
export function dayOf(fact: string, otherwise: string = RECORDED): string {
  const at = fact.indexOf('@');
  return at < 0 ? otherwise : fact.slice(at + 1);
}

/** A fact of a table without its day. Not one function with {@link dayOf}, as pairs would cost when modules load. */
export function withoutDay(fact: string): string {
  const at = fact.indexOf('@');
  return at < 0 ? fact : fact.slice(0, at).trimEnd();
}

/**
 * Cites a page of the AWS documentation.
 *
 * @param recorded - the day on which the fact was written down, `YYYY-MM-DD`.
 */
export function cite({ title, path }: Page, evidence?: Evidence, recorded: string = RECORDED): Citation {
  return {
    page: title,
    url: `https://docs.aws.amazon.com/${path}`,
    recorded,
    read: false,
    checked: evidence !== undefined,
    evidence,
  };
}

/** Cites a page of which a stored copy was read on that day. */
export function citeRead(page: Page, recorded: string): Citation {
  return { ...cite(page, undefined, recorded), read: true, checked: true };
}

/** Cites a page and, unless the name is `-`, an AWS managed policy. */
export function citeWithPolicy(page: Page, policy: string | undefined, recorded?: string): Citation {
  const known = policy !== undefined && policy !== '-';
  return cite(page, known ? { kind: 'managedPolicy', name: policy } : undefined, recorded);
}

/**
 * Cites a page of AWS's documentation sources on GitHub that was read; these are of 2021 to 2024.
 *
 * @param path - repository and path in it: `amazon-ecr-user-guide/doc_source/slr-pullthroughcache.md`.
 */
export function citeSource(path: string, recorded: string): Citation {
  const slash = path.indexOf('/');
  return {
    page: path.slice(path.lastIndexOf('/') + 1),
    url: `https://github.com/awsdocs/${path.slice(0, slash)}/blob/main${path.slice(slash)}`,
    recorded,
    read: true,
    checked: true,
    evidence: undefined,
  };
}
