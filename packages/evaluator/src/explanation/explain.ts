import { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import type { DecisionFlow } from '../decision/decisionFlow.ts';
import { RequestReader } from '../decision/requestReader.ts';
import { resourcePolicyKindOf } from '../decision/resourcePolicyKind.ts';
import type { Settlement } from '../settlement/settlement.ts';
import { reasonPhrase } from '../settlement/reasonPhrase.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { textOf } from '../phrase/textOf.ts';
import { isRequest } from '../request/isRequest.ts';
import type { Request } from '../request/request.ts';
import type { CompiledLayer } from '../sides/compiledSide.ts';
import { LAYER_BIT, type Layer, type LayerKind } from '../layers/layer.ts';
import type { Doubt, Explanation, LayerReport, LayerVerdict, NearMiss, StatementRef } from './explanation.ts';
import { nearestMiss } from './nearestMiss.ts';
import { appliesTo, reportStatement, statementRef, type ReportInput } from './statementReport.ts';
import { doubtsOf } from './doubts.ts';
import { headlineOf } from './headline.ts';

const KINDS: readonly LayerKind[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'scp',
  'rcp',
  'vpcEndpoint',
];

/**
 * Explains one decision. The decision is made at once; its summary and the trace of statements are worked
 * out when first read, from the request as it then is.
 *
 * @param set - the compiled policy set.
 * @param flow - the decision flow over that set.
 * @param request - the request to decide.
 */
export function explain(set: CompiledSet, flow: DecisionFlow, request: Request): Explanation {
  const settlement = flow.settle(request);
  const decisive = flow.denying && statementRef(flow.denying);
  const blocking = set.layers.find(({ index }) => index === flow.blocking);
  const resourcePolicyKind = flow.known && resourcePolicyKindOf(flow.known, set.flags);
  let input: ReportInput | undefined;
  let trace: Trace | undefined;
  let doubts: readonly Doubt[] | undefined;
  let allowing: readonly StatementRef[] | undefined;
  const outcome = { settlement, blocking, decisive };
  const readInput = (): ReportInput => (input ??= inputOf(set, request));
  const read = (): Trace =>
    (trace ??= whereItIsOne(request, NO_TRACE, () => buildTrace(set, readInput(), outcome)));
  return {
    request,
    decision: settlement.decision,
    code: settlement.code,
    rule: settlement.rule,
    missing: settlement.missing,
    sentence: settlement.sentence,
    resourcePolicyKind,
    get headline(): Phrase {
      return isRequest(request) ? headlineOf({ request, ...outcome }) : reasonPhrase(settlement.reason);
    },
    get summary(): string {
      return summaryOf(settlement, this.headline);
    },
    get undecided(): boolean {
      return this.doubts.length > 0;
    },
    get doubts(): readonly Doubt[] {
      return (doubts ??= doubtsOf(settlement.decision, this.layers));
    },
    get decisive(): StatementRef | undefined {
      if (decisive !== undefined) return decisive;
      allowing ??= whereItIsOne(request, [], () => allowingStatement(set, readInput(), settlement));
      return allowing[0];
    },
    get layers(): readonly LayerReport[] {
      return read().layers;
    },
    get nearest(): NearMiss | undefined {
      return read().nearest;
    },
  };
}

/** A decision and what settled it, as text. */
export function summaryOf({ decision }: Settlement, headline: Phrase): string {
  return `${decision === 'Allow' ? 'allowed' : 'denied'}: ${textOf(headline)}`;
}

const NO_TRACE: Trace = { layers: [], nearest: undefined };

/** A decision may need less of what should be a request than what else is said of it; nothing more can be said then. */
function whereItIsOne<Result>(request: Request, otherwise: Result, say: () => Result): Result {
  try {
    return say();
  } catch (error) {
    if (isRequest(request)) throw error;
    return otherwise;
  }
}

interface Trace {
  readonly layers: readonly LayerReport[];
  readonly nearest: NearMiss | undefined;
}

interface Outcome {
  readonly settlement: Settlement;
  readonly blocking: Layer | undefined;
}

function inputOf(set: CompiledSet, request: Request): ReportInput {
  const reader = new ContextReader(set.keys);
  const requests = new RequestReader(set);
  reader.load(request.context);
  return { known: requests.read(request, reader), reader };
}

function buildTrace(set: CompiledSet, input: ReportInput, outcome: Outcome): Trace {
  const { inactive } = input.known;
  const present = set.layers.map((layer) => reportLayer(layer, { input, inactive }));
  const layers = KINDS.flatMap((kind) => {
    const reports = present.filter(({ layer }) => layer === kind);
    return reports.length > 0 ? reports : [absent(kind)];
  });
  return { layers, nearest: nearest(outcome, layers) };
}

function absent(layer: LayerKind): LayerReport {
  return { layer, level: undefined, verdict: 'absent', statements: [] };
}

interface LayerInput {
  readonly input: ReportInput;
  readonly inactive: number;
}

function reportLayer(layer: CompiledLayer, { input, inactive }: LayerInput): LayerReport {
  const statements = layer.statements.map((statement) => reportStatement(statement, input));
  const verdict = (): LayerVerdict => {
    if ((LAYER_BIT[layer.kind] & inactive) !== 0) return 'notApplicable';
    if (statements.some(({ applies, effect }) => applies && effect === 'Deny')) return 'denies';
    if (statements.some(({ applies, effect }) => applies && effect === 'Allow')) return 'allows';
    return layer.kind === 'rcp' && !layer.hasAllow ? 'allows' : 'silent';
  };
  return { layer: layer.kind, level: layer.level, verdict: verdict(), statements };
}

/** The first statement that allows, of the layer whose allowing settled the request; none where none did. */
function allowingStatement(
  set: CompiledSet,
  input: ReportInput,
  { granting }: Settlement,
): readonly StatementRef[] {
  if (granting === undefined) return [];
  for (const { kind, statements } of set.layers) {
    if (kind !== granting) continue;
    const first = statements.find(
      (statement) => statement.source.effect === 'Allow' && appliesTo(statement, input),
    );
    if (first !== undefined) return [statementRef(first)];
  }
  return [];
}

function nearest({ settlement, blocking }: Outcome, layers: readonly LayerReport[]): NearMiss | undefined {
  const kinds = settlement.missing;
  if (kinds.length === 0) return undefined;
  const wanted = layers.filter(({ layer, level }) =>
    blocking === undefined ? kinds.includes(layer) : layer === blocking.kind && level === blocking.level,
  );
  return nearestMiss(wanted);
}
