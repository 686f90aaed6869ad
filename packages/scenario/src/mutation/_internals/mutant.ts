import type { Statement } from '@policywright/policy';
import type { MutationKind } from '../mutationReport.ts';

/** A statement with one mistake in it. */
export interface Mutant {
  readonly kind: MutationKind;
  /** JSON pointer from the document's root to what was changed. */
  readonly pointer: string;
  readonly before: string;
  readonly after: string | null;
  /** What stands in place of the statement; `undefined`: nothing. */
  readonly statement: Statement | undefined;
  /** Proved to mean the same. */
  readonly equivalent: boolean;
}

/** A member of a document as one line: `"Action": "ecs:*"`. */
export function line(name: string, value: string): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
}
