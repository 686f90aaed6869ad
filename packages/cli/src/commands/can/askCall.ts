import { getAction, getOperation, type ActionName } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import type { Explanation, PolicySet } from '@policywright/evaluator';
import {
  diagnoseWorld,
  explainCheck,
  settleChecks,
  simulateAction,
  simulateOperation,
  suggestOperation,
  type ActionRequest,
  type OperationCall,
  type OperationDecision,
  type OperationDiagnostic,
  type RequiredCheck,
  type World,
} from '@policywright/operations';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { callerOfSnapshot } from './callerOfSnapshot.ts';
import { readCallerOption, readContext, readPairs, type Caller } from './canOptions.ts';
import { joinWorlds } from './joinWorlds.ts';
import { policyReader, readPolicyArguments, referencesOf, type PolicyArguments } from './policyArgument.ts';
import { readOperationInput, type ReadInput } from './readOperationInput.ts';
import { readWorld, type ToldWorld } from './readWorld.ts';

/** What was asked for on the command line. */
export interface CallArguments extends PolicyArguments {
  readonly as: string | undefined;
  readonly input: string | undefined;
  readonly world: string | undefined;
  readonly snapshot: string | undefined;
  readonly context: readonly string[];
  readonly value: readonly string[];
  readonly region: string | undefined;
  readonly 'ignore-perhaps': boolean;
}

/** A question about a call, or about an action on a resource, that can be asked under other policies as well. */
export interface AskedCall {
  /** By prefix and name in AWS's spelling. */
  readonly name: ActionName;
  readonly caller: Caller;
  readonly policies: PolicySet;
  /** The answer under some policies. */
  readonly ask: (policies: PolicySet) => OperationDecision;
  /** Why one of its checks comes out as it does. */
  readonly explain: (check: RequiredCheck, policies: PolicySet) => Explanation;
}

/**
 * Reads all that a call is decided by.
 *
 * @param io - files and environment.
 * @param operands - operation or action, and the resource where an action is asked about.
 * @param given - the options.
 * @throws CommandError - where something is missing or cannot be read.
 */
export async function askCall(
  io: Io,
  [written = '', resource]: readonly string[],
  given: CallArguments,
): Promise<AskedCall> {
  const region = given.region ?? io.env['AWS_REGION'] ?? io.env['AWS_DEFAULT_REGION'];
  const caller = readCallerOption(given.as, region, { isNamed: resource !== undefined });
  const name = nameOf(written, resource);
  const { policies, world, context, absent, missing, refuse } = await knownOf(io, name, given);
  const input = await inputOf(io, given.input, resource);
  const situation = { ...caller, context, absent };
  const call = { operation: name, input: input?.value ?? {}, ...situation };
  refuse(resource === undefined ? call : { action: name, resource, ...situation });
  const perhaps = given['ignore-perhaps'] ? 'ignore' : 'count';
  const ask = (under: PolicySet): OperationDecision => {
    const { checks, diagnostics, unlisted } =
      resource === undefined
        ? simulateOperation(under, call, world)
        : simulateAction(under, { action: name, resource, ...situation }, world);
    const wanting = missing(checks).map((words) => ({ words, need: 'thisCall' as const }));
    const placed = input === undefined ? diagnostics : diagnostics.map((found) => inFile(found, input));
    return settleChecks(checks, { perhaps, diagnostics: placed, unlisted: [...unlisted, ...wanting] });
  };
  const explain = (check: RequiredCheck, under: PolicySet): Explanation => explainCheck(under, check, world);
  return { name, caller, policies, ask, explain };
}

const IN_INPUT = '/input';

/** Names the place in the file of what is wrong with the input. */
function inFile(found: OperationDiagnostic, { placeOf }: ReadInput): OperationDiagnostic {
  const { path, message } = found;
  if (!path.startsWith(IN_INPUT)) return found;
  return { ...found, message: `${placeOf(path.slice(IN_INPUT.length))}: ${message}` };
}

/** What options, files and a snapshot tell of the caller and of resources. */
interface Known {
  readonly policies: PolicySet;
  readonly world: World;
  readonly context: RequestContext | undefined;
  readonly absent: readonly string[];
  /** What bears on a call and is not known, in words. */
  readonly missing: (checks: readonly RequiredCheck[]) => readonly string[];
  /**
   * Looks whether what is known of resources contradicts the policies or the context.
   *
   * @throws CommandError - with the place, where it does.
   */
  readonly refuse: (asked: OperationCall | ActionRequest) => void;
}

async function knownOf(io: Io, name: ActionName, given: CallArguments): Promise<Known> {
  const { as = '', snapshot } = given;
  const caller = snapshot === undefined ? undefined : await callerOfSnapshot(io, snapshot, { as, given });
  const values = Object.fromEntries(
    [...readPairs('value', given.value)].map(([key, [value = '']]) => [key, value]),
  );
  const reader = await policyReader(io, referencesOf(given, values));
  const { set, trust } = readPolicyArguments(reader, given, { values, isTrust: name.startsWith('sts:') });
  const told = given.world === undefined ? NOTHING_TOLD : await readWorld(io, given.world);
  const refusing = (policies: PolicySet, world: World) => (asked: OperationCall | ActionRequest) => {
    const [found] = diagnoseWorld(policies, asked, world);
    if (found === undefined) return;
    const { resource = '', message, help } = found;
    throw new CommandError(`${told.placeOf(resource) ?? snapshot ?? ''}: ${message}`, { help });
  };
  const context = readContext(given.context);
  if (caller === undefined) {
    const world: World = { ...told.world, trustOf: (arn) => told.world.trustOf?.(arn) ?? trust };
    const refuse = refusing(set, told.world);
    return { policies: set, world, context, absent: [], missing: () => [], refuse };
  }
  const { session, vpcEndpoint, resource } = set;
  const world = joinWorlds(told.world, caller.world);
  const policies = { ...caller.policies, session, vpcEndpoint, resource };
  return {
    policies,
    world: { ...world, trustOf: (arn) => world.trustOf?.(arn) ?? trust },
    context: { ...caller.context, ...context },
    absent: caller.absent,
    missing: caller.missing,
    refuse: refusing(policies, world),
  };
}

const NOTHING_TOLD: ToldWorld = { world: {}, placeOf: () => undefined };

/** Finds an operation or action as people write them: `ecs:RunTask`, `ecs:run-task`, `ecs:RunTaskCommand`. */
function nameOf(written: string, resource: string | undefined): ActionName {
  const colon = written.indexOf(':');
  const service = written.slice(0, Math.max(colon, 0));
  const name = written.slice(colon + 1);
  const spellings = [name, name.replace(/Command$/, ''), name.replaceAll('-', '')];
  for (const spelling of colon > 0 ? spellings : []) {
    const operation = resource === undefined ? getOperation(`${service}:${spelling}`) : undefined;
    if (operation !== undefined) return `${operation.service}:${operation.name}`;
    const action = getAction(`${service}:${spelling}`);
    if (action === undefined) continue;
    if (resource !== undefined) return action.fullName;
    throw new CommandError(`${quote(action.fullName)} is an action that no operation has by its name`, {
      help: 'name the resource as well: `policywright can ACTION RESOURCE`',
    });
  }
  const closest = suggestOperation(written);
  const help =
    closest === undefined ? 'write PREFIX:OPERATION, such as `ecs:RunTask`' : `did you mean \`${closest}\`?`;
  throw new CommandError(`there is no operation and no action ${quote(written)}`, { help });
}

async function inputOf(
  io: Io,
  file: string | undefined,
  resource: string | undefined,
): Promise<ReadInput | undefined> {
  if (file === undefined) return undefined;
  if (resource === undefined) return readOperationInput(io, file);
  throw new CommandError('`--input` is of an operation, and a resource was named', {
    help: 'leave one of them out',
  });
}
