import type {
  ConditionDocument,
  OneOrMany,
  PolicyDocument,
  PrincipalDocument,
  StatementDocument,
} from '@policywright/scenario';
import {
  simplerOneOrMany,
  withoutMember,
  withoutOne,
  withSimpler,
  withSimplerMember,
} from './simplerLists.ts';

/** Documents with less in them: fewer statements first, then fewer conditions and values, then plainer elements. */
export function* simplerDocuments(document: PolicyDocument): Iterable<PolicyDocument> {
  const { Statement } = document;
  if (!isList(Statement)) {
    for (const statement of simplerStatements(Statement)) yield { ...document, Statement: statement };
    return;
  }
  for (const statement of Statement) yield { ...document, Statement: statement };
  if (Statement.length > 2)
    for (const fewer of withoutOne(Statement)) yield { ...document, Statement: fewer };
  for (const simpler of withSimpler(Statement, simplerStatements)) yield { ...document, Statement: simpler };
}

function* simplerStatements(statement: StatementDocument): Iterable<StatementDocument> {
  const { Condition, Principal, NotAction, NotResource, Action, Resource, ...others } = statement;
  const principal = Principal !== undefined && { Principal };
  const action = { ...(Action !== undefined && { Action }), ...(NotAction !== undefined && { NotAction }) };
  const resource = {
    ...(Resource !== undefined && { Resource }),
    ...(NotResource !== undefined && { NotResource }),
  };
  const condition = Condition !== undefined && { Condition };
  if (Condition !== undefined) {
    yield { ...others, ...principal, ...action, ...resource };
    for (const simpler of simplerConditions(Condition))
      yield { ...others, ...principal, ...action, ...resource, Condition: simpler };
  }
  for (const plainer of simplerElement({ positive: 'Action', negative: 'NotAction' }, action))
    yield { ...others, ...principal, ...plainer, ...resource, ...condition };
  for (const plainer of simplerElement({ positive: 'Resource', negative: 'NotResource' }, resource))
    yield { ...others, ...principal, ...action, ...plainer, ...condition };
  if (Principal !== undefined)
    for (const simpler of simplerPrincipals(Principal))
      yield { ...others, Principal: simpler, ...action, ...resource, ...condition };
}

interface ElementNames {
  readonly positive: 'Action' | 'Resource';
  readonly negative: 'NotAction' | 'NotResource';
}

/** `*` is the plainest list, then one value. */
function* simplerElement(
  { positive, negative }: ElementNames,
  element: Partial<StatementDocument>,
): Iterable<Partial<StatementDocument>> {
  const name = element[negative] === undefined ? positive : negative;
  const values = element[name];
  if (values === undefined) return;
  if (name === negative || values !== '*') yield { [positive]: '*' };
  for (const fewer of simplerOneOrMany(values)) yield { [name]: fewer };
}

function* simplerConditions(block: ConditionDocument): Iterable<ConditionDocument> {
  yield* withoutMember(block, 1);
  for (const [operator, keys] of Object.entries(block)) {
    const plainer = operator.replace(/^for(?:all|any)values?:/i, '').replace(/ifexists$/i, '');
    if (plainer !== operator && !Object.hasOwn(block, plainer)) {
      const entries = Object.entries(block).map(
        ([name, old]) => [name === operator ? plainer : name, old] as const,
      );
      yield Object.fromEntries(entries);
    }
    const simpler = [...withoutMember(keys, 1), ...withSimplerMember(keys, simplerOneOrMany)];
    for (const fewer of simpler) yield { ...block, [operator]: fewer };
  }
}

function* simplerPrincipals(principal: PrincipalDocument): Iterable<PrincipalDocument> {
  if (typeof principal === 'string') return;
  yield '*';
  yield* withoutMember(principal, 1);
  yield* withSimplerMember<OneOrMany<string>>(principal, simplerOneOrMany);
}

function isList<Value>(values: OneOrMany<Value>): values is readonly Value[] {
  return Array.isArray(values);
}
