import { ContextReader, type ConditionOptions } from '@policywright/conditions';
import {
  asciiLowerCase,
  counts,
  GRADE,
  resourceTruth,
  statementGrades,
  statementCoversAction,
  type CallerFacts,
  type CompiledStatement,
} from '@policywright/evaluator/engine';
import type { Request } from '@policywright/evaluator';
import type { Box } from './box.ts';
import type { RequirementPool } from './requirementPool.ts';
import { SINGLE_LAYER, type Side } from './side.ts';

/** With what statements are read. */
export interface PatternOptions {
  /** Readings of open questions about conditions. */
  readonly conditions: ConditionOptions | undefined;
  /** Reads what they ask. */
  readonly pool: RequirementPool;
  /** Who asks, where they name principals. */
  readonly facts: CallerFacts | undefined;
}

/**
 * A side that allows what statements are about, whatever their effect: with it a question is held to some requests.
 *
 * @param statements - compiled over the pool's table.
 * @param options - with what they are read.
 */
export function patternSide(
  statements: readonly CompiledStatement[],
  { conditions: options, pool, facts }: PatternOptions,
): Side {
  const boxes: Omit<Box, 'sides'>[] = [];
  const about = statements.filter((statement) => statementGrades(statement, facts) !== GRADE.none);
  for (const statement of about) {
    const requirements = pool.askedBy(statement, options);
    if (requirements === 'never') continue;
    boxes.push({ deny: false, layer: 0, grades: GRADE.none, requirements, statement });
  }
  const reader = new ContextReader(pool.keys);
  const allows = (request: Request): boolean => {
    reader.load(request.context);
    return about.some((statement) => isAbout(statement, request, reader));
  };
  return {
    kind: 'pattern',
    needsAllow: true,
    boxes,
    gaps: [],
    weighingOf: () => '',
    circumstances: () => [],
    weigherOf: () => SINGLE_LAYER,
    settle: (request) =>
      allows(request)
        ? { decision: 'Allow', code: 'identity-allow', decisive: undefined }
        : { decision: 'ImplicitDeny', code: 'identity-silent', decisive: undefined },
    allows,
  };
}

/** Whether a statement covers the action and the resource of a request and its conditions are met. */
function isAbout(
  statement: CompiledStatement,
  { action, resource }: Request,
  reader: ContextReader,
): boolean {
  if (!statementCoversAction(statement, asciiLowerCase(action))) return false;
  const truths = [resourceTruth(statement, resource, reader), statement.conditions?.evaluate(reader) ?? 1];
  return truths.every((truth) => counts(statement, truth));
}
