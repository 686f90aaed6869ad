export type {
  CoveredPart,
  CoverageReport,
  CoverageTally,
  DocumentCoverage,
  SourcePlace,
  UncoveredPart,
} from './coverage/coverageReport.ts';
export { measureCoverage } from './coverage/measureCoverage.ts';
export { formatGithub } from './format/formatGithub.ts';
export { formatJson } from './format/formatJson.ts';
export { formatJunit } from './format/formatJunit.ts';
export { formatMarkdown } from './format/formatMarkdown.ts';
export { formatText } from './format/formatText.ts';
export type { MutationKind, MutationReport, SurvivingMutant } from './mutation/mutationReport.ts';
export { testMutants, type MutationOptions } from './mutation/testMutants.ts';
export { readScenarios, type ReadScenariosOptions } from './readScenarios.ts';
export {
  decideScenario,
  runScenarios,
  type ScenarioDecider,
  type ScenarioReport,
  type ScenarioResult,
} from './runScenarios.ts';
export type {
  ReadableScenario,
  Scenario,
  ScenarioFile,
  ScenarioReading,
  UnreadableScenario,
} from './scenario.ts';
export {
  SCENARIO_DIAGNOSTIC_CODES,
  type ScenarioDiagnostic,
  type ScenarioDiagnosticCode,
} from './scenarioDiagnostic.ts';
