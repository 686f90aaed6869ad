import { quote } from '../../text/quote.ts';
import { memberOf } from '../../json/_internals/elementReading.ts';
import type { ReadContext } from './readContext.ts';
import type { StatementPlace } from './statementPlace.ts';

const SID = /^[A-Za-z0-9]*$/;

/** Checks characters and uniqueness of Sids in a policy that IAM stores (rules S11, S12). */
export function checkSids(context: ReadContext, statements: readonly StatementPlace[]): void {
  // Without a type: a document that names no principal can only be one of IAM's.
  const isStoredByIam =
    context.type === undefined ? !statements.some(namesPrincipal) : context.grammar.storedByIam;
  if (!isStoredByIam) return;
  const seen = new Set<string>();
  for (const { node, pointer } of statements) {
    const sid = memberOf(node, 'Sid');
    if (sid?.kind !== 'string') continue;
    const at = { at: sid, pointer: `${pointer}/Sid` };
    if (isRemarkableSid(sid.value)) {
      context.findings.report({
        ...at,
        code: 'unsupported-sid',
        message: `found ${quote(sid.value)} in \`Sid\`, expected only letters A to Z, a to z and digits`,
      });
    }
    // IAM takes several empty ones, as if they were not there.
    if (sid.value !== '' && seen.has(sid.value)) {
      context.findings.report({
        ...at,
        code: 'unique-sids-required',
        message: `found the \`Sid\` ${quote(sid.value)} a second time in one policy`,
        help: 'give each statement its own, or leave it out',
      });
    }
    seen.add(sid.value);
  }
}

/** Whether there is something to report about a Sid alone. */
export function isRemarkableSid(sid: string): boolean {
  return !SID.test(sid);
}

function namesPrincipal({ node }: StatementPlace): boolean {
  return memberOf(node, 'Principal') !== undefined || memberOf(node, 'NotPrincipal') !== undefined;
}
