export { PolicyDocumentError, policyOf, policySetOf } from './policySetOf.ts';
export { printScenario } from './printScenario.ts';
export { requestOf } from './requestOf.ts';
export type {
  AnyPolicySetDocument,
  ConditionDocument,
  ContextDocument,
  DefaultPolicyDocument,
  LayerDocuments,
  OneOrMany,
  PolicyDocument,
  PolicySetDocument,
  PrincipalDocument,
  ResourcePolicyDocument,
  ScenarioDocument,
  StatementDocument,
} from './scenarioDocument.ts';
