import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duration, figure } from '../report/units.ts';
import type { Suite } from '../suite/suite.ts';
import { runTask } from '../task/runTask.ts';
import type { AuditFigures, AuditQuestion } from './auditTask.ts';

const MILLISECOND = 1e6;

interface Line {
  readonly question: AuditQuestion;
  /** Which of its times the line shows. */
  readonly time: string;
  readonly what: string;
  /** Milliseconds, of 10,000 principals and 1,000,000 events. */
  readonly budget?: number;
  /** Megabytes. */
  readonly memory?: number;
}

const LINES: readonly Line[] = [
  { question: 'load', time: 'load', what: 'load', budget: 1000, memory: 130 },
  { question: 'whoCan', time: 'first', what: 'who can, the first question', budget: 50 },
  { question: 'whoCan', time: 'median', what: 'who can, median of one for each resource', budget: 50 },
  { question: 'whoCan', time: 'longest', what: 'who can, the longest of them' },
  { question: 'pairs', time: 'pairs', what: 'all pairs that mean something', budget: 15_000, memory: 350 },
  { question: 'paths', time: 'paths', what: 'paths to administrators', budget: 20_000 },
  { question: 'replay', time: 'read', what: 'replay: events read' },
  { question: 'replay', time: 'replay', what: 'replay: calls decided' },
  { question: 'replay', time: 'both', what: 'replay: both', budget: 15_000 },
];
const QUESTIONS: readonly AuditQuestion[] = ['load', 'whoCan', 'pairs', 'paths', 'replay'];

/** What questions about the accounts of an organization cost. */
export const auditSuite: Suite = {
  name: 'audit',
  title: 'Accounts of an organization',
  async run({ quick, progress }) {
    const principals = quick ? 1000 : 10_000;
    const events = quick ? 20_000 : 1_000_000;
    const folder = mkdtempSync(join(tmpdir(), 'policywright-audit-'));
    const data = new Map<AuditQuestion, AuditFigures>();
    try {
      await runTask('writeSnapshot', { folder, principals });
      for (const question of QUESTIONS) {
        progress(`${question}, ${figure(principals)} principals`);
        data.set(question, await runTask('audit', { folder, question, events }));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    return {
      table: {
        headings: ['question', 'time', 'budget', 'memory', 'budget of memory', 'answers'],
        rows: LINES.map(({ question, time, what, budget, memory }) => {
          const { times = {}, memory: most = NaN, answers = NaN } = data.get(question) ?? {};
          return [
            what,
            duration((times[time] ?? NaN) * MILLISECOND),
            budget === undefined ? '' : duration(budget * MILLISECOND),
            `${figure(most)} MB`,
            memory === undefined ? '' : `${figure(memory)} MB`,
            figure(answers),
          ];
        }),
      },
      remarks: [
        `A made-up organization of ${figure(principals)} principals in accounts of 200, and 100 resources; ${figure(events)} events, most of them of few principals that make the same requests again and again. Budgets are those of 10,000 principals and 1,000,000 events. Each question in a fresh process that has loaded the snapshot, in processor time, all threads counted; memory is the most that the process had, loading and Node itself included. Answers: principals that were read or can do something, pairs and paths, different calls.`,
      ],
      data: Object.fromEntries(data),
    };
  },
};
