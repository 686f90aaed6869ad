import type { OperationDecision } from '@policywright/operations';
import { printable, printableJson } from '@policywright/policy/text';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { foldLines } from '../terminal/foldLines.ts';
import { createPaint } from '../terminal/paint.ts';
import { useColor } from '../terminal/useColor.ts';

import { askCall, type CallArguments } from './can/askCall.ts';
import { callJson, callMarkdown, callText } from './can/callText.ts';
import { CAN_OPTIONS } from './can/canOptions.ts';
import { suggestPolicy, type Suggestion } from './can/suggestPolicy.ts';

const NOTES = [
  'One call is several authorisations: its action on each resource, tagging, the roles that it passes and their trust policies, keys and other calls that the service makes in the name of the caller. Each has a line; all must pass.',
  'OPERATION is `ecs:RunTask`, also `ecs:run-task` or `ecs:RunTaskCommand`; with `--input`, the resources are those of the request. With RESOURCE, an ARN or `*`, one action on one resource is decided.',
  'POLICY is a file with a document; `template.yaml#DeployRole`, all that a user, group or role of a template, a plan or an answer of the AWS command line has, under `--boundary` its permissions boundary; `ReadOnlyAccess`, `managed:NAME` or its ARN, a managed policy of AWS.',
  '`--world` is a list in JSON or YAML: [{ arn, tags?, policy?, trust?, keyArn?, roles?, role? }], `roles` of a task definition and the like, `role` of an instance profile; policies are documents or { file, resource? }. What it does not have is not known; tags and policies of a resource that it has are all that there are.',
  'Exit code: 0 allowed; 1 denied; 2 wrong usage, or something that cannot be read; 4 it depends on what is not known, which is listed.',
];

/** `policywright can`: decides whether a caller can make a call. */
export const can: Command = defineCommand({
  summary: 'tell whether a caller can make a call, and what it needs',
  operands: { label: 'OPERATION [RESOURCE]', least: 1, most: 2 },
  options: CAN_OPTIONS,
  notes: NOTES,
  examples: [
    'can ecs:RunTask --as arn:aws:iam::111122223333:role/deploy --policy deploy.json --input run-task.json --region eu-west-1',
    'can s3:GetObject arn:aws:s3:::reports/1.pdf --as arn:aws:iam::111122223333:user/ada --policy ReadOnlyAccess --region eu-west-1',
  ],
  run: ({ options, operands, io }) => answer(io, { operands, options, all: false }),
});

/** `policywright why`: the same with the whole trace, and what would let the call through. */
export const why: Command = defineCommand({
  summary: 'tell why a caller can or cannot make a call, and what would have to change',
  operands: { label: 'OPERATION [RESOURCE]', least: 1, most: 2 },
  options: CAN_OPTIONS,
  notes: [
    'As `policywright can`, with the trace of every check. Where something is denied that an identity-based policy would allow, it is printed, after the call was decided with it; where a Deny, a boundary or a policy of the organization stands in the way, that is said instead.',
    ...NOTES,
  ],
  examples: [
    'why ecs:RunTask --as arn:aws:iam::111122223333:role/deploy --policy template.yaml#DeployRole --input run-task.json --region eu-west-1',
  ],
  run: ({ options, operands, io }) => answer(io, { operands, options, all: true }),
});

interface Question {
  readonly operands: readonly string[];
  readonly options: CallArguments & { readonly format: 'text' | 'json' | 'markdown' | undefined };
  /** With the trace of every check, and what would have to change. */
  readonly all: boolean;
}

async function answer(io: Io, { operands, options, all }: Question): Promise<ExitCode> {
  const asked = await askCall(io, operands, options);
  const decision = asked.ask(asked.policies);
  const suggestion = all ? suggestPolicy(asked, decision) : undefined;
  const answered = { asked, decision };
  if (options.format === 'json')
    io.stdout.write(`${printableJson(JSON.stringify(callJson(answered, suggestion), undefined, 2))}\n`);
  else if (options.format === 'markdown') io.stdout.write(callMarkdown(answered));
  else {
    const color = useColor(io.stdout, io.env);
    const paint = createPaint(color);
    const text = callText(answered, { paint, color, all }) + suggestionText(suggestion);
    io.stdout.write(foldLines(io.stdout, text));
  }
  return exitCodeOf(decision);
}

function exitCodeOf({ answer: decided, diagnostics }: OperationDecision): ExitCode {
  if (diagnostics.some(({ severity }) => severity === 'error')) return EXIT_CODE.usage;
  if (decided === 'Depends') return EXIT_CODE.undecided;
  return decided === 'Allow' ? EXIT_CODE.yes : EXIT_CODE.no;
}

function suggestionText(suggestion: Suggestion | undefined): string {
  if (suggestion === undefined) return '';
  if (suggestion.kind === 'policy')
    return `\nA policy of the caller that would let it through:\n\n${printableJson(JSON.stringify(suggestion.document, undefined, 2))}\n`;
  const lines = suggestion.by.map((each) => `  ${printable(each)}`);
  return `\nNo identity-based policy would let it through:\n${lines.join('\n')}\n`;
}
