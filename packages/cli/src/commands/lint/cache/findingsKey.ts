import { createHash } from 'node:crypto';
import type { DocumentOptions, FormedText } from '../documentFindings.ts';

/**
 * A name for all that the findings of a text depend on, but for the version of the command.
 *
 * @param source - the text.
 * @param options - what to check. All of them count, also those that this function has never heard of.
 * @returns 43 characters; others for every other text and every other check.
 */
export function findingsKey({ text, form }: FormedText, { now, ...options }: DocumentOptions): string {
  // The day matters to ignores that expire, and to nothing else.
  const day = options.ignores?.some(({ expires }) => expires !== undefined) === true ? now : undefined;
  const how = JSON.stringify([form, day ?? '', options]);
  return createHash('sha256').update(`${how}\n`).update(text).digest('base64url');
}
