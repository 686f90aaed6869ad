import type { ActionName } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import type { Explanation, PolicySet } from '@policywright/evaluator';
import {
  diagnoseWorld,
  explainCheck,
  settleAnew,
  simulateAction,
  simulateOperation,
  type ActionRequest,
  type OperationCall,
  type OperationDecision,
  type RequiredCheck,
  type World,
} from '@policywright/operations';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { callerOfSnapshot } from './callerOfSnapshot.ts';
import { checkResource, inFile, inputOfCall, nameOfCall } from './callNamed.ts';
import { readCallerOption, readContext, regionOf, type Caller } from './canOptions.ts';
import { joinWorlds } from './joinWorlds.ts';
import {
  POLICY_OPTIONS,
  policyReader,
  readPolicyArguments,
  referencesOf,
  type PolicyArguments,
} from './policyArgument.ts';
import { readWorld, type ToldWorld } from './readWorld.ts';
import { templateValues } from './templateValues.ts';

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
  refuseSharedInput(given);
  const caller = readCallerOption(given.as, regionOf(io, given), { isNamed: resource !== undefined });
  const name = nameOfCall(written, resource);
  checkResource(resource);
  const { policies, world, context, absent, missing, refuse } = await knownOf(io, name, given);
  const input = await inputOfCall(io, given.input, resource);
  const situation = { ...caller, context, absent };
  const call = { operation: name, input: input?.value ?? {}, ...situation };
  refuse(resource === undefined ? call : { action: name, resource, ...situation });
  const perhaps = given['ignore-perhaps'] ? 'ignore' : 'count';
  const ask = (under: PolicySet): OperationDecision => {
    const decision =
      resource === undefined
        ? simulateOperation(under, call, world)
        : simulateAction(under, { action: name, resource, ...situation }, world);
    const { diagnostics } = decision;
    const placed = input === undefined ? diagnostics : diagnostics.map((found) => inFile(found, input));
    return settleAnew({ ...decision, diagnostics: placed }, { perhaps, missing: missing(decision.checks) });
  };
  const explain = (check: RequiredCheck, under: PolicySet): Explanation => explainCheck(under, check, world);
  return { name, caller, policies, ask, explain };
}

/** Standard input can be read once. */
function refuseSharedInput(given: CallArguments): void {
  const options = ['input', 'world', ...POLICY_OPTIONS] as const;
  const named = options.flatMap((option) =>
    [given[option] ?? []].flat().flatMap((value) => (value === '-' ? option : [])),
  );
  if (named.length <= 1) return;
  const words = named.map((option) => `\`--${option} -\``).join(' and ');
  throw new CommandError(`${words}: standard input can be one of them only`, {
    help: 'give all but one a file',
  });
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
  const valuesOf = templateValues({ ...given, region: regionOf(io, given) });
  const reader = await policyReader(io, referencesOf(given));
  const { set, trust } = readPolicyArguments(reader, given, { valuesOf, isTrust: name.startsWith('sts:') });
  const told = given.world === undefined ? NOTHING_TOLD : await readWorld(io, given.world);
  const world = joinWorlds(told.world, caller?.world ?? {});
  const { session, vpcEndpoint, resource } = set;
  const policies = caller === undefined ? set : { ...caller.policies, session, vpcEndpoint, resource };
  const context = readContext(given.context);
  return {
    policies,
    world: { ...world, trustOf: (arn) => world.trustOf?.(arn) ?? trust },
    context: caller === undefined ? context : { ...caller.context, ...context },
    absent: caller?.absent ?? [],
    missing: caller?.missing ?? (() => []),
    refuse: (asked) => {
      const [found] = diagnoseWorld(policies, asked, world);
      if (found === undefined) return;
      const { resource: about = '', message, help } = found;
      throw new CommandError(`${told.placeOf(about) ?? snapshot ?? ''}: ${message}`, { help });
    },
  };
}

const NOTHING_TOLD: ToldWorld = { world: {}, placeOf: () => undefined };
