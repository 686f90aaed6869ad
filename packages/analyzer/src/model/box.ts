import type { CompiledStatement, Grades } from '@policywright/evaluator/engine';
import type { Requirement } from './requirement.ts';

/** A statement as a box: it applies where all its requirements, each about another part of the request, are met. */
export interface Box {
  readonly deny: boolean;
  /** The number of its layer among those of its side. */
  readonly layer: number;
  /** What it is worth in a policy of the resource (rule S150). */
  readonly grades: Grades;
  /** In the order of the parts. */
  readonly requirements: readonly Requirement[];
  /** Bits of the sides that have it. */
  readonly sides: number;
  readonly statement: CompiledStatement;
}
