import { ASSUMPTIONS, diff, type AccessFinding } from '@policywright/analyzer';
import { conditionClause, type Phrase } from '@policywright/evaluator/wording';
import { reasonWords } from 'policywright/shared';
import { actionGroups } from './actionGroups.ts';
import type { Change, CompareInput, Comparison } from './proofApi.ts';
import { shownOf } from './shown.ts';
import { optionsOf, versionsOf } from './subject.ts';

/** What the newer documents allow more and less than the older ones; nothing while one of them cannot be read. */
export function compare(input: CompareInput): Comparison | undefined {
  const versions = versionsOf(input.before, input);
  if (versions === undefined) return undefined;
  const { findings, reasons, assumptions } = diff(...versions, optionsOf(input));
  return {
    changes: findings.map((finding) => changeOf(finding, input)),
    reasons: reasonWords(reasons),
    assumptions: assumptions.map((code) => ASSUMPTIONS[code]),
  };
}

function changeOf(finding: AccessFinding, input: CompareInput): Change {
  const { change, statement, actions, futureActions, resources, exceptResources, conditions } = finding;
  return {
    change,
    statement: statement && { ref: statement.ref, sid: statement.sid },
    groups: actionGroups(actions),
    futureActions,
    resources,
    exceptResources,
    conditions: conditions.map((condition) => conditionClause(condition)),
    reason: reasonOf(finding),
    shown: shownOf(finding.witness, input),
  };
}

function reasonOf({ change, because }: AccessFinding): Phrase {
  const version = change === 'allowed' ? 'the older version' : 'this version';
  if (typeof because === 'string') return [`no statement of ${version} allows it`];
  const { sid, ref } = because;
  const name = sid ?? ref.slice(1);
  return [`a Deny of ${version} stops it: `, { code: name }];
}
