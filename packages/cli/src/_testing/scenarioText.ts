/** A scenario as its file has it, for tests to change. */
export type ScenarioSource = Readonly<Record<string, unknown>>;

/** Alice may run tasks. */
export const ALLOWED: ScenarioSource = {
  id: 'runs-task',
  title: 'Alice runs a task',
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ecs:RunTask',
  resource: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:1',
  context: {},
  policies: {
    identity: [
      {
        Version: '2012-10-17',
        Statement: [{ Sid: 'Run', Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' }],
      },
    ],
  },
  expected: 'Allow',
};

/** Alice may not stop them. */
export const DENIED: ScenarioSource = {
  ...ALLOWED,
  id: 'stops-task',
  title: 'Alice stops a task',
  action: 'ecs:StopTask',
  resource: 'arn:aws:ecs:eu-central-1:111122223333:task/web/1',
  expected: 'ImplicitDeny',
};

/** The condition asks for a key that the context gives twice (rule S74). */
export const UNDECIDED: ScenarioSource = {
  ...ALLOWED,
  id: 'ambiguous',
  context: { 'aws:ResourceTag/team': 'blue', 'aws:ResourceTag/Team': 'green' },
  policies: {
    identity: [
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'ecs:RunTask',
            Resource: '*',
            Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
          },
        ],
      },
    ],
  },
};

/** Writes scenarios as a file. */
export function fileOf(...scenarios: readonly ScenarioSource[]): string {
  return JSON.stringify(scenarios.length === 1 ? scenarios[0] : scenarios, undefined, 2);
}
