import type { ContextValue } from '@policywright/conditions';
import type { Request, SettlementCode } from '@policywright/evaluator';
import type { Circumstance } from '../model/circumstance.ts';
import { ACTION, RESOURCE } from '../model/requirement.ts';
import type { Settled, Side } from '../model/side.ts';
import type { Problem } from '../search/problem.ts';
import type { Path } from '../search/search.ts';
import { EXAMPLE_ACCOUNT, EXAMPLE_REGION } from '../universe/exampleValues.ts';
import { triedRequests } from './triedRequests.ts';

/** A request that comes out as wanted, and how each side decides it. */
export interface Realised {
  readonly request: Request;
  readonly settled: readonly Settled[];
  readonly sides: readonly Side[];
}

/**
 * What became of a way: a request; `refused` by a rule of a single service that no policy changes, for every request of the
 * way; `open` where values are missing of which none was found; `through` where the request goes through an access point; `strange` where its caller
 * has other keys than the way asks for; `amiss` where the request is decided otherwise.
 */
export type Realisation =
  | { readonly outcome: 'request'; readonly realised: Realised }
  | {
      readonly outcome: 'refused' | 'open' | 'amiss' | 'ruled' | 'through' | 'strange';
      readonly about: string;
    };

/** Settlements that hang on caller and action alone, whatever the policies say. */
const BY_ACTION: ReadonlySet<SettlementCode> = new Set([
  'caller-identity',
  'session-token',
  'credentials-refused',
  'identity-provider-refused',
  'unsigned-refused',
  'root-assumes-no-role',
  'cross-account-refused',
]);
/** Those that hang on the resource too. */
const BY_RESOURCE: ReadonlySet<SettlementCode> = new Set([
  'reserved-entity',
  'public-access-blocked',
  'partition-crossing',
  'assume-root-refused',
]);

/** So many actions of one cell are tried. */
const MOST_ACTIONS = 12;

/**
 * Makes a request of a way through cells, and sees how it is decided.
 *
 * @param path - the way.
 * @param problem - what is looked for.
 */
export function realise(path: Path, problem: Problem): Realisation {
  const cell = path.steps.find(({ variable }) => variable === ACTION)?.cell.value;
  const { actions, whole } = cell?.kind === 'actions' ? cell : { actions: [], whole: false };
  const isOpen = path.steps.some((step) => step.cell.value === undefined);
  let last: Realisation = { outcome: 'amiss', about: actions[0] ?? '' };
  for (const action of actions.slice(0, MOST_ACTIONS)) {
    last = isOpen ? tryAll(path, action, problem) : tryOne(requestOf(path, action, problem), problem);
    if (last.outcome === 'amiss' && !path.isCertain) last = { outcome: 'ruled', about: action };
    if (last.outcome === 'request' || last.outcome === 'amiss') return last;
  }
  // What is refused for each of some actions is not refused for those that were not tried.
  const isAll = whole && actions.length <= MOST_ACTIONS;
  return last.outcome === 'refused' && !isAll ? { ...last, outcome: 'ruled' } : last;
}

function tryOne(request: Request, problem: Problem): Realisation {
  if (!problem.given.admits(request)) return { outcome: 'open', about: request.action };
  const realised = settle(request, problem);
  if (isWanted(request, problem)) return { outcome: 'request', realised };
  const { settled } = realised;
  const isRefused = settled.some(
    ({ code }, index) => BY_ACTION.has(code) || neverAssumesRoot(code, problem.sides[index]),
  );
  if (isRefused) return { outcome: 'refused', about: request.action };
  const codes = settled.map(({ code }) => code);
  if (codes.some((code) => BY_RESOURCE.has(code))) return { outcome: 'ruled', about: request.action };
  const keys = Object.keys(request.context ?? {});
  const isThrough = keys.some((key) => key.toLowerCase() === 's3:dataaccesspointarn');
  if (isThrough) return { outcome: 'through', about: request.action };
  // Of what hangs on the caller, another may have been found than the one whom the request is then of.
  return { outcome: problem.given.isOpen ? 'strange' : 'amiss', about: request.action };
}

/** Who may call sts:AssumeRoot is refused for some resources, everyone else for all (rule S204). */
function neverAssumesRoot(code: SettlementCode, side: Side | undefined): boolean {
  const { principalInManagementAccount = false, delegatedAdministrator = false } = side?.set?.flags ?? {};
  return code === 'assume-root-refused' && !principalInManagementAccount && !delegatedAdministrator;
}

function tryAll(path: Path, action: string, problem: Problem): Realisation {
  for (const request of triedRequests(path, requestOf(path, action, problem), problem)) {
    const tried = tryOne(request, problem);
    if (tried.outcome === 'request' || tried.outcome === 'refused') return tried;
  }
  return { outcome: 'open', about: action };
}

/** Whether each side decides a request as wanted, and it is one of the callers'. */
export function isWanted(request: Request, { sides, wanted, given }: Problem): boolean {
  return given.admits(request) && sides.every((side, index) => side.allows(request) === wanted[index]);
}

/** How each side decides a request. */
export function settle(request: Request, { sides }: Problem): Realised {
  return { request, settled: sides.map((side) => side.settle(request)), sides };
}

function requestOf({ steps, circumstance }: Path, action: string, problem: Problem): Request {
  const { keys, given, universe } = problem;
  const context: Record<string, ContextValue> = { ...given.context };
  let resource: string | undefined;
  for (const { variable, requirements, cell } of steps) {
    const { value } = cell;
    const [first] = requirements;
    if (variable === RESOURCE) resource = value?.kind === 'resource' ? value.text : cell.hint;
    if (first?.kind === 'key' && value?.kind === 'key' && value.value !== undefined) {
      context[keys.name(first.slot)] = value.value;
    }
  }
  const asked =
    resource ?? resourceFor(action, { patterns: universe.resourcesOf(action), circumstance, given });
  return given.request({ action, resource: asked, context });
}

/** Some resource of an action, where no statement tells resources apart. */
function resourceFor(
  action: string,
  {
    patterns,
    circumstance: { resource: must },
    given,
  }: {
    readonly patterns: readonly string[] | undefined;
    readonly circumstance: Circumstance;
    readonly given: Problem['given'];
  },
): string {
  const partition = given.partition ?? 'aws';
  const account = given.parts.resourceAccount ?? EXAMPLE_ACCOUNT;
  if (must?.has === true && patterns === undefined) {
    const service = action.slice(0, action.indexOf(':'));
    return `arn:${partition}:${service}:${EXAMPLE_REGION}:${account}${must.infix}x`;
  }
  const [first] = patterns ?? [];
  if (first === undefined || first === '*') return '*';
  // The partition must be the caller's, and the account that of the owner reads best.
  const readable = ['arn', partition, '', EXAMPLE_REGION, account];
  const fields = first.split(':').map((field, index) => (field === '*' ? (readable[index] ?? field) : field));
  return fields.join(':').replaceAll('*', 'x').replaceAll('?', 'x');
}
