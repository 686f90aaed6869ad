import { jsonText } from '@policywright/policy/text';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { foldLines } from '../terminal/foldLines.ts';
import { createPaint } from '../terminal/paint.ts';
import { useColor } from '../terminal/useColor.ts';
import { askCall, type CallArguments } from './can/askCall.ts';
import { CAN_OPTIONS } from './can/canOptions.ts';
import { everAsked, type EverArguments } from './can/everAsked.ts';
import { everJson, everMarkdown, everText, everWord, type EverWord } from './can/everText.ts';
import { printCall } from './can/printCall.ts';
import { PROOF_OPTIONS } from './proof/proofOptions.ts';
import { loadActionNames } from './proof/report/actionNames.ts';

const NOTES = [
  'One call is several authorisations: its action on each resource, tagging, the roles that it passes and their trust policies, keys and other calls that the service makes in the name of the caller. Each has a line; all must pass.',
  'OPERATION is `ecs:RunTask`, also `ecs:run-task` or `ecs:RunTaskCommand`; with `--input`, the resources are those of the request. With RESOURCE, an ARN or `*`, one action on one resource is decided.',
  'POLICY is a file with a document; `template.yaml#DeployRole`, all that a user, group or role of a template, a plan or an answer of the AWS command line has, under `--boundary` its permissions boundary; `ReadOnlyAccess`, `managed:NAME` or its ARN, a managed policy of AWS.',
  '`--world` tells what is known of resources, in JSON or YAML: { ARN: { tags?, policy?, trust?, keyArn?, roles?, role?, account?, underlying? } }, or a list of the same with `arn`; `roles` of a task definition and the like, `role` of an instance profile, `underlying` the bucket behind an access point, `account` of a bucket that belongs to another; policies are documents, references { file, resource?, values? }, or { "default": "key-policy" } of a key. What it does not have is not known; tags and policies of a resource that it has are all that there are.',
  'Exit code: 0 allowed; 1 denied; 2 wrong usage, or something that cannot be read; 4 it depends on what is not known, which is listed.',
];

/** The options of `can` alone. */
const EVER_OPTIONS = {
  ever: {
    description:
      'ask about all requests instead of one: whether ACTION can ever be allowed on RESOURCE, patterns both',
  },
  universe: {
    ...PROOF_OPTIONS.universe,
    description: `with \`--ever\`: ${PROOF_OPTIONS.universe.description}`,
  },
  budget: { ...PROOF_OPTIONS.budget, description: `with \`--ever\`: ${PROOF_OPTIONS.budget.description}` },
} as const;

const EVER_NOTES = [
  '`--ever` proves: `never` means that no request of such an action on such a resource is allowed by the policies of all options together, whatever its context; `yes` comes with one that is. Without `--as` it is any user of the account; without `--resource-policy` the resource leaves it to the account. `--context` holds in all requests. With `--ever`, the exit code is 0 yes, 1 never, 4 unknown.',
];

/** `policywright can`: decides whether a caller can make a call. */
export const can: Command = defineCommand({
  summary: 'tell whether a caller can make a call, and what it needs',
  operands: { label: 'OPERATION [RESOURCE]', least: 1, most: 2 },
  options: { ...CAN_OPTIONS, ...EVER_OPTIONS },
  notes: [...NOTES, ...EVER_NOTES],
  examples: [
    'can ecs:RunTask --as arn:aws:iam::111122223333:role/deploy --policy deploy.json --input run-task.json --region eu-west-1',
    'can s3:GetObject arn:aws:s3:::reports/1.pdf --as arn:aws:iam::111122223333:user/ada --policy ReadOnlyAccess --region eu-west-1',
    "can --ever 's3:Delete*' 'arn:aws:s3:::logs/*' --policy deploy.json --boundary boundary.json --scp scp.json",
  ],
  run: ({ options, operands, io }) =>
    options.ever ? answerEver(io, operands, options) : answer(io, { operands, options, all: false }),
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

type Format = 'text' | 'json' | 'markdown' | undefined;

async function answerEver(
  io: Io,
  operands: readonly string[],
  options: EverArguments & { readonly format: Format },
): Promise<ExitCode> {
  const answered = await everAsked(io, operands, options);
  const names = await loadActionNames();
  if (options.format === 'json') io.stdout.write(`${jsonText(everJson(answered, names))}\n`);
  else if (options.format === 'markdown') io.stdout.write(everMarkdown(answered, names));
  else {
    const paint = createPaint(useColor(io.stdout, io.env));
    io.stdout.write(foldLines(io.stdout, everText(answered, names, paint)));
  }
  return EVER_EXIT[everWord(answered)];
}

const EVER_EXIT: Readonly<Record<EverWord, ExitCode>> = {
  yes: EXIT_CODE.yes,
  never: EXIT_CODE.no,
  unknown: EXIT_CODE.undecided,
};

interface Question {
  readonly operands: readonly string[];
  readonly options: CallArguments & { readonly format: Format };
  /** With the trace of every check, and what would have to change. */
  readonly all: boolean;
}

async function answer(io: Io, { operands, options, all }: Question): Promise<ExitCode> {
  const asked = await askCall(io, operands, options);
  return printCall(io, asked, { format: options.format, all, suggest: all });
}
