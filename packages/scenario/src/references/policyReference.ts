/** A policy document that a scenario names rather than holds. */
export type PolicyReference = FileReference | ManagedReference;

/** The policies of a file: of a document, or of one holder in a template, plan or answer of the AWS command line. */
export interface FileReference {
  /** Path, from the folder of the scenario file. */
  readonly file: string;
  /** Whose policies: logical id, address, name or ARN; left out where the file holds one policy. */
  readonly resource?: string | undefined;
  /** What the template does not know before it is deployed, such as `{ "Bucket": "reports" }`. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** A managed policy of AWS. */
export interface ManagedReference {
  /** Name without path, such as `ReadOnlyAccess`. */
  readonly managed: string;
  /** Such as `v12`; the latest that is known where it is left out. */
  readonly version?: string | undefined;
}
