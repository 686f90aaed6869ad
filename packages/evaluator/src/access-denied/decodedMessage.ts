import type { ContextValue, RequestContext } from '@policywright/conditions';
import { isRecord } from '@policywright/policy';
import { deniedBy, type AccessDenied } from './accessDenied.ts';
import type { MatchedStatement } from './matchedStatement.ts';
import { unescapeText } from './sentenceText.ts';
import { unwrapJson } from './unwrapJson.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A decoded message is at most a few times as long as the encoded one, which has up to 10,240 characters. */
const MOST_CHARACTERS = 262_144;

/**
 * Reads the first decoded authorization message among JSON objects.
 *
 * Source: "DecodeAuthorizationMessage", STS API Reference.
 *
 * @param objects - of any form.
 */
export function readDecodedMessage(objects: readonly JsonObject[]): AccessDenied | undefined {
  for (const object of objects) {
    const { context, explicitDeny, allowed } = object;
    if ((explicitDeny === undefined && allowed === undefined) || !isRecord(context)) continue;
    const { action, resource } = context;
    if (typeof action !== 'string') continue;
    const namesResource = typeof resource === 'string' && resource !== '';
    const matchedStatements = itemsOf(object['matchedStatements']).filter(isRecord).map(matchedStatement);
    return {
      ...deniedBy('decoded'),
      principal: principalOf(context['principal']),
      action,
      resource: namesResource ? resource : '*',
      namesResource,
      kind: kindOf(explicitDeny, allowed),
      context: contextOf(context['conditions']),
      matchedStatements,
    };
  }
  return undefined;
}

/**
 * Finds a decoded message within a longer text, also escaped inside JSON or XML.
 *
 * @param text - any.
 */
export function findDecodedMessage(text: string): AccessDenied | undefined {
  const member = text.search(/explicitDeny(?:\\*"|&quot;|&#34;)/);
  if (member < 0) return undefined;
  // The object begins before its first members, of which at most `allowed` stands before this one.
  const start = text.lastIndexOf('{', member);
  if (start < 0) return undefined;
  const plain = unescapeText(text.slice(start, start + MOST_CHARACTERS));
  const end = endOfObject(plain);
  return end === undefined ? undefined : readDecodedMessage(unwrapJson(plain.slice(0, end)).objects);
}

/** The offset behind the object that a text begins with. */
function endOfObject(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (inString) {
      if (character === '\\') offset++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return offset + 1;
  }
  return undefined;
}

/** Truth values are also written as text. */
function kindOf(explicitDeny: unknown, allowed: unknown): AccessDenied['kind'] {
  if (isTrue(explicitDeny)) return 'explicitDeny';
  return isTrue(allowed) ? undefined : 'implicitDeny';
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function principalOf(principal: unknown): string | undefined {
  if (!isRecord(principal)) return textOf(principal);
  return textOf(principal['arn']) ?? textOf(principal['name']) ?? textOf(principal['id']);
}

function contextOf(conditions: unknown): RequestContext {
  const values = new Map<string, readonly string[]>();
  for (const condition of itemsOf(conditions).filter(isRecord)) {
    const entry = isRecord(condition['item']) ? condition['item'] : condition;
    const key = textOf(entry['key']);
    if (key !== undefined) values.set(key, [...(values.get(key) ?? []), ...valuesOf(entry['values'])]);
  }
  return Object.fromEntries(
    [...values].map(([key, all]): [string, ContextValue] => [key, all.length === 1 ? (all[0] ?? '') : all]),
  );
}

function matchedStatement(statement: JsonObject): MatchedStatement {
  const effect = textOf(statement['effect'])?.toLowerCase();
  return {
    sid: textOf(statement['statementId']),
    effect: effect === 'deny' ? 'Deny' : effect === 'allow' ? 'Allow' : undefined,
    actions: valuesOf(statement['actions']),
    resources: valuesOf(statement['resources']),
  };
}

function valuesOf(list: unknown): readonly string[] {
  return itemsOf(list)
    .map((item) => scalarOf(isRecord(item) ? item['value'] : item))
    .filter((value) => value !== undefined);
}

/** Lists are written as arrays, or as objects that hold the array as `items`. */
function itemsOf(list: unknown): readonly unknown[] {
  const items: unknown = isRecord(list) ? list['items'] : list;
  return Array.isArray(items) ? items : [];
}

function scalarOf(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : typeof value === 'string'
      ? value
      : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
