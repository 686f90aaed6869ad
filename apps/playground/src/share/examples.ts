import { readScenarios, type ScenarioReading } from '@policywright/scenario';
import { pageOf, type PageContents } from './scenarioFile.ts';

/** One example to start from. */
export interface Example {
  /** Part of the address: `#example=pass-role-admin`. */
  readonly name: string;
  readonly title: string;
  /** Makes fresh contents each time. */
  open(): PageContents;
}

/** Scenarios of the repository's `examples` folder, which `policywright test` runs, too. */
const SHOWN: readonly string[] = [
  'deploy-similar-cluster',
  'tags-own-task',
  'tags-untagged-session',
  'pass-role-admin',
  'trust-confused-deputy',
  'run-task-elsewhere',
  'ecs-region-outside',
  'scp-level-silent',
  'boundary-beyond',
  'session-other-service',
  'bucket-only-bucket',
  'endpoint-stops-copying',
];

const FILES = import.meta.glob<string>('../../../../examples/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const SCENARIOS: ReadonlyMap<string, ScenarioReading> = new Map(
  Object.values(FILES)
    .flatMap((text) => readScenarios(text).scenarios)
    .map((scenario) => [scenario.id, scenario]),
);

/** The examples in the order of the list. */
export const EXAMPLES: readonly Example[] = SHOWN.flatMap((name) => {
  const scenario = SCENARIOS.get(name);
  if (scenario === undefined) return [];
  const open = (): PageContents => {
    const contents = pageOf(scenario);
    if (typeof contents === 'string') throw new Error(`example ${name}: ${contents}`);
    return contents;
  };
  return [{ name, title: scenario.written?.title ?? name, open }];
});

/** Finds an example by its name. */
export function exampleNamed(name: string): Example | undefined {
  return EXAMPLES.find((example) => example.name === name);
}
