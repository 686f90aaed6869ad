import type { ScenarioDocument } from '@policywright/testing';

const asked: ScenarioDocument[] = [];

/** Most that are kept: the two whose decisions are compared. */
const KEPT = 2;

/** Notes a scenario that a property asks about, so that its failure can be replayed. */
export function noteAsked(scenario: ScenarioDocument): void {
  asked.push(scenario);
  if (asked.length > KEPT) asked.shift();
}

/** The scenarios that were asked about last; forgets them. */
export function takeAsked(): readonly ScenarioDocument[] {
  return asked.splice(0);
}
