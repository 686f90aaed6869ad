import { deniedBy, type AccessDenied } from './accessDenied.ts';
import { findDecodedMessage, readDecodedMessage } from './decodedMessage.ts';
import { readSentence, readVagueSentence } from './denialSentence.ts';
import { readLabelledDenial } from './labelledDenial.ts';
import { GAP } from './sentenceText.ts';
import { unwrapJson } from './unwrapJson.ts';

const ENCODED = new RegExp(
  String.raw`encoded${GAP}+authorization${GAP}+failure${GAP}+message:(?:${GAP}|["'\\])*([\w+/=-]+)`,
  'i',
);
const CIPHERTEXT = new RegExp(
  String.raw`ciphertext${GAP}+refers${GAP}+to${GAP}+an?(?:${GAP}+\w{1,20}){1,6}?${GAP}+that${GAP}+does${GAP}+not${GAP}+exist`,
  'i',
);
/** Phrases and error codes that tell of a refusal and of nothing else. */
const BRIEF = new RegExp(
  [
    String.raw`\baccess${GAP}+denied\b`,
    String.raw`\baccess${GAP}+to${GAP}+th(?:is|e)${GAP}+resource\b.{0,300}?\bis${GAP}+denied\b`,
    String.raw`\b(?:AccessDenied|UnauthorizedOperation|AuthorizationError)(?:Exception)?\b`,
    String.raw`\b403\b\)?(?: when calling the \w{1,128} operation)?:? Forbidden\b`,
  ].join('|'),
  'i',
);
/** The command line and Python; Go; CloudFormation. */
const OPERATION = new RegExp(
  [
    String.raw`\bwhen calling the (\w{1,128}) operation\b`,
    String.raw`\boperation error [\w ]{1,64}: (\w{1,128}),`,
    String.raw`\bAPI: ([\w-]{1,64}:\w{1,128})\b`,
  ].join('|'),
);
// oxlint-disable-next-line no-control-regex -- the sequences that colour a terminal begin with it
const COLOUR = /\u001b\[[\d;]*m/g;

/**
 * Reads an access-denied message of AWS, in any of the forms that AWS answers with.
 *
 * The message may stand within a longer text, in lines that were wrapped, inside JSON (also JSON in the
 * strings of JSON) or XML; the answer of `aws sts decode-authorization-message` is read too. Where a text
 * has several messages, the first that names an action counts.
 *
 * @param text - any text. What it takes to read it grows with its length and no faster.
 * @returns what the message says; `undefined` if there is none in the text. Never throws.
 */
export function parseAccessDenied(text: string): AccessDenied | undefined {
  // JavaScript callers may hand over anything, such as an error without a message.
  if (typeof text !== 'string') return undefined;
  const unwrapped = unwrapJson(text);
  const plain = unwrapped.text.replace(COLOUR, '');
  const denied = readDecodedMessage(unwrapped.objects) ?? findDecodedMessage(plain) ?? readText(plain);
  return denied && { ...denied, operation: operationIn(plain) };
}

function readText(text: string): AccessDenied | undefined {
  const told = readSentence(text) ?? readLabelledDenial(text) ?? readVagueSentence(text);
  const encodedMessage = ENCODED.exec(text)?.[1];
  if (encodedMessage !== undefined)
    return told?.action === undefined
      ? { ...deniedBy('encoded'), ...told, form: 'encoded', encodedMessage }
      : { ...told, encodedMessage };
  if (told !== undefined) return told;
  if (CIPHERTEXT.test(text)) return deniedBy('ciphertext');
  return BRIEF.test(text) ? deniedBy('brief') : undefined;
}

function operationIn(text: string): string | undefined {
  return OPERATION.exec(text)
    ?.slice(1)
    .find((name) => name !== undefined);
}
