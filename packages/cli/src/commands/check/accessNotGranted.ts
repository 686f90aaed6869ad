import { checkAccessNotGranted } from '@policywright/analyzer';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { askPolicies } from '../proof/askPolicies.ts';
import { finish } from '../proof/finish.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS, TOGETHER } from '../proof/proofOptions.ts';
import { loadActionNames } from '../proof/report/actionNames.ts';
import { verdictRows } from '../proof/verdictRows.ts';

/** `policywright check access-not-granted`: that something is never allowed. */
export const accessNotGranted: Command = defineCommand({
  summary: 'check that actions are never allowed, or not on some resources',
  operands: { label: 'PATH...', least: 1 },
  options: {
    action: { value: 'ACTION', repeats: true, description: 'pattern of actions; may be given several times' },
    resource: {
      value: 'ARN',
      repeats: true,
      description: 'pattern of resources; may be given several times',
    },
    ...PROOF_OPTIONS,
    together: TOGETHER,
  },
  notes: [
    ...PROOF_NOTES,
    'With both options, none of the actions may be allowed on any of the resources. Exit code: 0 none is; 1 one is; 2 wrong usage, or something cannot be read; 4 it was not found out.',
  ],
  examples: [
    'check access-not-granted role.json --action s3:DeleteBucket --action iam:*',
    'check access-not-granted policies --resource arn:aws:s3:::secrets/*',
  ],
  run: async ({ options, operands: paths, io }) => {
    const { action, resource, together } = options;
    if (action.length + resource.length === 0)
      throw new CommandError('nothing is asked about', { help: 'give `--action`, `--resource` or both' });
    const access = {
      actions: action.length === 0 ? undefined : action,
      resources: resource.length === 0 ? undefined : resource,
    };
    const given = await analyzerOptions(options);
    const names = await loadActionNames();
    const report = await askPolicies(
      io,
      { paths, together },
      {
        title: 'Access that must not be granted',
        proved: 'none of it is granted',
        ask: (asked, policies) =>
          verdictRows(asked, checkAccessNotGranted(policies, access, given), { code: 'granted', names }),
      },
    );
    return report === undefined ? EXIT_CODE.usage : finish(io, report, options);
  },
});
