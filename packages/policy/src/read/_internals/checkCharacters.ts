import { codePointName } from '../../text/quote.ts';
import type { JsonNode, JsonString } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import type { ReadContext } from './readContext.ts';

/** Anything but U+0009, U+000A, U+000D and U+0020 to U+00FF. */
const NOT_ALLOWED = /[^\t\n\r\u0020-\u00ff]/u;
/** Escapes may stand for such characters too. */
const SUSPICIOUS = /[^\t\n\r\u0020-\u00ff]|\\[ubf]/;

/**
 * Reports strings with characters that IAM does not take (rule S21), one finding a string.
 *
 * @param text - the source, which spares most documents the walk over their tree.
 */
export function checkCharacters(context: ReadContext, root: JsonNode, text: string | undefined): void {
  if (text !== undefined && !SUSPICIOUS.test(text)) return;
  visit(context, root, { pointer: '', isHidden: false });
}

interface Place {
  readonly pointer: string;
  /** Whether no pointer leads to the value, as a name above it is repeated: that name's pointer stands for it. */
  readonly isHidden: boolean;
}

function visit(context: ReadContext, node: JsonNode, { pointer, isHidden }: Place): void {
  const below = (key: string | number): string => (isHidden ? pointer : pointerTo(pointer, key));
  if (node.kind === 'string') check(context, node, pointer);
  if (node.kind === 'array') {
    for (const [index, item] of node.items.entries())
      visit(context, item, { pointer: below(index), isHidden });
  }
  if (node.kind !== 'object') return;
  const seen = new Set<string>();
  for (const { name, value } of node.members) {
    const child = below(name.value);
    check(context, name, child);
    visit(context, value, { pointer: child, isHidden: isHidden || seen.has(name.value) });
    seen.add(name.value);
  }
}

function check(context: ReadContext, node: JsonString, pointer: string): void {
  const bad = NOT_ALLOWED.exec(node.value);
  if (bad === null) return;
  context.findings.report({
    code: 'unsupported-character',
    message: `found the character ${codePointName(bad[0].codePointAt(0) ?? 0)}, expected only U+0020 to U+00FF, tab and line ends`,
    at: node,
    pointer,
    help: 'the document cannot be saved with it; `*` or `?` can stand for it in patterns',
  });
}
