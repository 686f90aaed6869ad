import { installedBytes, packageVersion, withDependencies } from '../measure/installedPackage.ts';
import { spreadOf } from '../measure/median.ts';
import { packedSize } from '../measure/packedSize.ts';
import { duration, figure } from '../report/units.ts';
import type { PeerAnswer } from '../task/proofPeerTask.ts';
import { runTask } from '../task/runTask.ts';
import type { Suite } from './suite.ts';

const MILLISECOND = 1e6;

/** The same questions asked of an SMT solver, in the fragment of the language that both have words for. */
export const peersProofSuite: Suite = {
  name: 'peers-proof',
  title: 'Whether a version allows more, beside an SMT solver',
  async run({ quick, progress }) {
    const input = quick ? { every: 400, timeout: 1000 } : { every: 40, timeout: 5000 };
    progress('versions of managed policies, asked of z3 and of the analyzer');
    const { asked, answers, loading } = await runTask('proofPeer', input);
    const contradictions = answers.filter(
      ({ analyzer, solver }) => solver !== undefined && analyzer !== 'unknown' && solver !== analyzer,
    );
    if (contradictions.length > 0)
      throw new Error(`they contradict each other: ${JSON.stringify(contradictions)}`);
    const answered = answers.filter(({ solver }) => solver !== undefined);
    const rows: readonly (readonly string[])[] = [
      row(`z3-solver ${packageVersion('z3-solver')}`, {
        answers,
        answered: answered.length,
        took: ({ solverTook }) => solverTook,
        bytes: unpacked('z3-solver'),
      }),
      row('@policywright/analyzer', {
        answers,
        answered: answers.filter(({ analyzer }) => analyzer !== 'unknown').length,
        took: ({ analyzerTook }) => analyzerTook,
        bytes: unpacked('@policywright/analyzer'),
      }),
    ];
    return {
      table: {
        headings: ['', 'questions', 'answered', 'median', '95 %', 'longest', 'all', 'kB unpacked'],
        rows,
      },
      remarks: [
        `Every ${String(input.every)}th two consecutive versions of the AWS managed policies, in both directions: ${String(asked)} questions, of which the fragment has words for ${String(answers.length)}. It has Allow and Deny, patterns of actions and resources, and conditions of the operators on strings and \`Null\` with no policy variables.`,
        `z3 may take ${duration(input.timeout * MILLISECOND)} for each; loading it takes ${duration(loading * MILLISECOND)} beside. Questions in SMT-LIB have ${figure(spreadOf(answers.map(({ characters }) => characters)).median)} characters in the median. Where both answer, they agree.`,
        'z3 on the wall, since it has a thread of its own; the analyzer in processor time. Sizes with everything that the packages depend on, ours as `npm pack` would pack them.',
      ],
      data: { asked, loading, ...input, answers },
    };
  },
};

interface Measured {
  readonly answers: readonly PeerAnswer[];
  readonly answered: number;
  readonly took: (answer: PeerAnswer) => number;
  readonly bytes: number;
}

function row(name: string, { answers, answered, took, bytes }: Measured): readonly string[] {
  const times = answers.map(took).sort((one, other) => one - other);
  const ms = (milliseconds: number): string => duration(milliseconds * MILLISECOND);
  return [
    name,
    figure(answers.length),
    figure(answered),
    ...[0.5, 0.95, 1].map((part) => ms(times[Math.floor((times.length - 1) * part)] ?? NaN)),
    ms(times.reduce((sum, time) => sum + time, 0)),
    figure(bytes / 1000),
  ];
}

function unpacked(name: string): number {
  const isOurs = name.startsWith('@policywright/');
  return withDependencies(name)
    .map((directory) => (isOurs ? packedSize(directory).unpackedSize : installedBytes(directory)))
    .reduce((sum, bytes) => sum + bytes, 0);
}
