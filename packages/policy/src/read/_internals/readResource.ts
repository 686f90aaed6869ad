import type { DiagnosticCode } from '../../diagnostic/diagnosticCodes.ts';
import type { DiagnosticSeverity } from '../../diagnostic/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import { abbreviatedApiResource } from '../../model/abbreviatedApiResource.ts';
import type { ListElement } from '../../model/policy.ts';
import { reportEmptyList } from './readAction.ts';
import type { ReadContext } from './readContext.ts';
import { forEachString, readStringList } from './readStringList.ts';

/** Six fields, a literal service other than IAM: nothing to say about it. */
const WELL_FORMED = /^(?:\*+|arn:[^:]*:(?!iam:)[^:*?]+:[^:]*:[^:]*:[^]*)$/;
const MAY_BE_ARN = /^(?:arn:|[*?]|a[*?]|ar[*?]|arn[*?])/;
/** A star at the end of a field may run past colons (rule S50). */
const RUNS_ON = /\*(?::|$)/;
const WILDCARD = /[*?]/;

interface Fault {
  readonly code: DiagnosticCode;
  readonly expected: string;
}

/** Where a list of resources stands. */
interface ResourcePlace {
  readonly negated: boolean;
  readonly pointer: string;
  /** Whether the statement names principals. */
  readonly hasPrincipal: boolean;
}

/** Reads `Resource` or `NotResource` (rules S46 to S54). */
export function readResource(context: ReadContext, node: JsonNode, place: ResourcePlace): ListElement {
  const { negated, pointer } = place;
  const name = negated ? 'NotResource' : 'Resource';
  const values = readStringList(context, node, { name, pointer });
  if (node.kind === 'array' && node.items.length === 0) {
    reportEmptyList(context, node, { code: 'empty-array-resource', name, negated, pointer });
  }
  if (values.every((value) => WELL_FORMED.test(value))) return { negated, values };
  // What nobody named the type of is the policy of a resource if it names principals.
  const takesAbbreviations = (context.type ?? (place.hasPrincipal ? 'resource' : 'identity')) === 'resource';
  forEachString(node, pointer, (item, pointerOf) => {
    const fault = faultOf(item.value);
    if (fault === undefined || (takesAbbreviations && abbreviatedApiResource(item.value) !== undefined))
      return;
    context.findings.report({
      code: fault.code,
      severity: severityOf(context, fault),
      message: `found ${quote(item.value)} in \`${name}\`, expected ${fault.expected}`,
      at: item,
      pointer: pointerOf(),
    });
  });
  return { negated, values };
}

/** Whether there is something to report about a pattern of resources. */
export function isRemarkableResource(value: string): boolean {
  return value !== '*' && faultOf(value) !== undefined;
}

/** What is wrong with a pattern of resources, if anything is. */
export function faultOf(value: string): Fault | undefined {
  if (WELL_FORMED.test(value)) return undefined;
  if (!MAY_BE_ARN.test(value))
    return { code: 'invalid-arn-prefix', expected: '`*` or an ARN, which starts with `arn:`' };
  const fields = value.split(':', 6);
  if (fields.length < 6 && !runsOn(fields, value)) return missingField(fields.length);
  const service = fields[2];
  if (service !== undefined && fields[0] === 'arn' && WILDCARD.test(service)) {
    return { code: 'wildcard-in-service-name', expected: 'no wildcard in the service field' };
  }
  const resource = fields[5];
  const slash = resource?.indexOf('/') ?? -1;
  if (service === 'iam' && resource !== undefined && slash > 0 && WILDCARD.test(resource.slice(0, slash))) {
    return {
      code: 'wildcard-in-resource-type',
      expected: 'a literal type, such as `role/`, before the first slash',
    };
  }
  return undefined;
}

/** Whether a star can stand for the missing fields; of those in front of the resource none holds a slash. */
function runsOn(fields: readonly string[], value: string): boolean {
  return RUNS_ON.test(value) && !fields.some((field) => field.includes('/'));
}

function missingField(count: number): Fault {
  return { code: 'missing-arn-field', expected: `the six fields of an ARN, found ${count}` };
}

/** What becomes of a short ARN depends on the policy type (rule S52). */
function severityOf(context: ReadContext, { code }: Fault): DiagnosticSeverity | undefined {
  if (code !== 'missing-arn-field') return undefined;
  return context.type === 'scp' || context.type === 'rcp' ? 'error' : 'warning';
}
