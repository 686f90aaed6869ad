import {
  measurePolicy,
  parsePolicy,
  POLICY_QUOTAS,
  type MeasureOptions,
  type PolicyMeasurement,
  type PolicyQuota,
} from '@policywright/policy';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE } from '../exitCode.ts';
import { FORMAT, printAnswer } from './_internals/format.ts';
import { readPolicyFile } from './_internals/readPolicyFile.ts';

/** What can have a policy, with what decides about its quotas. */
const HOLDERS = {
  managed: { type: 'identity' },
  user: { type: 'identity', inlineOf: 'user' },
  group: { type: 'identity', inlineOf: 'group' },
  role: { type: 'identity', inlineOf: 'role' },
  boundary: { type: 'boundary' },
  session: { type: 'session' },
  trust: { type: 'trust' },
  scp: { type: 'scp' },
  rcp: { type: 'rcp' },
  'vpc-endpoint': { type: 'vpcEndpoint' },
  sqs: { type: 'resource', service: 'sqs' },
} as const satisfies Readonly<Record<string, MeasureOptions>>;

type Holder = keyof typeof HOLDERS;

// INVARIANT: an object literal has the keys of its type.
const NAMES = Object.keys(HOLDERS) as readonly Holder[];

interface Row extends PolicyMeasurement {
  readonly holder: Holder;
}

/** `policywright measure`: tells how much of each quota a policy uses. */
export const measure: Command = defineCommand({
  summary: 'tell how much of the quota of each holder a policy uses',
  operands: { label: 'FILE', least: 1, most: 1 },
  options: {
    format: FORMAT,
    holder: { value: 'HOLDER', description: `only for this holder: ${NAMES.join(', ')}` },
  },
  notes: [
    'FILE holds one policy document in JSON; `-` is standard input. The holders are those whose policies can be of its form: a managed policy, a user, group or role with an inline policy, a permissions boundary, a session, a role with a trust policy, an SCP, an RCP, a VPC endpoint, an SQS queue.',
    'Each is counted as AWS counts it: white space counts for sessions, SCPs, RCPs, endpoints and queues. Inline policies of one holder share its quota; this one is measured alone.',
    'Exit code: 0 within the quotas of a holder, with `--holder` of that one; 1 too large for each; 2 wrong usage, or a file that holds no policy.',
  ],
  examples: ['measure policy.json', 'measure policy.json --holder role', 'measure scp.json --format json'],
  run: async ({ options, operands: [file = '-'], io }) => {
    const only = options.holder;
    const wanted = only === undefined ? NAMES : NAMES.filter((name) => name === only);
    if (wanted.length === 0)
      throw new CommandError(`\`--holder\` cannot be \`${only}\``, { help: `one of ${NAMES.join(', ')}` });
    const known = only === undefined ? undefined : wanted[0];
    const read = await readPolicyFile(io, file, known === undefined ? undefined : HOLDERS[known].type);
    if (read === undefined) return EXIT_CODE.usage;
    const rows = wanted.flatMap((holder) => rowsOf(read.text, holder));
    const headings = ['HOLDER', 'QUOTA', 'USED', 'LIMIT', 'LEFT', 'UNIT', 'OF IT WHITE SPACE', 'OF'];
    printAnswer(io, {
      format: options.format,
      json: { file, measurements: rows },
      table: { headings, rows: rows.map(cellsOf) },
    });
    const fits = wanted.some((holder) => isWithin(rows.filter((row) => row.holder === holder)));
    return fits ? EXIT_CODE.yes : EXIT_CODE.no;
  },
});

/** No rows where a policy of the holder cannot have this form. */
function rowsOf(text: string, holder: Holder): readonly Row[] {
  const options: MeasureOptions = HOLDERS[holder];
  if (!parsePolicy(text, { type: options.type }).ok) return [];
  return measurePolicy(text, options).map((measurement) => ({ holder, ...measurement }));
}

function isWithin(rows: readonly Row[]): boolean {
  return rows.length > 0 && rows.every(({ remaining }) => remaining >= 0);
}

function cellsOf({ holder, name, used, limit, remaining, unit, whiteSpace }: Row): string[] {
  const { summary }: PolicyQuota = POLICY_QUOTAS[name];
  const numbers = [used, limit, remaining].map(String);
  return [holder, name, ...numbers, unit, whiteSpace === undefined ? '' : String(whiteSpace), summary];
}
