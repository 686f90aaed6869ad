import { trailFiles } from '@policywright-tooling/organization';
import { AccountAudit, auditShard, EventReader, type Snapshot } from '@policywright/account';
import { cpuTime } from '../measure/cpuTime.ts';
import { spreadOf } from '../measure/median.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { readSnapshot } from './snapshotFolder.ts';

/** What is asked of a snapshot. */
export type AuditQuestion = 'load' | 'whoCan' | 'pairs' | 'paths' | 'replay';

/** One measurement. */
export interface AuditInput {
  readonly folder: string;
  readonly question: AuditQuestion;
  /** For `replay`. */
  readonly events: number;
}

/** What it took. */
export interface AuditFigures {
  /** Processor time in milliseconds, by what was done. */
  readonly times: Readonly<Record<string, number>>;
  /** How many answers there were. */
  readonly answers: number;
  /** The most memory of the process, in megabytes. */
  readonly memory: number;
}

type Asked = Omit<AuditFigures, 'memory'>;

/** Loads a snapshot and asks it one question, in a process that does nothing else. */
export function auditTask({ folder, question, events }: AuditInput): Promise<AuditFigures> {
  const loaded = took(() => {
    const snapshot = readSnapshot(folder);
    return { snapshot, audit: new AccountAudit(snapshot) };
  });
  const { audit, snapshot } = loaded.result;
  const asked = (): Asked => {
    switch (question) {
      case 'load':
        return { times: { load: loaded.took }, answers: audit.principals.length };
      case 'whoCan':
        return askWhoCan(audit, snapshot);
      case 'pairs': {
        const pairs = took(() => auditShard(snapshot, { index: 0, count: 1 }));
        return { times: { pairs: pairs.took }, answers: pairs.result.answers.length };
      }
      case 'paths': {
        const paths = took(() => audit.paths());
        return { times: { paths: paths.took }, answers: paths.result.length };
      }
      case 'replay':
        return askReplay(audit, events);
    }
  };
  const figures = asked();
  return Promise.resolve({ ...figures, memory: process.resourceUsage().maxRSS / 1024 });
}

const took = <Result>(call: () => Result): { readonly result: Result; readonly took: number } =>
  milliseconds(call, cpuTime);

/** An action that people ask about, by the service of the resource. */
const ACTIONS: Readonly<Record<string, string>> = {
  s3: 's3:ListBucket',
  sqs: 'sqs:SendMessage',
  dynamodb: 'dynamodb:GetItem',
  kms: 'kms:Decrypt',
  lambda: 'lambda:InvokeFunction',
  secretsmanager: 'secretsmanager:GetSecretValue',
};

/** The first question, which reads what it needs of the catalog, and one for each resource after it. */
function askWhoCan(audit: AccountAudit, { resources = [] }: Snapshot): Asked {
  let answers = 0;
  const [first = NaN, ...others] = resources.map(({ arn }) => {
    const action = ACTIONS[arn.split(':', 3)[2] ?? ''] ?? '';
    const asked = took(() => audit.whoCan(action, arn));
    answers += asked.result.principals.length;
    return asked.took;
  });
  const { median, max } = spreadOf(others);
  return { times: { first, median, longest: max }, answers };
}

function askReplay(audit: AccountAudit, events: number): Asked {
  const reader = new EventReader();
  let read = 0;
  // What makes the events is not measured.
  for (const text of trailFiles({ principals: audit.principals, events })) {
    const bytes = Buffer.from(text);
    read += took(() => reader.read(bytes)).took;
  }
  const ended = took(() => reader.end());
  read += ended.took;
  const { calls } = ended.result;
  const replay = took(() => audit.replay(calls));
  return { times: { read, replay: replay.took, both: read + replay.took }, answers: calls.length };
}
