import type { Support } from '../model/support.ts';

const SUPPORT: Readonly<Record<string, Support>> = { y: 'yes', p: 'partial', n: 'no' };

/** What a letter of the overlays' tables stands for: y yes, p partial, n no, everything else unknown. */
export function supportOf(letter: string): Support {
  return SUPPORT[letter] ?? 'unknown';
}
