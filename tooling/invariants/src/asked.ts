import type { GeneratedScenario } from '@policywright/testing';

const asked: GeneratedScenario[] = [];

/** Most that are kept: the two whose decisions are compared. */
const KEPT = 2;

/** Notes a scenario that a property asks about, so that its failure can be replayed. */
export function noteAsked(scenario: GeneratedScenario): void {
  asked.push(scenario);
  if (asked.length > KEPT) asked.shift();
}

/** The scenarios that were asked about last; forgets them. */
export function takeAsked(): readonly GeneratedScenario[] {
  return asked.splice(0);
}
