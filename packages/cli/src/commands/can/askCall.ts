import { getAction, getOperation, type ActionName } from '@policywright/catalog';
import type { Explanation, PolicySet } from '@policywright/evaluator';
import {
  explainCheck,
  settleChecks,
  simulateAction,
  simulateOperation,
  suggestOperation,
  type OperationCall,
  type OperationDecision,
  type RequiredCheck,
  type World,
} from '@policywright/operations';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readCallerOption, readContext, readPairs, type Caller } from './canOptions.ts';
import { policyReader, readPolicyArguments, referencesOf, type PolicyArguments } from './policyArgument.ts';
import { readOperationInput, type ReadInput } from './readOperationInput.ts';
import { readWorld } from './readWorld.ts';

/** What was asked for on the command line. */
export interface CallArguments extends PolicyArguments {
  readonly as: string | undefined;
  readonly input: string | undefined;
  readonly world: string | undefined;
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
  const caller = readCallerOption(given.as, region);
  const name = nameOf(written, resource);
  const values = Object.fromEntries(
    [...readPairs('value', given.value)].map(([key, [value = '']]) => [key, value]),
  );
  const reader = await policyReader(io, referencesOf(given, values));
  const situation = { values, isTrust: name.startsWith('sts:') };
  const { set, trust } = readPolicyArguments(reader, given, situation);
  const told = given.world === undefined ? {} : await readWorld(io, given.world);
  const world: World = { ...told, trustOf: (arn) => told.trustOf?.(arn) ?? trust };
  const context = readContext(given.context);
  const input = await inputOf(io, given.input, resource);
  const call: OperationCall = { operation: name, input, ...caller, context };
  const ask = (policies: PolicySet): OperationDecision => {
    const decision =
      resource === undefined
        ? simulateOperation(policies, call, world)
        : simulateAction(policies, { action: name, resource, ...caller, context }, world);
    if (!given['ignore-perhaps']) return decision;
    const { checks, diagnostics, unlisted } = decision;
    return settleChecks(checks, { perhaps: 'ignore', diagnostics, unlisted });
  };
  const explain = (check: RequiredCheck, policies: PolicySet): Explanation =>
    explainCheck(policies, check, world);
  return { name, caller, policies: set, ask, explain };
}

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

async function inputOf(io: Io, file: string | undefined, resource: string | undefined): Promise<ReadInput> {
  if (file === undefined) return {};
  if (resource === undefined) return readOperationInput(io, file);
  throw new CommandError('`--input` is of an operation, and a resource was named', {
    help: 'leave one of them out',
  });
}
