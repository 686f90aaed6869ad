import type { PolicySet, Request } from '@policywright/evaluator';
import type { Caller } from './caller.ts';
import type { InterpretOptions, PlacedStatement } from './placedStatement.ts';
import type { Grade } from './principalElement.ts';

/** All that a rule may look at beside the statement. */
export interface Question {
  readonly policies: PolicySet;
  readonly request: Request;
  readonly caller: Caller;
  readonly options: InterpretOptions;
  /** Where the pointers of the resource's policies begin. */
  readonly resourcePointer: '/resource' | `/underlying/${number}`;
}

/** A statement that applies to the request, and how directly it names the caller. */
export interface MatchedStatement extends PlacedStatement {
  readonly grades: readonly Grade[];
}
