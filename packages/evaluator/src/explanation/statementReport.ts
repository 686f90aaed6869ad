import { truthWord, type ContextReader } from '@policywright/conditions';
import type { KnownRequest } from '../decision/knownRequest.ts';
import { GRADE, IN_DOUBT } from '../principal/grade.ts';
import {
  resourceTruth,
  entryForAction,
  statementCoversAction,
  type CompiledStatement,
} from '../statement/compiledStatement.ts';
import { resourcesFor } from '../statement/resourcesFor.ts';
import { statementGrades } from '../statement/statementGrades.ts';
import { countedGrades, coveredTruth, statementOutcome } from '../statement/statementOutcome.ts';
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

/** Whether a statement counts for a request: all of its elements apply, and it stands where it has an effect. */
export function appliesTo(statement: CompiledStatement, { known, reader }: ReportInput): boolean {
  const outcome = statementOutcome(statement, known.entry.action, { ...known, reader });
  return countedGrades(statement, outcome) !== GRADE.none;
}

/**
 * Reports how every element of a statement fares against a request.
 *
 * @param statement - compiled.
 * @param input - the request.
 */
export function reportStatement(statement: CompiledStatement, input: ReportInput): StatementReport {
  return {
    ...statementRef(statement),
    effect: statement.source.effect,
    misplaced: !statement.fits,
    applies: appliesTo(statement, input),
    action: reportAction(statement, input),
    resource: reportResource(statement, input),
    principal: reportPrincipal(statement, input),
    conditions: statement.conditions?.explain(input.reader) ?? [],
  };
}

function reportAction(statement: CompiledStatement, { known }: ReportInput): ElementReport {
  const { action } = known.entry;
  const { negated, values } = statement.source.action;
  const element = negated ? 'NotAction' : 'Action';
  return {
    element,
    result: statementCoversAction(statement, action) ? 'true' : 'false',
    values,
    requested: known.request.action,
    value: values[entryForAction(statement, action)],
    unresolvedVariable: false,
    pointer: pointerOf(statement, element),
  };
}

function reportResource(
  statement: CompiledStatement,
  { known, reader }: ReportInput,
): ElementReport | undefined {
  const { resources, source } = statement;
  if (resources === undefined || source.resource === undefined) return undefined;
  const { negated, values } = source.resource;
  const asked = resourcesFor(statement, known);
  const result = coveredTruth(statement, { ...known, reader });
  const covered = asked.find((text) => resourceTruth(statement, text, reader) === result);
  const requested = covered ?? asked[0] ?? '';
  const outcomes = resources.map((pattern) => pattern.match(requested, reader));
  const element = negated ? 'NotResource' : 'Resource';
  return {
    element,
    result: truthWord(result),
    values,
    requested,
    value: values[outcomes.indexOf('match')],
    unresolvedVariable: outcomes.includes('unresolved'),
    pointer: pointerOf(statement, element),
  };
}

function reportPrincipal(statement: CompiledStatement, { known }: ReportInput): ElementReport | undefined {
  const { principal, source } = statement;
  if (principal === undefined || source.principal === undefined) return undefined;
  const { negated, entries } = source.principal;
  const { principal: caller } = known.request;
  const outcome = statementGrades(statement, known.facts);
  const element = negated ? 'NotPrincipal' : 'Principal';
  return {
    element,
    result: outcome === GRADE.none ? 'false' : (outcome & IN_DOUBT) === 0 ? 'true' : 'undecided',
    values: entries.map(({ kind, value }) => `${kind}: ${value}`),
    requested: typeof caller === 'string' ? caller : (Object.values(caller)[0] ?? ''),
    value: undefined,
    unresolvedVariable: false,
    pointer: pointerOf(statement, element),
  };
}

function pointerOf({ source }: CompiledStatement, element: ElementReport['element']): string {
  return `${source.pointer}/${element}`;
}
