import { rulePage, RULES, type Rule, type RuleExample } from '@policywright/lint';
import { CommandError } from '../../commandError.ts';
import { didYouMean } from '../../arguments/didYouMean.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { createPaint } from '../../terminal/paint.ts';
import { useColor } from '../../terminal/useColor.ts';

/**
 * Tells what a rule reports: in a sentence, by a document that it objects to and one that it is silent on.
 *
 * @param io - the standard output.
 * @param name - the id of the rule, or what IAM Access Analyzer or parliament call it.
 * @throws CommandError - where there is no such rule.
 */
export function explainRule(io: Io, name: string): ExitCode {
  const rules = rulesCalled(name);
  if (rules.length === 0)
    throw new CommandError(`there is no rule \`${name}\``, {
      help: didYouMean(
        name,
        RULES.map(({ id }) => id),
      ),
    });
  io.stdout.write(`${rules.map((rule) => textOf(rule, io)).join('\n\n')}\n`);
  return EXIT_CODE.yes;
}

function rulesCalled(name: string): readonly Rule[] {
  const own = RULES.filter(({ id }) => id === name);
  if (own.length > 0) return own;
  return RULES.filter(({ aliases }) => aliases.accessAnalyzer === name || aliases.parliament === name);
}

function textOf(rule: Rule, io: Io): string {
  const { id, doc, group, examples } = rule;
  const paint = createPaint(useColor(io.stdout, io.env));
  const facts = [`group ${group}`, severityOf(rule), ...aliasesOf(rule)];
  const parts = [`${paint('strong', id)}: ${doc}`, facts.join('; ')];
  const [bad] = examples.bad;
  if (bad !== undefined) {
    const [found] = bad.finds;
    const place = found === undefined ? '' : `, at ${found.at === '' ? 'the document itself' : found.at}`;
    parts.push(`Reported${kindOf(bad)}${place}:\n${indented(bad.text)}`);
  }
  const [good] = examples.good;
  if (good !== undefined) parts.push(`Not reported${kindOf(good)}:\n${indented(good.text)}`);
  const page = rulePage(rule);
  if (page !== undefined) parts.push(page);
  return parts.join('\n\n');
}

function severityOf({ severity, optIn }: Rule): string {
  return optIn === true ? `severity ${severity}, where a configuration names it` : `severity ${severity}`;
}

function aliasesOf({ aliases: { accessAnalyzer, parliament } }: Rule): readonly string[] {
  return [
    accessAnalyzer === undefined ? [] : `IAM Access Analyzer: ${accessAnalyzer}`,
    parliament === undefined ? [] : `parliament: ${parliament}`,
  ].flat();
}

function kindOf({ type, resourceType }: RuleExample): string {
  const kind = [type, resourceType].filter((part) => part !== undefined).join(', ');
  return kind === '' ? '' : ` (${kind})`;
}

function indented(text: string): string {
  return spread(text)
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

/** An example on one line, spread so that a person can read it; as it is where that would lose what it is about. */
function spread(text: string): string {
  if (text.includes('\n')) return text;
  try {
    const value: unknown = JSON.parse(text);
    const isWhole = JSON.stringify(value) === text.replaceAll(/(?<=[,:{[]) | (?=[}\]])/g, '');
    return isWhole ? JSON.stringify(value, undefined, 2) : text;
  } catch {
    return text;
  }
}
