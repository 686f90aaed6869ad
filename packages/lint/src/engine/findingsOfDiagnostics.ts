import { parseConditionOperator, parsePointer } from '@policywright/policy';
import type { Diagnostic } from '@policywright/policy';
import type { LintOptions } from '../model/options.ts';
import { PARSER_RULES } from '../rules/parserRules.ts';
import type { FoundFinding } from './foundFinding.ts';
import { severityOf } from './severityOf.ts';

const BY_ID = new Map(PARSER_RULES.map((rule) => [rule.id, rule]));

/** Turns what the parser found into findings, with the severity and the aliases of the rule of the same id. */
export function findingsOfDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: LintOptions & { readonly basePointer: string },
): FoundFinding[] {
  return diagnostics.flatMap((diagnostic) => {
    const { message, path, range, help } = diagnostic;
    if (isUnknown(path, options)) return [];
    const rule = BY_ID.get(ruleIdOf(diagnostic));
    const usual = { id: diagnostic.code, severity: diagnostic.severity, aliases: {} };
    const { id: code, severity: ruleSeverity, aliases } = rule ?? usual;
    // Where there is no policy to evaluate, the finding is an error whatever the rule says.
    const severity = diagnostic.severity === 'error' ? 'error' : ruleSeverity;
    const chosen = severityOf({ id: code, severity }, options);
    if (chosen === undefined) return [];
    const finding = {
      code,
      severity: chosen,
      message,
      path,
      range,
      ...(help !== undefined && { help }),
      aliases,
    };
    return [{ finding, actions: [], resources: [] }];
  });
}

function isUnknown(path: string, options: LintOptions & { readonly basePointer: string }): boolean {
  const { isUnknown: ask, basePointer } = options;
  return ask !== undefined && path.startsWith(basePointer) && ask(path.slice(basePointer.length));
}

/** Empty lists of values have an id by operator, as in IAM Access Analyzer. */
function ruleIdOf({ code, path }: Diagnostic): string {
  if (code !== 'empty-array-condition') return code;
  const operator = parseConditionOperator(parsePointer(path)?.at(-2) ?? '');
  if (operator?.qualifier === 'ForAllValues') return 'empty-array-condition-forallvalues';
  if (operator?.qualifier === 'ForAnyValue') return 'empty-array-condition-foranyvalue';
  return operator?.ifExists === true ? 'empty-array-condition-ifexists' : code;
}
