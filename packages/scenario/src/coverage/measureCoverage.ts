import {
  compile,
  requestsBehind,
  type PolicySet,
  type Request,
  type StatementReport,
} from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { mapPolicies, placedPolicies } from '../policies/placedPolicies.ts';
import { TestedDocuments, type TestedDocument } from '../tested/testedDocuments.ts';
import type { CallRequest, CallRunner } from '../model/callRunner.ts';
import type { ScenarioFile } from '../model/scenario.ts';
import { concerns, DocumentProbe, type CoveragePoint, type EntryProbe } from './_internals/documentProbe.ts';
import type { CoveredPart, CoverageReport, CoverageTally, DocumentCoverage } from './coverageReport.ts';

/**
 * Measures which parts of their policies scenarios exercise. A statement concerns a scenario when its action,
 * resource and principal elements match the request, in a layer that bears on it. Then
 *
 * - a statement is covered when it applies in some scenario: it concerns it, and its conditions hold;
 * - an entry of `Action`, `NotAction`, `Resource` or `NotResource` is covered when it matches the request of some
 *   scenario that the statement would concern with that entry alone; an entry of the negated elements is what keeps
 *   the statement away then;
 * - a condition (operator and key) counts twice: covered once when it holds in some scenario that the statement
 *   concerns, and once when it does not hold in one.
 *
 * A document is its text: where several scenarios hold the same, it counts once and its place is the first. Only
 * scenarios that could be read and that expect a decision count, whether or not they pass.
 *
 * @param files - scenario files as read.
 * @param calls - what decides scenarios with `operation`: they count with each request that they are authorised by; without it
 * they are passed over.
 * @returns the parts by document, in order. Never throws.
 */
export function measureCoverage(files: readonly ScenarioFile[], calls?: CallRunner): CoverageReport {
  const documents = new TestedDocuments(files, calls);
  const probes = new Map(documents.all().map((document) => [document, new DocumentProbe(document)]));
  for (const { requests } of documents.scenarios)
    for (const one of requests) probeRequest(one, documents, probes);
  const covered = [...probes].map(([document, { points }]) => ({ document, points }));
  const total = tally(covered.flatMap(({ points }) => points));
  return {
    ...total,
    percent: percentOf(total),
    documents: covered.map(({ document, points }) => report(document, points)),
  };
}

type Probes = ReadonlyMap<TestedDocument, DocumentProbe>;

function probeRequest(asked: CallRequest, documents: TestedDocuments, probes: Probes): void {
  const { policies, request } = asked;
  const placed = new Map(placedPolicies(policies).map(({ pointer, policy }) => [pointer, policy]));
  const open = new Map<Policy, EntryProbe[]>();
  for (const { statement, report } of reportsOf(policies, request)) {
    const policy = placed.get(statement.policy);
    const document = policy && documents.of(policy);
    const probe = document && probes.get(document);
    if (policy === undefined || probe === undefined) continue;
    const entries = probe.read(statement.pointer, report);
    open.set(policy, [...(open.get(policy) ?? []), ...entries]);
  }
  if ([...open.values()].some((entries) => entries.length > 0)) probeEntries(asked, open);
}

/** Evaluates each open entry as a statement of its own, in the place of the policy that it is from. */
function probeEntries({ policies, request }: CallRequest, open: ReadonlyMap<Policy, EntryProbe[]>): void {
  const placed = new Map<string, readonly EntryProbe[]>();
  const taken = mapPolicies(policies, (policy, pointer) => {
    const entries = open.get(policy) ?? [];
    placed.set(pointer, entries);
    const statements = entries.map(({ statement }, index) => ({
      ...statement,
      pointer: `/Statement/${String(index)}`,
    }));
    return { ...policy, statements };
  });
  for (const { statement, report } of reportsOf(taken, request)) {
    const index = Number(statement.pointer.slice('/Statement/'.length));
    const entry = placed.get(statement.policy)?.[index];
    if (entry !== undefined && concerns(report)) entry.point.covered = true;
  }
}

interface PlacedReport {
  readonly report: StatementReport;
  /** JSON pointers: of its policy in the set, and of itself in the policy. */
  readonly statement: { readonly policy: string; readonly pointer: string };
}

/** How each statement fares, of the layers that bear on the request, for each resource that it reaches (rule S210). */
function reportsOf({ underlying, ...front }: PolicySet, request: Request): readonly PlacedReport[] {
  const behind = requestsBehind(request).flatMap((one, index) => {
    const pointer = `/underlying/${String(index)}`;
    const reports = reportsOfOne({ ...front, resource: underlying?.[index] }, one);
    return reports.map(({ report, statement }): PlacedReport => {
      const policy = statement.policy === '/resource' ? pointer : statement.policy;
      return { report, statement: { ...statement, policy } };
    });
  });
  return [...reportsOfOne(front, { ...request, underlying: undefined }), ...behind];
}

function reportsOfOne(policies: PolicySet, request: Request): readonly PlacedReport[] {
  const { layers } = compile(policies).explain(request);
  return layers
    .filter(({ verdict }) => verdict !== 'notApplicable')
    .flatMap(({ statements }) => statements)
    .map((report) => {
      const at = report.ref.lastIndexOf('/Statement');
      return { report, statement: { policy: report.ref.slice(0, at), pointer: report.ref.slice(at) } };
    });
}

function report(document: TestedDocument, points: readonly CoveragePoint[]): DocumentCoverage {
  const of = (part: CoveredPart): CoverageTally => tally(points.filter((point) => point.part === part));
  const missed = points.filter(({ covered }) => !covered);
  return {
    ...document.place(),
    scenarios: document.scenarios.size,
    statements: of('statement'),
    actions: of('action'),
    resources: of('resource'),
    conditions: of('condition'),
    percent: percentOf(tally(points)),
    uncovered: missed.map(({ part, pointer, message }) => ({
      ...document.place(pointer),
      part,
      pointer,
      message,
    })),
  };
}

function tally(points: readonly CoveragePoint[]): CoverageTally {
  return { covered: points.filter(({ covered }) => covered).length, total: points.length };
}

/** Rounded down, so that 100 means all. */
function percentOf({ covered, total }: CoverageTally): number {
  return total === 0 ? 100 : Math.floor((covered * 100) / total);
}
