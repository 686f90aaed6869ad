import {
  parseVariables,
  UNKNOWN,
  UNDECIDED,
  type ContextReader,
  type KeyTable,
} from '@policywright/conditions';
import type { Statement } from '@policywright/policy';
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
  /** The places of the conditions that are open, in the statement. */
  readonly conditions: readonly number[];
}

/** What a statement is read against. */
export interface PartialInput {
  readonly asked: AskedRequest;
  readonly keys: KeyTable;
}

/** A request with the reader that has its context loaded. */
export interface AskedRequest extends KnownRequest {
  readonly reader: ContextReader;
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
  const { asked } = input;
  if ((statement.layerBit & asked.inactive) !== 0) return undefined;
  const outcome = outcomeOnResource(statement, asked);
  if (outcome === GRADE.none) return undefined;
  const grades = outcome & ~IN_DOUBT;
  if (grades === outcome) return { statement, grades, open: NONE, conditions: NONE };
  const open: OpenQuestion[] = [];
  // What is in doubt for good, not for want of a key, counts as it does in a decision.
  if (!readResource(statement, { input, open })) return undefined;
  readPrincipal(statement, { input, open });
  const conditions = readConditions(statement, { input, open });
  return conditions && { statement, grades, open, conditions };
}

const NONE: readonly never[] = [];

interface Reading {
  readonly input: PartialInput;
  readonly open: OpenQuestion[];
}

/** @returns false if the statement does not apply for what is in doubt about its resources, whatever the keys are. */
function readResource(statement: CompiledStatement, { input, open }: Reading): boolean {
  if (coveredTruth(statement, input.asked) !== UNDECIDED) return true;
  const texts = statement.source.resource?.values ?? [];
  const keys = variablesIn(texts).filter((name) => isUnknown(name, input));
  if (keys.length === 0) return counts(statement, UNDECIDED);
  open.push({ text: `resource ${statement.source.resource?.negated} ${texts.join(' ')}`, keys });
  return true;
}

function readPrincipal(statement: CompiledStatement, { input, open }: Reading): void {
  const { principal } = statement;
  const { facts } = input.asked;
  if (principal === undefined || facts === undefined) return;
  if ((statementGrades(statement, facts) & IN_DOUBT) === 0) return;
  open.push({ text: `principal ${statement.ref}`, keys: unknownKeysOf(principal, facts) });
}

/** @returns the places of the open conditions; `undefined` if the statement does not apply. */
function readConditions(
  statement: CompiledStatement,
  { input, open }: Reading,
): readonly number[] | undefined {
  const { conditions } = statement;
  if (conditions === undefined) return NONE;
  const questions = questionsOf(statement);
  const undecided: number[] = [];
  for (const place of conditions.undecided(input.asked.reader) ?? [NO_PLACE]) {
    const question = questions[place];
    if (question === undefined) return undefined;
    const keys = question.keys.filter((name) => isUnknown(name, input));
    if (keys.length > 0) {
      undecided.push(place);
      open.push({ text: question.text, keys });
      // Undecided for good, not for want of a key: keeps a Deny, drops an Allow.
    } else if (!counts(statement, UNDECIDED)) return undefined;
  }
  return undecided;
}

/** Of a condition that is false, so that the statement does not apply. */
const NO_PLACE = -1;

interface Asking {
  readonly version: string;
  readonly questions: readonly OpenQuestion[];
}

/** By the statement as written, which many sides share. */
const asking = new WeakMap<Statement, Asking>();

/** What each condition of a statement asks, with all keys that can leave it open; made once. */
function questionsOf({ source, policy }: CompiledStatement): readonly OpenQuestion[] {
  const version = policy.version ?? '';
  const known = asking.get(source);
  if (known?.version === version) return known.questions;
  const questions = source.conditions.map(({ operator, key, values }) => ({
    text: `${operator.text.toLowerCase()} ${key.toLowerCase()} ${version} ${JSON.stringify(values)}`,
    keys: [key, ...variablesIn(values)],
  }));
  asking.set(source, { version, questions });
  return questions;
}

function variablesIn(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) =>
    parseVariables(text).flatMap((piece) => (piece.kind === 'variable' ? [piece.key] : [])),
  );
  return [...new Set(names)];
}

function isUnknown(key: string, { asked: { reader }, keys }: PartialInput): boolean {
  const slot = keys.find(key);
  return slot >= 0 && reader.value(slot) === UNKNOWN;
}
