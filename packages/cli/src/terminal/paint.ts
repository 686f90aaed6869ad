import { styleText } from 'node:util';

/** The roles that colours play; each also has a sign or a word, so that colour never carries meaning alone. */
export type Tone = 'good' | 'bad' | 'warning' | 'dim' | 'strong';

/** Puts text into the colour of its role. */
export type Paint = (tone: Tone, text: string) => string;

const FORMATS = { good: 'green', bad: 'red', warning: 'yellow', dim: 'dim', strong: 'bold' } as const;

/**
 * Makes a painter.
 *
 * @param color - whether it paints at all.
 */
export function createPaint(color: boolean): Paint {
  if (!color) return (_, text) => text;
  // The stream was looked at already, and tests have streams of their own.
  return (tone, text) => styleText(FORMATS[tone], text, { validateStream: false });
}
