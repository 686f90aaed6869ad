import { compileGlob } from '@policywright/arn';
import type { Finding } from '../model/finding.ts';
import type { Ignore, LintOptions } from '../model/options.ts';
import { isDay } from './isDay.ts';

interface Subject {
  readonly finding: Finding;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/**
 * Finds an ignore that accepts a finding: of its rule, with a reason, not expired, and whose action and resource
 * patterns match everything that the finding is about.
 */
export function findIgnore(
  { ignores = [], now }: Pick<LintOptions, 'ignores' | 'now'>,
  { finding, actions, resources }: Subject,
): Ignore | undefined {
  return ignores.find(
    (ignore) =>
      ignore.rule === finding.code &&
      ignore.reason.trim() !== '' &&
      !isExpired(ignore, now) &&
      matchesAll(ignore.action, actions, true) &&
      matchesAll(ignore.resource, resources, false),
  );
}

function isExpired({ expires }: Ignore, now: string | undefined): boolean {
  return expires !== undefined && (!isDay(expires) || (now !== undefined && expires < now));
}

function matchesAll(pattern: string | undefined, texts: readonly string[], ignoreCase: boolean): boolean {
  if (pattern === undefined) return true;
  const matcher = compileGlob(pattern, { ignoreCase });
  return texts.length > 0 && texts.every((text) => matcher.matches(text));
}
