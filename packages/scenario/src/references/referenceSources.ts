import type { JsonNode } from '@policywright/policy';

/** Where the policies that scenarios refer to come from: whoever reads files has read them before. */
export interface ReferenceSources {
  /**
   * A file.
   *
   * @param name - as written in the scenario file.
   */
  readonly file: (name: string) => ReferencedFile;
  /**
   * The document of a managed policy of AWS.
   *
   * @param name - without path, such as `ReadOnlyAccess`.
   * @param version - such as `v12`; the latest where it is left out.
   */
  readonly managed: (name: string, version?: string) => ReferencedFile;
}

/** A file that scenarios refer to, or why there is none. */
export type ReferencedFile =
  | {
      readonly ok: true;
      /** The name under which reports mention it. */
      readonly file: string;
      /** What the offsets of the tree count in. */
      readonly text: string;
      readonly root: JsonNode;
    }
  | ReferenceProblem;

/** Why a reference leads to no policy. */
export interface ReferenceProblem {
  readonly ok: false;
  /** In lower case, without full stop. */
  readonly message: string;
  readonly help?: string | undefined;
  /** What a template does not know and no value was given for, with its default; left out in other cases. */
  readonly missing?: readonly { readonly name: string; readonly proposed: string | undefined }[];
  /** What the file has that could be meant, by name; left out in other cases. */
  readonly choices?: readonly string[];
}
