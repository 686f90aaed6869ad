import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE } from '../exitCode.ts';
import { completedWords } from './completion/completedWords.ts';
import { SHELLS, type Shell } from './completion/shells.ts';

/** `policywright completion`: what makes a shell complete commands and options. */
export const completion: Command = defineCommand({
  summary: 'print what makes a shell complete commands, options and their values',
  operands: { label: Object.keys(SHELLS).join('|'), least: 1, most: 1, choices: Object.keys(SHELLS) },
  options: {},
  notes: [
    'bash: `policywright completion bash > ~/.local/share/bash-completion/completions/policywright`. zsh: write it to a file `_policywright` in a folder of `$fpath`. fish: `policywright completion fish > ~/.config/fish/completions/policywright.fish`.',
  ],
  examples: ['completion bash', 'completion zsh > ~/.zfunc/_policywright'],
  run: async ({ operands: [shell = ''], io, program }) => {
    // INVARIANT: the operand is one of the choices.
    const write = SHELLS[shell as Shell];
    io.stdout.write(write(await completedWords(program)));
    return EXIT_CODE.yes;
  },
});
