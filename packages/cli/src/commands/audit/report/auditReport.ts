/** An answer in all its forms. */
export interface AuditReport {
  /** What was asked, in a line: "who can s3:GetObject on arn:…". */
  readonly title: string;
  /** One line on the whole answer. */
  readonly summary: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What was taken for granted, and the like. */
  readonly notes: readonly string[];
  /** A picture, for the page. */
  readonly picture?: string | undefined;
  readonly json: unknown;
}
