import {
  parseVariables,
  UNKNOWN,
  UNDECIDED,
  type ConditionOutcome,
  type ContextReader,
  type KeyTable,
} from '@policywright/conditions';
import type { KnownRequest } from '../decision/knownRequest.ts';
import { GRADE, IN_DOUBT, type Grades } from '../principal/grade.ts';
import { unknownKeysOf } from '../principal/unknownKeys.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';
import { counts, coveredTruth, outcomeOnResource } from '../statement/statementOutcome.ts';
import { statementGrades } from '../statement/statementGrades.ts';

/** One thing about a statement that an unknown key decides. Equal texts are the same question. */
export interface OpenQuestion {
  readonly text: string;
  readonly keys: readonly string[];
}

/** A statement that applies, or that applies once its open questions are all answered with yes. */
export interface OpenStatement {
  readonly statement: CompiledStatement;
  readonly grades: Grades;
  readonly open: readonly OpenQuestion[];
  readonly conditions: readonly ConditionOutcome[];
}

/** What a statement is read against. */
export interface PartialInput {
  readonly known: KnownRequest;
  readonly reader: ContextReader;
  readonly keys: KeyTable;
}

/**
 * Reads a statement whose action covers the request.
 *
 * @param statement - compiled.
 * @param input - the request, with the unknown keys marked in the reader.
 * @returns `undefined` if the statement does not apply, whatever the unknown keys are.
 */
export function readOpenStatement(
  statement: CompiledStatement,
  input: PartialInput,
): OpenStatement | undefined {
  const { known, reader } = input;
  if ((statement.layerBit & known.inactive) !== 0) return undefined;
  const outcome = outcomeOnResource(statement, { ...known, reader });
  if (outcome === GRADE.none) return undefined;
  const read = { statement, grades: outcome & ~IN_DOUBT };
  if (read.grades === outcome) return { ...read, open: [], conditions: [] };
  const open: OpenQuestion[] = [];
  // What is in doubt for good, not for want of a key, counts as it does in a decision.
  if (!readResource(statement, { input, open })) return undefined;
  readPrincipal(statement, { input, open });
  const conditions = readConditions(statement, { input, open });
  return conditions && { ...read, open, conditions };
}

interface Reading {
  readonly input: PartialInput;
  readonly open: OpenQuestion[];
}

/** @returns false if the statement does not apply for what is in doubt about its resources, whatever the keys are. */
function readResource(statement: CompiledStatement, { input, open }: Reading): boolean {
  const { known, reader } = input;
  if (coveredTruth(statement, { ...known, reader }) !== UNDECIDED) return true;
  const texts = statement.source.resource?.values ?? [];
  const keys = unknownVariables(texts, input);
  if (keys.length === 0) return counts(statement, UNDECIDED);
  open.push({ text: `resource ${statement.source.resource?.negated} ${texts.join(' ')}`, keys });
  return true;
}

function readPrincipal(statement: CompiledStatement, { input, open }: Reading): void {
  const { principal } = statement;
  const { facts } = input.known;
  if (principal === undefined || facts === undefined) return;
  if ((statementGrades(statement, facts) & IN_DOUBT) === 0) return;
  open.push({ text: `principal ${statement.ref}`, keys: unknownKeysOf(principal, facts) });
}

function readConditions(
  statement: CompiledStatement,
  { input, open }: Reading,
): ConditionOutcome[] | undefined {
  const undecided: ConditionOutcome[] = [];
  for (const outcome of statement.conditions?.explain(input.reader) ?? []) {
    if (outcome.result === 'false') return undefined;
    if (outcome.result === 'true') continue;
    const keys = unknownVariables(outcome.policyValues, input);
    if (isUnknown(outcome.key, input)) keys.unshift(outcome.key);
    if (keys.length === 0) {
      // Undecided for good, not for want of a key: keeps a Deny, drops an Allow.
      if (!counts(statement, UNDECIDED)) return undefined;
      continue;
    }
    const { operator, key, policyValues } = outcome;
    const version = statement.policy.version ?? '';
    const text = `${operator.toLowerCase()} ${key.toLowerCase()} ${version} ${JSON.stringify(policyValues)}`;
    undecided.push(outcome);
    open.push({ text, keys });
  }
  return undecided;
}

function unknownVariables(texts: readonly string[], input: PartialInput): string[] {
  const names = texts.flatMap((text) =>
    parseVariables(text).flatMap((piece) => (piece.kind === 'variable' ? [piece.key] : [])),
  );
  return [...new Set(names)].filter((name) => isUnknown(name, input));
}

function isUnknown(key: string, { reader, keys }: PartialInput): boolean {
  const slot = keys.find(key);
  return slot >= 0 && reader.value(slot) === UNKNOWN;
}
