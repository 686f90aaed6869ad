import { expandActions } from '@policywright/catalog';
import { compile, type Request } from '@policywright/evaluator';
import { inTurn } from '../measure/inTurn.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { timeOf } from '../measure/timeOf.ts';
import { parseDocument } from '../peer/policywright.ts';
import { SERIES_ACTION_PATTERNS, statementSeries } from '../workload/statementSeries.ts';

/** What a number of statements costs. */
export interface Growth {
  /** Milliseconds. */
  readonly parse: number;
  /** Milliseconds. */
  readonly compile: number;
  /** Milliseconds of the first decision after compiling. */
  readonly first: number;
  /** Nanoseconds of a decision, the same action each time. */
  readonly warm: number;
  /** Nanoseconds of a decision while 1,024 actions take turns. */
  readonly manyActions: number;
  /** Microseconds of the first decision about an action, on average over actions that statements cover. */
  readonly newAction: number;
  /** Microseconds of a decision while all actions of the catalog take turns: more than are remembered. */
  readonly allActions: number;
}

/** One size of policy. */
export interface GrowthInput {
  readonly statements: number;
  readonly seconds: number;
}

/** Measures one size of policy. */
export async function growthTask({ statements, seconds }: GrowthInput): Promise<Growth> {
  const workload = statementSeries('growth', statements);
  const parsed = milliseconds(() => parseDocument(workload.identity));
  const compiled = milliseconds(() => compile({ identity: [parsed.result] }));
  const authorizer = compiled.result;
  const [request] = workload.allowed;
  if (request === undefined) throw new Error('a workload without request');
  const first = milliseconds(() => authorizer.decide(request));
  if (first.result !== 'Allow') throw new Error('the last statement does not allow');

  const ask = ({ resource }: Request, action: string) => {
    const asked = { ...request, resource, action };
    return () => authorizer.decide(asked);
  };
  const covered = [...new Set(SERIES_ACTION_PATTERNS.flatMap((pattern) => expandActions(pattern)))];
  const news = milliseconds(() => covered.map((action) => ask(request, action)()));
  const actions = expandActions('*');
  const spaced = Array.from({ length: 1024 }, (_, i) => covered[i % covered.length] ?? '');
  const others = spaced.map((action, i) => (i < covered.length ? action : (actions[i * 17] ?? '')));
  const all = actions.map((action) => ask(request, action));
  const warm = await timeOf(inTurn(workload.allowed.map((allowed) => ask(allowed, request.action))), seconds);
  const manyActions = await timeOf(inTurn(others.map((action) => ask(request, action))), seconds);
  const inAll = milliseconds(() => {
    for (const question of all) question();
  });
  return {
    parse: parsed.took,
    compile: compiled.took,
    first: first.took,
    warm,
    manyActions,
    newAction: (news.took * 1000) / covered.length,
    allActions: (inAll.took * 1000) / all.length,
  };
}
