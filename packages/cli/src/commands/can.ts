import { defineCommand, type Command } from '../arguments/command.ts';
import type { ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { askCall, type CallArguments } from './can/askCall.ts';
import { CAN_OPTIONS } from './can/canOptions.ts';
import { printCall } from './can/printCall.ts';

const NOTES = [
  'One call is several authorisations: its action on each resource, tagging, the roles that it passes and their trust policies, keys and other calls that the service makes in the name of the caller. Each has a line; all must pass.',
  'OPERATION is `ecs:RunTask`, also `ecs:run-task` or `ecs:RunTaskCommand`; with `--input`, the resources are those of the request. With RESOURCE, an ARN or `*`, one action on one resource is decided.',
  'POLICY is a file with a document; `template.yaml#DeployRole`, all that a user, group or role of a template, a plan or an answer of the AWS command line has, under `--boundary` its permissions boundary; `ReadOnlyAccess`, `managed:NAME` or its ARN, a managed policy of AWS.',
  '`--world` tells what is known of resources, in JSON or YAML: { ARN: { tags?, policy?, trust?, keyArn?, roles?, role?, account?, underlying? } }, or a list of the same with `arn`; `roles` of a task definition and the like, `role` of an instance profile, `underlying` the bucket behind an access point, `account` of a bucket that belongs to another; policies are documents, references { file, resource? }, or { "default": "key-policy" } of a key. What it does not have is not known; tags and policies of a resource that it has are all that there are.',
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
  return printCall(io, asked, { format: options.format, all, suggest: all });
}
