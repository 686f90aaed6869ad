import type { PolicyDocument, StatementDocument } from '../../documents/scenarioDocument.ts';

/** A resource policy without what the trust policy of a role must not have (rule S27). */
export function asTrustPolicy(document: PolicyDocument): PolicyDocument {
  const { Statement } = document;
  return { ...document, Statement: isList(Statement) ? Statement.map(asTrust) : asTrust(Statement) };
}

function asTrust({
  Resource: _,
  NotResource: __,
  NotPrincipal,
  ...others
}: StatementDocument): StatementDocument {
  return NotPrincipal === undefined ? others : { ...others, Principal: '*' };
}

function isList(statements: PolicyDocument['Statement']): statements is readonly StatementDocument[] {
  return Array.isArray(statements);
}
