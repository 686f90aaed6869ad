/** What a principal may do and did not, in a period. */
export interface UnusedAccess {
  /** ARN of the user or role. */
  readonly principal: string;
  /** Number of calls that events have of it; those that were refused are not counted. */
  readonly calls: number;
  /** Time of the last; `undefined` where there is none. */
  readonly last: string | undefined;
  /** Patterns of actions that its policies grant on some resource and that it used. */
  readonly used: readonly string[];
  /** Patterns of those that it did not use, and events would have shown. */
  readonly unused: readonly string[];
  /** Patterns of those of which events tell nothing: data events that are not recorded, `iam:PassRole`, what no call asks for. */
  readonly notShown: readonly string[];
  /** What is not known of it, in words: it may have more. */
  readonly gaps: readonly string[];
}

/** What principals may do and did not. */
export interface UnusedAudit {
  /** The period: times of the first and last event. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly principals: readonly UnusedAccess[];
  /** Services of which there are data events, so that what they record counts as shown. */
  readonly dataServices: readonly string[];
  /** Event names of which the catalog has no operation, with their sources: what they used is not known. */
  readonly unknownEvents: readonly string[];
}
