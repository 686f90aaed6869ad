import type { Diagnostic, Range } from '../diagnostic/diagnostic.ts';
import type { JsonNode } from '../json/jsonNode.ts';
import type { Effect, ListElement, PolicyVersion, Statement } from './policy.ts';

/** What could be read of a statement: as in one that is whole, but that the two parts every statement has may be missing. */
export interface StatementParts extends Omit<Statement, 'effect' | 'action'> {
  /** Absent where it is missing or neither `Allow` nor `Deny`. */
  readonly effect: Effect | undefined;
  /** `Action` or `NotAction`, without the entries that are no text; absent where there is neither. */
  readonly action: ListElement | undefined;
}

/** A statement of a document that may have errors. */
export type StatementTree =
  | {
      readonly incomplete: false;
      /** The statement, which says what it says whatever the errors elsewhere. */
      readonly statement: Statement;
      /** From its opening bracket to behind its closing one. */
      readonly range: Range;
    }
  | {
      readonly incomplete: true;
      /** What could be read: it may say less than was meant, or something else, and nothing may be decided by it. */
      readonly parts: StatementParts;
      /** From its opening bracket to where reading it ended. */
      readonly range: Range;
    };

/** What could be read of a document, whatever errors it has. */
export interface PolicyTree {
  /** The values with their places; of a text that is not JSON, a value that is missing is a null without extent. */
  readonly root: JsonNode | undefined;
  readonly version: PolicyVersion | undefined;
  readonly id: string | undefined;
  /** In the order of the text, those left out that are no objects. */
  readonly statements: readonly StatementTree[];
  /** What is wrong with the document; where the text is not JSON, the mistakes in the text alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether nothing is missing that every statement has; its parts may have errors all the same. */
export function hasAllParts(parts: StatementParts): parts is Statement {
  return parts.effect !== undefined && parts.action !== undefined;
}
