import type { PolicyDocument, StatementDocument } from '@policywright/scenario';

/** The elements that a trust policy must not have (rule S27). */
const NOT_IN_TRUST: readonly string[] = ['Resource', 'NotResource', 'NotPrincipal'];

/** A resource policy without what the trust policy of a role must not have (rule S27). */
export function asTrustPolicy(document: PolicyDocument): PolicyDocument {
  const { Statement } = document;
  return { ...document, Statement: isList(Statement) ? Statement.map(asTrust) : asTrust(Statement) };
}

function asTrust(statement: StatementDocument): StatementDocument {
  const kept = Object.entries(statement).filter(([name]) => !NOT_IN_TRUST.includes(name));
  const plain = Object.fromEntries(kept) as unknown as StatementDocument;
  return statement.NotPrincipal === undefined ? plain : { ...plain, Principal: '*' };
}

function isList(statements: PolicyDocument['Statement']): statements is readonly StatementDocument[] {
  return Array.isArray(statements);
}
