import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE } from '../exitCode.ts';
import { compareVersions } from './proof/compareVersions.ts';
import { finish } from './proof/finish.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS, TOGETHER } from './proof/proofOptions.ts';
import { readVersions } from './proof/readVersions.ts';

/** Words for the help of commands that compare two versions. */
export const VERSION_NOTES: readonly string[] = [
  'OLD and NEW are two files or two folders, whose policies are paired by path and name; `git:REV:PATH` is a path in a commit, `git:REV` that of the other side. What OLD does not have is new.',
];

/** `policywright diff`: what a change allows and denies. */
export const diff: Command = defineCommand({
  summary: 'tell what a change to policies allows and denies that it did not before',
  operands: { label: 'OLD NEW', least: 2, most: 2 },
  options: { ...PROOF_OPTIONS, together: TOGETHER },
  notes: [
    ...VERSION_NOTES,
    ...PROOF_NOTES,
    'Exit code: 0 nothing is newly allowed; 1 something is; 2 wrong usage, or something cannot be read; 4 it was not found out.',
    'The JSON report is one object: { findings: [{ code, policy, file, path, line, column, actions, futureActions, resources, exceptResources, conditions, partly, reason, statementOf, request, decisions }], assumptions, steps }; `code` is `newly-allowed`, `newly-denied` or `unknown`, `decisions` those of the old version and of the new one.',
  ],
  examples: [
    'diff old.json new.json',
    'diff git:main policies --format markdown',
    'diff git:v1.2.0:infra/policy.json infra/policy.json --write-scenarios scenarios',
  ],
  run: async ({ options, operands, io }) => {
    const asked = await analyzerOptions(options);
    const pairs = await readVersions(io, operands, options.together);
    if (pairs === undefined) return EXIT_CODE.usage;
    return finish(io, await compareVersions(pairs, 'diff', asked), options);
  },
});
