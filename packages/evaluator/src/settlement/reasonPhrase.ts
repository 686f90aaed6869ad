import type { Phrase } from '../phrase/phrase.ts';

/** Stands in a reason of the settlement table for what was asked. */
const ASKED = '{request}';

/**
 * A reason of the settlement table in words.
 *
 * @param reason - of the table.
 * @param asked - what was asked, such as "`s3:GetObject` on `*`".
 */
export function reasonPhrase(reason: string, asked: Phrase = ['the request']): Phrase {
  return reason.split(ASKED).flatMap((part, index) => [...(index === 0 ? [] : asked), part]);
}
