import { deniedBy, type AccessDenied } from './accessDenied.ts';
import { principalBefore } from './principalOfMessage.ts';
import { readRestOfSentence } from './resourceOfMessage.ts';
import { GAP, restOfMessage, startOfMessage } from './sentenceText.ts';

const REFUSAL = new RegExp(String.raw`\bnot${GAP}+authorized${GAP}+to${GAP}+(?:(perform)|access)`, 'gi');
const ACTION = new RegExp(
  String.raw`(?:${GAP}|[:"'\`\\[({])*([A-Za-z][\w-]{0,63}:[A-Za-z]\w{0,127})(?!\w|:)`,
  'y',
);
/** What stands in the place of the action where the message does not tell it. */
const SOMETHING = new RegExp(
  String.raw`${GAP}+(?:to${GAP}+)?(?:this|the(?:${GAP}+requested)?)${GAP}+(?:operation|action|resource)`,
  'iy',
);

/**
 * Reads the first message of the form "… is not authorized to perform: ACTION on resource: …".
 *
 * Source: "Troubleshoot access denied error messages", IAM User Guide.
 *
 * @param text - any; the time that this takes grows with its length and no faster.
 */
export function readSentence(text: string): AccessDenied | undefined {
  for (const match of text.matchAll(REFUSAL)) {
    const end = match.index + match[0].length;
    ACTION.lastIndex = end;
    const action = ACTION.exec(text)?.[1];
    if (action === undefined || match[1] === undefined) continue;
    return { ...deniedBy('sentence'), action, ...namedAround(text, match.index, ACTION.lastIndex) };
  }
  return undefined;
}

/**
 * Reads the first message of the form "… is not authorized to perform this operation", "… to access this
 * resource": it names no action.
 *
 * @param text - any, as for `readSentence`.
 */
export function readVagueSentence(text: string): AccessDenied | undefined {
  for (const match of text.matchAll(REFUSAL)) {
    SOMETHING.lastIndex = match.index + match[0].length;
    if (!SOMETHING.test(text)) continue;
    return { ...deniedBy('brief'), ...namedAround(text, match.index, SOMETHING.lastIndex) };
  }
  return undefined;
}

/** What stands before and behind the fixed words of a message and its action. */
function namedAround(text: string, start: number, end: number): Partial<AccessDenied> {
  const { resource, reason } = readRestOfSentence(restOfMessage(text, end));
  return {
    principal: principalBefore(startOfMessage(text, start)),
    resource: resource ?? '*',
    namesResource: resource !== undefined,
    ...reason,
  };
}
