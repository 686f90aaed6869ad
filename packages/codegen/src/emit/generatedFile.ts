/** One file that was generated, not yet written. */
export interface GeneratedFile {
  /** The name within the folder of the output. */
  readonly path: string;
  /** The contents, with LF line ends and a final one. */
  readonly text: string;
}
