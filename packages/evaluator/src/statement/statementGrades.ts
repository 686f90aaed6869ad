import { GRADE, type Outcome } from '../principal/grade.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import { outcomeWithUnknown } from '../principal/unknownKeys.ts';
import { gatewayGrades } from '../service-rules/gatewayEndpoints.ts';
import type { CompiledStatement } from './compiledStatement.ts';
import { LAYER_BIT } from '../layers/layer.ts';

/**
 * At which grades a statement's `Principal` or `NotPrincipal` covers the caller; one that has neither is about
 * whoever it is attached to. In doubt where an unknown key decides it.
 *
 * @param statement - compiled.
 * @param facts - the caller; `undefined` where no statement of the set names a principal.
 */
export function statementGrades(statement: CompiledStatement, facts: CallerFacts | undefined): Outcome {
  if (!statement.hasPrincipal) return GRADE.direct;
  const { principal } = statement;
  if (principal === undefined || facts === undefined) return GRADE.none;
  const inGateway = facts.throughGateway && statement.layerBit === LAYER_BIT.vpcEndpoint && !statement.deny;
  if (inGateway) return gatewayGrades(principal, facts);
  const grades = principal.grades(facts);
  return facts.unknown === undefined ? grades : outcomeWithUnknown(principal, facts, grades);
}
