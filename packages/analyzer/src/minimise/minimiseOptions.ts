/** What `minimisePolicy` may do beyond what has no other effect than size. */
export interface MinimiseOptions {
  /** Whether to drop every `Sid`, so that more statements merge; statements whose Sids differ stay apart otherwise. */
  readonly dropSids?: boolean;
  /** Whether to drop `Id`. */
  readonly dropId?: boolean;
  /**
   * Whether to drop a `Version` that changes nothing: 2008-10-17, or 2012-10-17 in a document without `${`
   * (rule S4). Never in SCPs and RCPs, which must have it.
   */
  readonly dropVersion?: boolean;
  /** The service whose further limits the result keeps to: SQS has at most seven actions a statement (rule S40). */
  readonly service?: 'sqs';
}
