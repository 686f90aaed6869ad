import { SEGMENT_ANY, SEGMENT_STAR, STAR } from '../_internals/codes.ts';

/** Any number of characters other than a slash; of families only. */
export const PATH_STAR = -6;
/** Any number of characters other than a colon or a slash; of families only. */
export const PART_STAR = -7;

/** The code behind the last of each pattern. */
export const END = -5;

/** What wildcards may refuse: bits. */
export const NO_COLON = 1;
export const NO_SLASH = 2;

/**
 * @param code - a code of a pattern.
 * @returns the characters that it refuses, as a wildcard; 0 for those that refuse none, and for literals.
 */
export function refusedBy(code: number): number {
  switch (code) {
    case SEGMENT_STAR:
    case SEGMENT_ANY:
      return NO_COLON;
    case PATH_STAR:
      return NO_SLASH;
    case PART_STAR:
      return NO_COLON | NO_SLASH;
    default:
      return 0;
  }
}

/** Whether a code takes any number of characters. */
export function takesMany(code: number): boolean {
  return code === STAR || code === SEGMENT_STAR || code === PATH_STAR || code === PART_STAR;
}
