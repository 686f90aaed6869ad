/** A statement that allows an action, on everything where nothing more is said. */
export function allow(Action: string | readonly string[], more: object = {}): object {
  return { Effect: 'Allow', Action, Resource: '*', ...more };
}

/** The text of a policy document. */
export function document(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
