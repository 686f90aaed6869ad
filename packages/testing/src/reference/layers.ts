import { resourcePolicies } from '../given/resourcePolicies.ts';
import type { Policy, Statement } from '@policywright/policy';
import type { PolicySet, Request } from '@policywright/evaluator';
import type { Caller } from './caller.ts';

/** The layers of a decision, by their names in a policy set. */
export type LayerKind = 'identity' | 'resource' | 'boundary' | 'session' | 'scps' | 'rcps' | 'vpcEndpoint';

/** Readings of open questions. */
export interface InterpretOptions {
  /** Prefixes of the services whose resources RCPs affect (rule S169). */
  readonly rcpServices?: ReadonlySet<string> | 'all' | undefined;
}

interface RcpQuestion {
  readonly policies: PolicySet;
  readonly request: Request;
  readonly options: InterpretOptions;
}

interface WithCaller {
  readonly caller: Caller;
}

/** A statement with the place that it has in the policy set. */
export interface PlacedStatement {
  readonly layer: LayerKind;
  /** The level of an SCP or RCP, 0 for the root. */
  readonly level: number;
  /** `/identity/0/Statement/1`. */
  readonly pointer: string;
  readonly policy: Policy;
  readonly statement: Statement;
}

/** Every statement of the layers that apply to the caller. */
export function applicableStatements({ caller, ...question }: RcpQuestion & WithCaller): PlacedStatement[] {
  const { policies } = question;
  return [
    ...(hasIdentityPolicies(caller) ? list('identity', policies.identity) : []),
    ...list('resource', resourcePolicies(policies)),
    ...(hasIdentityPolicies(caller) ? list('boundary', policies.boundary) : []),
    ...(mayHaveSessionPolicy(caller) ? list('session', policies.session) : []),
    ...(scpsApply(policies, caller) ? tree('scps', policies.scps) : []),
    ...(rcpsApply(question) ? tree('rcps', policies.rcps) : []),
    ...list('vpcEndpoint', policies.vpcEndpoint),
  ];
}

/** A session of root has no identity policies, yet where a session policy is given it limits the session. */
function mayHaveSessionPolicy(caller: Caller): boolean {
  return hasIdentityPolicies(caller) || caller.kind === 'root';
}

/** S162 to S164: root, anonymous callers and services have neither identity policies nor a boundary. */
export function hasIdentityPolicies(caller: Caller): boolean {
  return caller.account !== undefined && caller.kind !== 'root';
}

/** S162, S164 and S167: whom SCPs do not bind. */
export function scpsApply(policies: PolicySet, caller: Caller): boolean {
  if (policies.flags?.serviceLinkedRole === true) return false;
  if (policies.flags?.principalInManagementAccount === true) return false;
  return caller.account !== undefined;
}

/** The services whose resources RCPs affected when they were introduced; the list grows (rule S169). */
const RCP_SERVICES: ReadonlySet<string> = new Set(['s3', 'sts', 'kms', 'sqs', 'secretsmanager']);

/** S169: what RCPs do not affect. */
export function rcpsApply({ policies, request, options }: RcpQuestion): boolean {
  const service = request.action.slice(0, request.action.indexOf(':')).toLowerCase();
  const services = options.rcpServices ?? RCP_SERVICES;
  if (services !== 'all' && !services.has(service)) return false;
  if (policies.flags?.serviceLinkedRole === true) return false;
  if (policies.flags?.resourceInManagementAccount === true) return false;
  return request.action.toLowerCase() !== 'kms:retiregrant';
}

function list(layer: LayerKind, policies: readonly Policy[] | undefined, level = 0): PlacedStatement[] {
  return (policies ?? []).flatMap((policy, index) =>
    policy.statements.map((statement) => ({
      layer,
      level,
      pointer: `${basePointer({ layer, level, index })}${statement.pointer}`,
      policy,
      statement,
    })),
  );
}

function tree(layer: LayerKind, levels: readonly (readonly Policy[])[] | undefined): PlacedStatement[] {
  return (levels ?? []).flatMap((policies, level) => list(layer, policies, level));
}

function basePointer({ layer, level, index }: { layer: LayerKind; level: number; index: number }): string {
  if (layer === 'resource') return '/resource';
  if (layer === 'scps' || layer === 'rcps') return `/${layer}/${String(level)}/${String(index)}`;
  return `/${layer}/${String(index)}`;
}
