import {
  parseConditionOperator,
  parsePointer,
  showUnknown,
  unknownName,
  type Diagnostic,
  type DiagnosticCode,
} from '@policywright/policy';
import { isNeverArn } from '../facts/knownParts.ts';
import type { LintContext } from '../facts/lintContext.ts';
import { parentPointer } from '../facts/parentPointer.ts';
import type { LintOptions } from '../model/options.ts';
import type { FoundFinding } from './foundFinding.ts';
import { isUnknownPlace } from './isUnknownPlace.ts';
import { isAlwaysFound, type RuleSet } from './ruleSet.ts';
import { severityOf } from './severityOf.ts';

/** What the diagnostics are about. */
interface DiagnosticOptions extends LintOptions {
  readonly ruleSet: RuleSet;
  /** What their paths begin with. */
  readonly basePointer: string;
  /** Makes a pointer of the whole text of one from the root of the policy. */
  readonly placeOf: (pointer: string) => string;
  /** The document, if there is one. */
  readonly context: LintContext | undefined;
}

/**
 * Turns what the parser found into findings, with the severity and the aliases of the rule of the same id. Where there
 * is no such rule, errors are reported all the same, and nothing else.
 */
export function findingsOfDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: DiagnosticOptions,
): FoundFinding[] {
  return diagnostics.flatMap((diagnostic) => {
    const { code: parserCode, range } = diagnostic;
    const pointer = diagnostic.path.slice(options.basePointer.length);
    const text = partlyKnownText(parserCode, pointer, options);
    if (text === undefined && isUnknown(parserCode, pointer, options)) return [];
    const help = text?.includes(NAME) === true ? NO_NAMES : diagnostic.help;
    const rule = options.ruleSet.get(ruleIdOf(diagnostic));
    if (rule === undefined && diagnostic.severity !== 'error' && !isAlwaysFound(parserCode)) return [];
    const usual = { id: diagnostic.code, severity: diagnostic.severity, aliases: {} };
    const { id: code, severity: ruleSeverity, aliases } = rule ?? usual;
    // Where there is no policy to evaluate, the finding is an error whatever the rule says.
    const severity = diagnostic.severity === 'error' ? 'error' : ruleSeverity;
    const chosen = severityOf({ id: code, severity }, options);
    if (chosen === undefined) return [];
    const finding = {
      code,
      severity: chosen,
      message: showUnknown(diagnostic.message),
      path: options.placeOf(pointer),
      range,
      ...(help !== undefined && { help }),
      aliases,
    };
    return [{ finding, actions: [], resources: [] }];
  });
}

/** The text of a resource that is no ARN whatever its unknown parts turn out to be. */
function partlyKnownText(
  code: DiagnosticCode,
  pointer: string,
  { context }: DiagnosticOptions,
): string | undefined {
  if (code !== 'invalid-arn-prefix' || context?.isUnknown(parentPointer(pointer)) !== false) return undefined;
  const node = context.nodeAt(pointer);
  return node?.kind === 'string' && isNeverArn(node.value) ? node.value : undefined;
}

const NAME = unknownName('x').slice(0, -2);
const NO_NAMES =
  'a reference to such a resource gives its name or address; `Fn::GetAtt` of its `Arn` gives the ARN, as `${X.Arn}` does in `Fn::Sub`';

function isUnknown(code: DiagnosticCode, pointer: string, { isUnknown: ask }: LintOptions): boolean {
  return ask !== undefined && isUnknownPlace(pointer, { isUnknown: ask, name: ABOUT_NAMES.has(code) });
}

/** What the parser says of members whatever their values are. */
const ABOUT_NAMES: ReadonlySet<DiagnosticCode> = new Set([
  'invalid-policy-element',
  'duplicate-key',
  'duplicate-keys-with-different-case',
  'unsupported-element-combination',
  'unsupported-id',
  'unsupported-principal',
  'unsupported-canonical-user',
  'invalid-principal-key',
  'allow-with-notprincipal',
  'invalid-condition-operator',
  'null-with-qualifier',
  'null-with-if-exists',
  'role-trust-policy-syntax-error-notprincipal',
  'role-trust-policy-syntax-error-resource',
  'scp-syntax-error-principal',
  'rcp-notprincipal',
  'rcp-notaction',
]);

/** Empty lists of values have an id by operator, as in IAM Access Analyzer. */
function ruleIdOf({ code, path }: Diagnostic): string {
  if (code !== 'empty-array-condition') return code;
  const operator = parseConditionOperator(parsePointer(path)?.at(-2) ?? '');
  if (operator?.qualifier === 'ForAllValues') return 'empty-array-condition-forallvalues';
  if (operator?.qualifier === 'ForAnyValue') return 'empty-array-condition-foranyvalue';
  return operator?.ifExists === true ? 'empty-array-condition-ifexists' : code;
}
