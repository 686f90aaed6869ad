import { findReason, type RefusalReason } from './refusalReason.ts';
import { withoutEndMarks } from './withoutEndMarks.ts';

/** What follows the action in an access-denied message. */
export interface RestOfSentence {
  readonly resource: string | undefined;
  readonly reason: RefusalReason['told'] | undefined;
}

// Without a colon, only an ARN or a quoted name: AWS KMS speaks of "the resource associated with this ciphertext".
const ON =
  /^["'`.,)\]]* *on (?:the )?(?:resource(?:\(s\))? *: *|(?:resource )? *(?=["'`]|(?:(?:user|group|role|policy) )?(?:arn:|\*)))/i;
const QUOTES = '"\'`“';
/** IAM names some of its resources by type and name instead of by ARN. */
const KIND = /^(?:user|group|role|policy|instance profile|server certificate|SAML provider|MFA device) /i;

/**
 * Reads what follows the action: "on resource: …", and the reason.
 *
 * @param text - in one line; begins behind the action.
 */
export function readRestOfSentence(text: string): RestOfSentence {
  const on = ON.exec(text);
  // The mark that closes a quoted action ends no string if the reason follows at once.
  if (on === null)
    return { resource: undefined, reason: reasonIn(text.replace(/^["'`] (?=with |because )/, ''))?.told };
  const rest = text.slice(on[0].length);
  const quoted = QUOTES.includes(rest[0] ?? ' ') ? closingMark(rest) : -1;
  if (quoted > 0) {
    const reason = reasonIn(rest.slice(quoted + 1));
    return { resource: rest.slice(1, quoted) || undefined, reason: reason?.told };
  }
  const reason = reasonIn(rest);
  // With a reason behind it, the resource is all that stands before, since its name may hold spaces.
  const resource = reason === undefined ? firstName(rest) : rest.slice(0, reason.start).trim();
  return { resource: withoutKind(resource) || undefined, reason: reason?.told };
}

/** Where the resource that begins with a quotation mark ends; its name may hold such marks too. */
function closingMark(text: string): number {
  const mark = text[0] === '“' ? '”' : (text[0] ?? '');
  const before = [' with an explicit deny', ' because no ']
    .map((reason) => text.indexOf(mark + reason, 1))
    .filter((place) => place > 0);
  return before.length > 0 ? Math.min(...before) : text.indexOf(mark, 1);
}

/** The reason, unless a quotation mark ends the string that the message stands in before. */
function reasonIn(text: string): RefusalReason | undefined {
  const reason = findReason(text);
  const mark = text.indexOf('"');
  return reason === undefined || (mark >= 0 && mark < reason.start) ? undefined : reason;
}

function firstName(text: string): string {
  const kind = KIND.exec(text)?.[0] ?? '';
  const word = /^[^ "]*/.exec(text.slice(kind.length))?.[0] ?? '';
  return kind + withoutEndMarks(word);
}

/** "policy arn:…" says no more than the ARN does. */
function withoutKind(resource: string): string {
  const kind = KIND.exec(resource)?.[0] ?? '';
  return resource.startsWith('arn:', kind.length) ? resource.slice(kind.length) : resource;
}
