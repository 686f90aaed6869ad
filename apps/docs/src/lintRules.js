import { RULE_GROUPS, RULES } from '@policywright/lint';
import { code, escape, table } from './markdown.js';

/** Every lint rule by group, with what other tools call it. */
export function lintRules() {
  const counts = RULE_GROUPS.map((group) => [group, RULES.filter((rule) => rule.group === group).length]);
  const sections = RULE_GROUPS.map((group) => {
    const rows = RULES.filter((rule) => rule.group === group).map(({ id, severity, doc, aliases }) => [
      code(id),
      severity,
      escape(doc),
      [aliases.accessAnalyzer, aliases.parliament]
        .map((alias) => (alias === undefined ? '' : code(alias)))
        .join(' '),
    ]);
    return `## ${group}\n\n${table(['rule', 'severity', 'what is wrong', 'Access Analyzer, parliament'], rows)}`;
  });
  return [`${RULES.length} rules.`, table(['group', 'rules'], counts), ...sections].join('\n\n');
}
