import { OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET } from '../../../json/_internals/codes.ts';
import { exceedsBytes, resolveLimits } from '../../../json/jsonLimits.ts';
import type { Policy, PolicyVersion, Statement } from '../../../model/policy.ts';
import type { ParseOptions } from '../../parseResult.ts';
import { isRemarkableSid } from '../checkSids.ts';
import { ANY_TYPE_GRAMMAR, TYPE_GRAMMARS } from '../typeGrammar.ts';
import { withLazyRoot } from './lazyRoot.ts';
import { END, PlainText } from './plainText.ts';
import { readPlainStatement } from './readPlainStatement.ts';

/** From the document down to a list of condition values. */
const LEVELS = 6;

/** What was read of a document so far. */
interface Draft {
  version: PolicyVersion | undefined;
  id: string | undefined;
  statements: readonly Statement[] | undefined;
}

/**
 * Reads a policy without principals that there is nothing to report about, as most are, in one pass and without
 * a tree. It decides nothing by itself: whatever is unusual is left to the reader of trees.
 *
 * @returns the policy that the reader of trees would give, without diagnostics; `undefined` where it must be asked.
 */
export function readPlainPolicy(text: string, options: ParseOptions): Policy | undefined {
  const { type, name, limits } = options;
  const { maxDepth, maxBytes } = resolveLimits(limits);
  const grammar = type === undefined ? ANY_TYPE_GRAMMAR : TYPE_GRAMMARS[type];
  if (grammar.principal === 'required' || !(maxDepth >= LEVELS) || exceedsBytes(text, maxBytes))
    return undefined;
  const source = new PlainText(text);
  const draft: Draft = { version: undefined, id: undefined, statements: undefined };
  if (!readMembers(source, draft)) return undefined;
  const { version, id, statements } = draft;
  if (statements === undefined || (id !== undefined && !grammar.id)) return undefined;
  if (grammar.needs2012 && version !== '2012-10-17') return undefined;
  if (!hasPlainSids(statements)) return undefined;
  return withLazyRoot({ type, version, id, statements, name }, text);
}

function readMembers(source: PlainText, draft: Draft): boolean {
  if (!source.take(OPEN_BRACE)) return false;
  do {
    source.next();
    if (!readMember(source, draft)) return false;
  } while (source.takeComma());
  return source.take(CLOSE_BRACE) && source.next() === END;
}

/** Reads a member that there was none of before; tells whether it is one, and plain. */
function readMember(source: PlainText, draft: Draft): boolean {
  if (source.takeName('"Version"')) {
    return draft.version === undefined && (draft.version = readVersion(source)) !== undefined;
  }
  if (source.takeName('"Statement"')) {
    return draft.statements === undefined && (draft.statements = readStatements(source)) !== undefined;
  }
  return draft.id === undefined && source.takeName('"Id"') && (draft.id = source.readString()) !== undefined;
}

function readVersion(source: PlainText): PolicyVersion | undefined {
  const version = source.readString();
  return version === '2012-10-17' || version === '2008-10-17' ? version : undefined;
}

function readStatements(source: PlainText): readonly Statement[] | undefined {
  if (source.next() !== OPEN_BRACKET) {
    const only = readPlainStatement(source, 0, '/Statement');
    return only && [only];
  }
  source.pos += 1;
  const statements: Statement[] = [];
  do {
    const index = statements.length;
    const statement = readPlainStatement(source, index, `/Statement/${index}`);
    if (statement === undefined) return undefined;
    statements.push(statement);
  } while (source.takeComma());
  return source.take(CLOSE_BRACKET) ? statements.slice() : undefined;
}

function hasPlainSids(statements: readonly Statement[]): boolean {
  const seen = new Set<string>();
  for (const { sid } of statements) {
    if (sid === undefined) continue;
    if (isRemarkableSid(sid) || seen.has(sid)) return false;
    seen.add(sid);
  }
  return true;
}
