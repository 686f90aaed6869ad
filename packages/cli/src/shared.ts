// What the playground has in common with the command. Not published: it is no interface for anybody else.
export { callRunner } from './commands/_internals/callRunner.ts';
export { isScenarioTree } from './commands/_internals/isScenarioTree.ts';
export { readTrees } from './commands/_internals/readTree.ts';
export { uncommented } from './commands/_internals/uncommented.ts';
export { REASON_WORDS } from './commands/can/callText.ts';
export { suggestPolicy, type PolicyToAdd, type Suggestion } from './commands/can/suggestPolicy.ts';
export { adviceOn } from './commands/explain/adviceOnMessage.ts';
export { scenarioSkeleton } from './commands/explain/scenarioSkeleton.ts';
export { templateReader } from './commands/lint/templateReader.ts';
export { guardRailsIn, type NamedGuardRail } from './commands/proof/guardRailsIn.ts';
export { reasonWords } from './commands/proof/obstacles.ts';
export { actionsText, requestText } from './commands/proof/report/rowText.ts';
export { CommandError } from './commandError.ts';
