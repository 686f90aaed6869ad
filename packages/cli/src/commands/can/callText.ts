import { renderExplanation } from '@policywright/evaluator/wording';
import type { Check, CheckReason, OperationDecision } from '@policywright/operations';
import { markdownCode, markdownTable, markdownText, printable, quote } from '@policywright/policy/text';
import type { Paint } from '../../terminal/paint.ts';
import type { AskedCall } from './askCall.ts';
import { nameStatements } from './nameStatements.ts';

/** Why a call asks for an action, in words. */
export const REASON_WORDS: Readonly<Record<CheckReason, string>> = {
  operation: 'the call itself',
  dependent: 'needed besides',
  tagging: 'sets tags',
  passRole: 'passes the role',
  trust: 'the service assumes the role',
  forwardAccess: 'the service does it for the caller',
  serviceLinkedRole: 'makes the service-linked role',
};

const SIGNS = { Allow: '✓', Denied: '✗', Depends: '?' } as const;
const TONES = { Allow: 'good', Denied: 'bad', Depends: 'warning' } as const;
const ANSWER_WORDS = { Allow: 'allowed', Denied: 'denied', Depends: 'depends' } as const;

/** How much to tell. */
export interface CallTextOptions {
  readonly paint: Paint;
  readonly color: boolean;
  /** Every check with its trace, rather than the first that fails. */
  readonly all: boolean;
}

/** A call and its answer. */
export interface AnsweredCall {
  readonly asked: AskedCall;
  readonly decision: OperationDecision;
}

/** The first check that keeps a call from being allowed; of those that are denied, if there are some. */
export function firstFailing({ checks, answer }: OperationDecision): Check | undefined {
  if (answer === 'Allow') return undefined;
  const counted = checks.filter(({ need }) => need !== 'perhaps');
  const find = (among: readonly Check[], wanted: 'Denied' | 'Depends'): Check | undefined =>
    among.find(({ decision }) => decision.answer === wanted);
  return (
    find(counted, 'Denied') ?? find(counted, 'Depends') ?? find(checks, 'Denied') ?? find(checks, 'Depends')
  );
}

/** The answer for a terminal: one line a check, then why the first fails that does. */
export function callText({ asked, decision }: AnsweredCall, options: CallTextOptions): string {
  const { paint, color, all } = options;
  const { answer, checks, unknown, diagnostics } = decision;
  const who = typeof asked.caller.principal === 'string' ? asked.caller.principal : 'the caller';
  const lines = [
    paint(TONES[answer], `${SIGNS[answer]} ${ANSWER_WORDS[answer]}: ${printable(asked.name)}`) +
      ` as ${printable(who)}`,
    '',
    ...checks.map((check) => `  ${checkLine(check, paint)}`),
  ];
  for (const { severity, message, help } of diagnostics)
    lines.push('', `${severity}: ${printable(message)}${help === undefined ? '' : ` (${printable(help)})`}`);
  if (unknown.length > 0) lines.push('', 'depends on:', ...unknown.map((each) => `  ${printable(each)}`));
  const failing = firstFailing(decision);
  const shown = all ? checks : failing === undefined ? [] : [failing];
  for (const check of shown) {
    lines.push('', paint('strong', printable(titleOf(check))));
    const assumed = assumptionsOf(check);
    if (assumed.length > 0) lines.push(printable(`as if ${assumed.join(', and ')}:`));
    const explained = renderExplanation(asked.explain(check, asked.policies), { color });
    lines.push(nameStatements(explained, asked.policies));
  }
  return `${lines.join('\n')}\n`;
}

/** The action of a check and its resource. */
export function titleOf({ action, resource, resourcePattern }: Check): string {
  return `${action} on ${resource ?? resourcePattern ?? 'what the call does not tell'}`;
}

/**
 * What the explanation of a check takes for granted that nobody knows: it is the best that can come of it.
 *
 * @returns in words, none where the check is decided.
 */
function assumptionsOf({ decision, resource, unknown }: Check): readonly string[] {
  if (decision.answer !== 'Depends') return [];
  const policies = unknown.filter((words) => / ?policy of /.test(words));
  return [
    ...(resource === undefined ? ['the resource were one that the statements name'] : []),
    ...policies.map((words) => `the ${words} let everything through`),
    ...(decision.dependsOn.length > 0
      ? [`the request had no ${decision.dependsOn.map(quote).join(', no ')}`]
      : []),
  ];
}

function checkLine(check: Check, paint: Paint): string {
  const { decision, reason, need, unknown } = check;
  const perhaps = need === 'perhaps' ? ', perhaps' : '';
  const open = [...decision.dependsOn, ...unknown];
  const on = open.length === 0 ? '' : `: depends on ${open.join(', ')}`;
  const sign = paint(TONES[decision.answer], SIGNS[decision.answer]);
  return `${sign} ${printable(`${titleOf(check)} (${REASON_WORDS[reason]}${perhaps})${on}`)}`;
}

/** The answer as Markdown. */
export function callMarkdown({ asked, decision }: AnsweredCall): string {
  const { answer, checks, unknown } = decision;
  const table = markdownTable(
    ['', 'action', 'resource', 'why', 'depends on'],
    checks.map((check) => [
      SIGNS[check.decision.answer],
      markdownCode(check.action),
      markdownCode(check.resource ?? check.resourcePattern ?? '?'),
      `${REASON_WORDS[check.reason]}${check.need === 'perhaps' ? ', perhaps' : ''}`,
      [...check.decision.dependsOn, ...check.unknown].map(markdownText).join(', '),
    ]),
  );
  const failing = firstFailing(decision);
  const why = failing === undefined ? '' : `\n${whyInMarkdown(failing, asked)}\n`;
  const open = unknown.length === 0 ? '' : `\nDepends on ${unknown.map(markdownText).join(', ')}.\n`;
  return `### ${SIGNS[answer]} ${markdownCode(asked.name)}: ${ANSWER_WORDS[answer]}\n\n${table}\n${open}${why}`;
}

function whyInMarkdown(check: Check, { explain, policies }: AskedCall): string {
  const assumed = assumptionsOf(check);
  const intro = assumed.length === 0 ? '' : `${markdownText(`As if ${assumed.join(', and ')}:`)}\n\n`;
  return (
    intro + nameStatements(renderExplanation(explain(check, policies), { format: 'markdown' }), policies)
  );
}

/** The answer as data: the contract of `--format json`. */
export function callJson({ asked, decision }: AnsweredCall, suggestion: unknown): object {
  const { answer, checks, unknown, diagnostics } = decision;
  return {
    operation: asked.name,
    principal: asked.caller.principal,
    answer,
    unknown,
    diagnostics,
    checks: checks.map((check) => ({
      action: check.action,
      resource: check.resource ?? null,
      resourcePattern: check.resourcePattern ?? null,
      resourceType: check.resourceType ?? null,
      principal: check.principal,
      reason: check.reason,
      need: check.need,
      answer: check.decision.answer,
      possible: check.decision.possible,
      dependsOn: [...check.decision.dependsOn, ...check.unknown],
      context: check.context,
      assumed: assumptionsOf(check),
      summary: nameStatements(asked.explain(check, asked.policies).summary, asked.policies),
      source: check.source,
    })),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
