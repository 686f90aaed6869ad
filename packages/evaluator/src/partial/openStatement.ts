import {
  parseVariables,
  UNKNOWN,
  type ConditionOutcome,
  type ContextReader,
  type KeyTable,
  type Truth,
} from '@policywright/conditions';
import type { Question } from '../decision/question.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import { resourceTruth, type CompiledStatement } from '../statement/compiledStatement.ts';
import { resourcesFor } from '../statement/resourcesFor.ts';
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
  readonly question: Question;
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
  const { question, reader } = input;
  if ((statement.layerBit & question.inactive) !== 0) return undefined;
  const open: OpenQuestion[] = [];
  const covered = anyTruth(
    resourcesFor(statement, question).map((resource) => resourceTruth(statement, resource, reader)),
  );
  if (covered === 0) return undefined;
  if (covered === 2) {
    const texts = statement.source.resource?.values ?? [];
    const keys = unknownVariables(texts, input);
    if (keys.length > 0)
      open.push({ text: `resource ${statement.source.resource?.negated} ${texts.join(' ')}`, keys });
    else if (!statement.appliesUndecided) return undefined;
  }
  const grades = readPrincipal(statement, { input, open });
  if (grades === GRADE.none) return undefined;
  const conditions = readConditions(statement, { input, open });
  return conditions && { statement, grades, open, conditions };
}

/** True if one is, else undecided if one is. */
function anyTruth(truths: readonly Truth[]): Truth {
  if (truths.includes(1)) return 1;
  return truths.includes(2) ? 2 : 0;
}

interface Reading {
  readonly input: PartialInput;
  readonly open: OpenQuestion[];
}

function readPrincipal(statement: CompiledStatement, { input, open }: Reading): Grades {
  const { principal } = statement;
  const { facts } = input.question;
  if (principal === undefined) return GRADE.direct;
  if (facts === undefined) return GRADE.none;
  const keys: string[] = [];
  const isSession = facts.caller.kind === 'roleSession';
  if (isSession && principal.namesRoles && isUnknown('aws:PrincipalArn', input))
    keys.push('aws:PrincipalArn');
  if (principal.namesUniqueIds && isUnknown('aws:userid', input)) keys.push('aws:userid');
  const grades = statementGrades(statement, facts);
  const certain = (grades & GRADE.direct) !== 0 && statement.source.principal?.negated === false;
  if (keys.length === 0 || certain) return grades;
  // With these keys the element may cover the caller or not, and if so as its role too, or a user by its id.
  open.push({ text: `principal ${statement.ref}`, keys });
  return grades | (facts.caller.kind === 'user' ? GRADE.direct : GRADE.role);
}

function readConditions(
  statement: CompiledStatement,
  { input, open }: Reading,
): ConditionOutcome[] | undefined {
  const undecided: ConditionOutcome[] = [];
  for (const outcome of statement.conditions?.explain(input.reader) ?? []) {
    if (outcome.result === 0) return undefined;
    if (outcome.result === 1) continue;
    const keys = unknownVariables(outcome.policyValues, input);
    if (isUnknown(outcome.key, input)) keys.unshift(outcome.key);
    if (keys.length === 0) {
      // Undecided for good, not for want of a key: keeps a Deny, drops an Allow.
      if (!statement.appliesUndecided) return undefined;
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
