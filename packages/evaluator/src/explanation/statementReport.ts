import type { ContextReader } from '@policywright/conditions';
import type { KnownRequest } from '../decision/knownRequest.ts';
import { GRADE } from '../principal/grade.ts';
import { coversAction } from '../statement/actionPattern.ts';
import {
  resourceTruth,
  statementCoversAction,
  type CompiledStatement,
} from '../statement/compiledStatement.ts';
import { resourcesFor } from '../statement/resourcesFor.ts';
import { statementGrades } from '../statement/statementGrades.ts';
import { countedGrades, counts, statementOutcome } from '../statement/statementOutcome.ts';
import type { ElementReport, StatementRef, StatementReport } from './explanation.ts';

/** What a statement is held against. */
export interface ReportInput {
  readonly known: KnownRequest;
  readonly reader: ContextReader;
}

/** Names a statement's place. */
export function statementRef({ ref, layer, source, policy }: CompiledStatement): StatementRef {
  return { ref, layer: layer.kind, level: layer.level, sid: source.sid, policyName: policy.name };
}

/**
 * Reports how every element of a statement fares against a request.
 *
 * @param statement - compiled.
 * @param input - the request.
 */
export function reportStatement(statement: CompiledStatement, input: ReportInput): StatementReport {
  const { known, reader } = input;
  const outcome = statementOutcome(statement, known.entry.action, { ...known, reader });
  return {
    ...statementRef(statement),
    effect: statement.source.effect,
    misplaced: !statement.fits,
    applies: countedGrades(statement, outcome) !== GRADE.none,
    action: reportAction(statement, input),
    resource: reportResource(statement, input),
    principal: reportPrincipal(statement, input),
    conditions: statement.conditions?.explain(reader) ?? [],
  };
}

function reportAction(statement: CompiledStatement, { known }: ReportInput): ElementReport {
  const { action } = known.entry;
  const { negated, values } = statement.source.action;
  const at = statement.actions.findIndex((pattern) => coversAction(pattern, action, 'match'));
  return {
    element: negated ? 'NotAction' : 'Action',
    matches: statementCoversAction(statement, action),
    value: values[at],
    unresolvedVariable: false,
  };
}

function reportResource(
  statement: CompiledStatement,
  { known, reader }: ReportInput,
): ElementReport | undefined {
  const { resources, source } = statement;
  if (resources === undefined || source.resource === undefined) return undefined;
  const asked = resourcesFor(statement, known);
  const covered = asked.find((text) => counts(statement, resourceTruth(statement, text, reader)));
  const resource = covered ?? asked[0] ?? '';
  const outcomes = resources.map((pattern) => pattern.match(resource, reader));
  return {
    element: source.resource.negated ? 'NotResource' : 'Resource',
    matches: covered !== undefined,
    value: source.resource.values[outcomes.indexOf('match')],
    unresolvedVariable: outcomes.includes('unresolved'),
  };
}

function reportPrincipal(statement: CompiledStatement, { known }: ReportInput): ElementReport | undefined {
  const { principal, source } = statement;
  if (principal === undefined || source.principal === undefined) return undefined;
  return {
    element: source.principal.negated ? 'NotPrincipal' : 'Principal',
    matches: statementGrades(statement, known.facts) !== GRADE.none,
    value: undefined,
    unresolvedVariable: false,
  };
}
