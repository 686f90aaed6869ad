export type {
  ConditionDocument,
  OneOrMany,
  PolicyDocument,
  PrincipalDocument,
  StatementDocument,
} from '@policywright/policy';
export type {
  CoveredPart,
  CoverageReport,
  CoverageTally,
  DocumentCoverage,
  UncoveredPart,
} from './coverage/coverageReport.ts';
export { measureCoverage } from './coverage/measureCoverage.ts';
export { formatScenarioGithub } from './format/formatScenarioGithub.ts';
export { formatScenarioJson } from './format/formatScenarioJson.ts';
export { formatScenarioJunit } from './format/formatScenarioJunit.ts';
export { formatScenarioMarkdown } from './format/formatScenarioMarkdown.ts';
export { formatScenarioText } from './format/formatScenarioText.ts';
export type {
  ReadableCall,
  ReadableScenario,
  Scenario,
  ScenarioFile,
  ScenarioReading,
  UnreadableScenario,
} from './model/scenario.ts';
export { authorizerOf } from './given/authorizerOf.ts';
export type {
  DocumentGiven,
  PoliciesGiven,
  PolicyGiven,
  PolicySetGiven,
  UncompiledPolicies,
} from './given/policiesGiven.ts';
export { readPolicy } from './given/readPolicy.ts';
export { readPolicySet } from './given/readPolicySet.ts';
export type { CallFinding, CallRequest, CallRunner } from './model/callRunner.ts';
export type { CallScenario, ScenarioCall, ScenarioOutcome } from './model/callScenario.ts';
export type { KnownWorld } from './model/knownWorld.ts';
export type { ScenarioNotes } from './model/scenarioNotes.ts';
export {
  SCENARIO_DIAGNOSTIC_CODES,
  type ScenarioDiagnostic,
  type ScenarioDiagnosticCode,
} from './model/scenarioDiagnostic.ts';
export type {
  AnyPolicySetDocument,
  ContextDocument,
  DefaultPolicyDocument,
  LayerDocuments,
  PolicySetDocument,
  ResourcePolicyDocument,
  ScenarioDocument,
} from './model/scenarioDocument.ts';
export { SCENARIO_FORM } from './model/scenarioForm.ts';
export type { WrittenDocument, WrittenScenario } from './model/writtenScenario.ts';
export type { MutationKind, MutationReport, SurvivingMutant } from './mutation/mutationReport.ts';
export { testMutants, type MutationOptions } from './mutation/testMutants.ts';
export { mapPolicies, placedPolicies, type PlacedPolicy } from './policies/placedPolicies.ts';
export { actionScenario } from './read/actionScenario.ts';
export { chooseScenario, type ScenarioChoice } from './read/chooseScenario.ts';
export { describeErrors } from './read/describeErrors.ts';
export { readKmsGrants, type KmsGrantsReading } from './read/readKmsGrants.ts';
export { readKnownWorld, type KnownWorldReading, type ReadKnownWorldOptions } from './read/readKnownWorld.ts';
export { readScenarios, type ReadScenariosOptions } from './read/readScenarios.ts';
export type { FileReference, ManagedReference, PolicyReference } from './references/policyReference.ts';
export type { ReferencedFile, ReferenceProblem, ReferenceSources } from './references/referenceSources.ts';
export type { PolicyReferences, ReferencePlace, ResolvedReference } from './references/policyReferences.ts';
export { sourceOf, type PolicySource } from './references/policySource.ts';
export { policyReferences } from './references/resolveReference.ts';
export { scenarioReferences } from './references/scenarioReferences.ts';
export { deriveScenario, deriveScenarios } from './run/deriveScenario.ts';
export {
  decideScenario,
  runScenarios,
  type ScenarioDecider,
  type ScenarioReport,
  type ScenarioResult,
} from './run/runScenarios.ts';
export type { SourcePlace } from './tested/testedDocuments.ts';
export { PolicyDocumentError, policyOf, policySetOf, type AttachedRequest } from './write/policySetOf.ts';
export { printScenario, type PrintedScenario } from './write/printScenario.ts';
export { requestOf } from './write/requestOf.ts';
