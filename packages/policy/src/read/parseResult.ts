import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { JsonLimits } from '../json/jsonLimits.ts';
import type { Policy, PolicyType } from '../model/policy.ts';

/**
 * A policy with warnings, or the reasons why there is none.
 *
 * `ok` is false exactly when a diagnostic has severity `error`.
 */
export type ParseResult =
  | { readonly ok: true; readonly policy: Policy; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** What the caller knows about a document. */
export interface ParseOptions {
  /** Turns on the rules of this type (S24 to S34); without it any statement of any type is accepted. */
  readonly type?: PolicyType | undefined;
  /** A name or ARN that becomes `policy.name`. */
  readonly name?: string | undefined;
  /** Bounds on nesting and size. */
  readonly limits?: JsonLimits | undefined;
}
