import { quote } from '../../text/quote.ts';
import type { DiagnosticCode } from '../../diagnostic/diagnosticCodes.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import type { ListElement } from '../../model/policy.ts';
import type { ReadContext } from './readContext.ts';
import { forEachString, readStringList } from './readStringList.ts';

/** `*`, or a literal prefix and a name. */
const WELL_FORMED = /^(?:\*+|\*:\*|[A-Za-z0-9-]+:[^\s:]+)$/;
const WHITE_SPACE = /\s/;
const WILDCARD = /[*?]/;

interface Place {
  readonly negated: boolean;
  readonly pointer: string;
}

/** Reads `Action` or `NotAction` (rules S61 to S68). */
export function readAction(context: ReadContext, node: JsonNode, { negated, pointer }: Place): ListElement {
  const name = negated ? 'NotAction' : 'Action';
  const values = readStringList(context, node, { name, pointer });
  if (node.kind === 'array' && node.items.length === 0) {
    reportEmptyList(context, node, { code: 'empty-array-action', name, negated, pointer });
  }
  if (!values.some(isRemarkableAction)) return { negated, values };
  forEachString(node, pointer, (item, pointerOf) => {
    if (!isRemarkableAction(item.value)) return;
    const { code, expected } = faultOf(item.value);
    context.findings.report({
      code,
      message: `found ${quote(item.value)} in \`${name}\`, expected ${expected}`,
      at: item,
      pointer: pointerOf(),
    });
  });
  return { negated, values };
}

/** Whether there is something to report about a pattern of actions. */
export function isRemarkableAction(value: string): boolean {
  return !WELL_FORMED.test(value);
}

/** Reports an empty list; under the negated element it would match everything, which nobody may get by accident. */
export function reportEmptyList(
  context: ReadContext,
  node: JsonNode,
  place: Place & { readonly code: DiagnosticCode; readonly name: string },
): void {
  context.findings.report({
    code: place.code,
    severity: place.negated ? 'error' : 'warning',
    message: `found an empty list in \`${place.name}\`, which matches ${place.negated ? 'everything' : 'nothing'}`,
    at: node,
    pointer: place.pointer,
    help: place.negated
      ? `name what is excepted, or use \`${place.name.slice('Not'.length)}\` with \`*\``
      : undefined,
  });
}

function faultOf(value: string): { readonly code: DiagnosticCode; readonly expected: string } {
  const colon = value.indexOf(':');
  if (WHITE_SPACE.test(value))
    return { code: 'action-whitespace', expected: 'no white space: it matches no action' };
  if (colon === -1) return { code: 'action-format', expected: '`*` or the form `prefix:Name`' };
  if (colon === value.length - 1) return { code: 'empty-action-name', expected: 'a name after the colon' };
  if (WILDCARD.test(value.slice(0, colon))) {
    return { code: 'wildcard-in-service-name', expected: 'no wildcard in the service prefix' };
  }
  return { code: 'action-format', expected: 'the form `prefix:Name`' };
}
