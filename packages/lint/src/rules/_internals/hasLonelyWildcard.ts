const LEAST = 6;

/**
 * Whether a wildcard has neither before nor after it six characters in a row, as endpoint policies want them ("Control
 * access to VPC endpoints using endpoint policies", read 2026-11-29).
 */
export function hasLonelyWildcard(pattern: string): boolean {
  const texts = pattern.split(/[*?]/);
  return texts.slice(1).some((after, index) => (texts[index]?.length ?? 0) < LEAST && after.length < LEAST);
}
