import type { AccessFinding, AccessPart } from '../findings/finding.ts';
import type { Difference } from './diff.ts';
import { Gains } from './gains.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import { assumptionsOf } from './verdictOf.ts';

/** A part of what policies allow. The parts do not overlap, and together they are all of it. */
export type Permission = AccessPart;

/** What policies allow, all told; `reasons` say why it may not be all. */
export interface EffectivePermissions extends Omit<Difference, 'findings'> {
  readonly permissions: readonly Permission[];
}

/**
 * What policies allow, all told: for each statement that allows, in order, what it allows beyond those before it once Denies
 * and the other layers have had their say.
 *
 * @param subject - the policies.
 * @param options - universe, readings, caller and budget, as for `diff`.
 */
export function effectivePermissions(subject: Subject, options: AnalyzerOptions = {}): EffectivePermissions {
  const { findings, ...rest } = new Gains({ more: subject, change: 'allowed' }, options).all();
  const permissions = findings.map(permissionOf);
  return { ...rest, permissions, assumptions: assumptionsOf(options, subject) };
}

function permissionOf(finding: AccessFinding): Permission {
  const { statement, actions, futureActions, resources, exceptResources, conditions, witness } = finding;
  return { statement, actions, futureActions, resources, exceptResources, conditions, witness };
}
