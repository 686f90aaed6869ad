export { formatJson, formatJunit, formatText } from './formatReport.ts';
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
