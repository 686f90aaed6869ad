import { ASSUMPTIONS, type AnalyzerOptions, type Assumption } from '@policywright/analyzer';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';

/** The options of every command that proves. */
export const PROOF_OPTIONS = {
  format: {
    value: 'FORMAT',
    choices: ['text', 'json', 'markdown', 'sarif', 'github'],
    description: 'form of the report; text by default',
  },
  universe: {
    value: 'NAME',
    choices: ['aws', 'language'],
    description:
      'which requests there are: those that AWS has by the catalog (default), or all of the language',
  },
  budget: {
    value: 'STEPS',
    description:
      'most steps of one search, a few seconds by default; fewer make more answers unknown, never others',
  },
  'write-scenarios': {
    value: 'DIR',
    description: 'write each request that is shown as a scenario, which `policywright test` replays',
  },
} as const;

/** The switch of commands that take several policies. */
export const TOGETHER = {
  description:
    'all policies are of one principal and one resource: what one allows, a Deny of another takes back',
} as const;

/** The forms of the report. */
export type ProofFormat = (typeof PROOF_OPTIONS)['format']['choices'][number];

/** Words for the help of every command that proves. */
export const PROOF_NOTES: readonly string[] = [
  'A path is a file, a folder, or `-` for standard input: policy documents in JSON or YAML, templates, plans and states of Terraform, and answers of the AWS command line. Each policy is asked about by itself unless `--together` is given: one without principals as one that a user has, also boundaries, session policies and SCPs; one with principals as that of a resource or the trust policy of a role, for every caller that it tells apart, whose own policies may allow everything or nothing. What templates leave open is told and not proved.',
  'Answers hold for every request: an answer is a proof, or a request that shows why not and that the evaluator decides so, or unknown with the reason. They take for granted what the report lists.',
];

/** What options of a command say about proofs. */
export interface GivenProofOptions {
  readonly universe: 'aws' | 'language' | undefined;
  readonly budget: string | undefined;
}

/**
 * Makes the options of the analyzer.
 *
 * @param given - what the command was called with.
 * @throws CommandError - where the budget is no number of steps.
 */
export async function analyzerOptions({ universe, budget }: GivenProofOptions): Promise<AnalyzerOptions> {
  const steps = budget === undefined ? undefined : stepsOf(budget);
  const given = { budget: steps, ownPolicies: 'any' } as const;
  if (universe === 'language') return given;
  // Loaded for this alone: it brings the catalog.
  const { AWS } = await import('@policywright/analyzer/aws');
  return { ...given, universe: AWS };
}

function stepsOf(text: string): number {
  if (/^[1-9][0-9]{0,9}$/.test(text)) return Number(text);
  throw new CommandError(`\`--budget\` cannot be ${quote(text)}`, {
    help: 'a number of steps, such as 500000',
  });
}

/** What answers take for granted, in words. */
export function assumptionWords(assumptions: Iterable<Assumption>): readonly string[] {
  return [...assumptions].map((code) => ASSUMPTIONS[code]);
}
