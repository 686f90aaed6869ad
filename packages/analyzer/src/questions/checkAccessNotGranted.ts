import type { AccessPattern } from './accessPattern.ts';
import { canEver } from './canEver.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';

/**
 * Whether none of some actions is allowed on any of some resources.
 *
 * @param subject - the policies.
 * @param access - the actions, the resources, or both: then some of the actions on some of the resources.
 * @param options - universe, readings, caller and budget.
 * @returns `proved`, or a request that is allowed.
 */
export function checkAccessNotGranted(
  subject: Subject,
  access: Pick<AccessPattern, 'actions' | 'resources'>,
  options: AnalyzerOptions = {},
): Verdict {
  const { assumptions, steps, ...ever } = canEver(subject, access, options);
  switch (ever.answer) {
    case 'yes':
      return { verdict: 'refuted', witness: ever.witness, assumptions, steps };
    case 'never':
      return { verdict: 'proved', assumptions, steps };
    case 'unknown':
      return { verdict: 'unknown', reasons: ever.reasons, assumptions, steps };
  }
}
