import {
  ACCESS_LEVELS,
  expandActions,
  findConditionKey,
  getAction,
  getResourceType,
  getService,
  globalConditionKeys,
  matchResource,
  relevantKeys,
  requiredPermissions,
  services,
  type ConditionKey,
  wordsFromName,
} from '@policywright/catalog';
import { compile, decideAll, type PolicySet } from '@policywright/evaluator';
import { lintText } from '@policywright/lint';
import { assemble } from '../model/decided.ts';
import { readForm, readRequest } from '../model/readForm.ts';
import { searchActions } from './actionSearch.ts';
import {
  DECISION_CODES,
  type ActionFacts,
  type Answer,
  type Call,
  type KeyFacts,
  type LanguageApi,
  type Matrix,
  type MatrixInput,
  type Suggestion,
} from './languageApi.ts';

const suggestionOf = (name: string): Suggestion => ({
  label: name,
  detail: getAction(name)?.accessLevels.join(', ') ?? '',
});

let actionNames: readonly string[] | undefined;

/** Every action of the catalog. */
function everyAction(): readonly string[] {
  actionNames ??= services().flatMap(({ actions }) => actions.map(({ fullName }) => fullName));
  return actionNames;
}

function matrix(input: MatrixInput): Matrix | undefined {
  const { slots, resources } = input;
  const workspace = assemble(slots, input);
  if (!workspace.ok) return undefined;
  const actions = everyAction();
  const start = performance.now();
  const decisions = decideMatrix(workspace.policies, input, actions);
  const milliseconds = performance.now() - start;
  const levels = Uint8Array.from(actions, (name) =>
    ACCESS_LEVELS.indexOf(getAction(name)?.accessLevels.at(-1) ?? 'Read'),
  );
  return { actions, levels, resources, decisions, milliseconds };
}

/** All actions on all resources, one row of codes a resource. */
function decideMatrix(
  policies: PolicySet,
  { request, flags, resources }: MatrixInput,
  actions: readonly string[],
): readonly Uint8Array[] {
  const { identity, boundary, session, scps, rcps, resource: policy, vpcEndpoint } = policies;
  const asked = resources.map((resource) => readRequest({ ...request, resource }));
  // The sides of a cube say in other words what flags, grants and access points say: with these, each action is
  // decided on its own.
  const isBeyondCube = policies.underlying !== undefined || policies.grants !== undefined;
  if (isBeyondCube || Object.values(flags).some((flag) => flag !== undefined && flag !== false)) {
    const { decide } = compile({ ...policies, flags });
    return asked.map((on) =>
      Uint8Array.from(actions, (action) => DECISION_CODES.indexOf(decide({ ...on, action }))),
    );
  }
  const rows = decideAll({
    principals: [{ principal: readForm(request).principal, identity, boundary, session, scps }],
    resources: asked.map(({ resource, resourceAccount, context }) => ({
      resource,
      resourceAccount,
      context,
      policy,
      rcps,
    })),
    endpoint: { policies: vpcEndpoint },
    actions,
  });
  return Array.from(rows, (row) =>
    Uint8Array.from(actions, (_, number) => DECISION_CODES.indexOf(row.decision(number))),
  );
}

/** Everything else that a call needs, of its resource types and the roles that it passes, too. */
function dependentsOf(action: string): readonly string[] {
  const needed = requiredPermissions(action) ?? [];
  return [...new Set(needed.filter(({ reason }) => reason === 'dependent').map((needs) => needs.action))];
}

function describeAction(name: string): ActionFacts | undefined {
  const action = getAction(name);
  if (action === undefined) return undefined;
  return {
    name: action.fullName,
    words: wordsFromName({ kind: 'action', name: action.fullName }),
    service: getService(action.service)?.name ?? action.service,
    accessLevels: action.accessLevels,
    resources: action.resourceTypes.map(({ name: type, required }) => ({
      name: type,
      required,
      arnFormats: getResourceType(action.service, type)?.arnFormats ?? [],
    })),
    conditionKeys: action.conditionKeys,
    dependentActions: dependentsOf(action.fullName),
    permissionOnly: action.permissionOnly,
  };
}

function factsOf({ name, type, multivalued }: ConditionKey): KeyFacts {
  return { name, words: wordsFromName({ kind: 'conditionKey', name }), type, multivalued };
}

/** Actions that complete `ecs:Ru`; services, while no colon is typed. */
function completeAction(text: string, limit: number): readonly Suggestion[] {
  const [prefix = '', rest] = text.split(':');
  if (rest === undefined) {
    const lower = prefix.toLowerCase();
    return services()
      .filter((service) => service.prefix.startsWith(lower))
      .slice(0, limit)
      .map((service) => ({ label: `${service.prefix}:*`, detail: service.name }));
  }
  const lower = rest.toLowerCase();
  return (getService(prefix)?.actions ?? [])
    .filter(({ name }) => name.toLowerCase().includes(lower))
    .toSorted(
      (a, b) =>
        Number(b.name.toLowerCase().startsWith(lower)) - Number(a.name.toLowerCase().startsWith(lower)),
    )
    .slice(0, limit)
    .map(({ fullName }) => suggestionOf(fullName));
}

const api: LanguageApi = {
  lint: (text, type) => lintText(text, { type }).findings,
  searchActions: (text, limit) => searchActions(text, limit).map(suggestionOf),
  completeAction,
  describeAction,
  describePattern: (pattern) => {
    const actions = expandActions(pattern);
    return { count: actions.length, first: actions.slice(0, 12) };
  },
  keysOf: (action) =>
    relevantKeys(action)?.map(({ key }) => factsOf(key)) ?? globalConditionKeys.map(factsOf),
  describeKey: (key) => {
    const found = findConditionKey(key);
    return found === undefined ? undefined : factsOf(found);
  },
  describeResource: (arn) =>
    matchResource(arn).map(({ type: resourceType }) => ({
      service: resourceType.service,
      type: resourceType.name,
    })),
  matrix,
  compare: async (input) => (await import('./proofs/compare.ts')).compare(input),
  prove: async (input, question) => (await import('./proofs/prove.ts')).prove(input, question),
  openText: async (name, text) => (await import('./opening/openText.ts')).openText(name, text),
  openPrincipal: async (arn) => (await import('./opening/openAccount.ts')).openPrincipal(arn),
  decideCall: async (input) => (await import('./calls/decideCall.ts')).decideCall(input),
  suggest: async (input) => (await import('./calls/suggest.ts')).suggest(input),
};

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  void answer(data).then((message) => postMessage(message));
});

async function answer({ id, method, args }: Call): Promise<Answer> {
  try {
    return { id, value: await (api[method] as (...values: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
