export { PolicyDocumentError, policyOf, policySetOf } from './policySetOf.ts';
export { printScenario } from './printScenario.ts';
export { requestOf } from './requestOf.ts';
export type {
  ConditionDocument,
  ContextDocument,
  OneOrMany,
  PolicyDocument,
  PolicySetDocument,
  PrincipalDocument,
  ScenarioDocument,
  StatementDocument,
} from './scenarioDocument.ts';
