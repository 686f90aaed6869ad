import type { ScenarioDocument } from '@policywright/scenario';
import { resourcePolicies } from '../../given/resourcePolicies.ts';
import { parseArn } from '@policywright/arn';
import type { PolicySet, Principal } from '@policywright/evaluator';
import type { ListElement, Policy, PrincipalEntry, Statement } from '@policywright/policy';
import { isActionName } from './actionForm.ts';
import { aimContext } from './aimContext.ts';
import { aimFlags, aimOutsider } from './aimFlags.ts';
import { aimGrant } from './aimGrant.ts';
import type { AimPlan } from './aimPlan.ts';
import type { AimedRequest } from './aimedRequest.ts';
import { aimUnderlying } from './aimUnderlying.ts';
import {
  ACCOUNTS,
  ACTIONS,
  CALLERS,
  FEDERATED,
  OUTSIDERS,
  RESOURCES,
  SESSION,
  TARGETS,
  USER,
} from './alphabet.ts';
import { fillPattern, type Bindings } from './fillPattern.ts';
import { at, Picker } from './picker.ts';
import { SERVICE_LINKED_ROLE, SERVICE_LINKED_SESSION } from './roleCallers.ts';
import { spoil } from './spoil.ts';

/** Makes the request that a plan aims at one of the statements of a policy set. */
export function aimRequest(policies: PolicySet, plan: AimPlan): AimedRequest {
  const statements = statementsOf(policies);
  const statement = statements.length === 0 ? undefined : statements[plan.target % statements.length];
  const picker = new Picker(plan.picks);
  const bindings: Bindings = { values: new Map() };
  const action = aimAction(statement?.action, plan, picker);
  const resource = aimResource(statement?.resource, { action, plan, picker, bindings });
  const granted = aimGrant(policies, plan, picker);
  const named = { principal: aimPrincipal(statement, plan), action, resource };
  const aimed = granted ?? aimOutsider(aimFlags(policies.flags, named, picker), picker);
  const { principal } = aimed;
  const context = {
    ...identityKeys(principal, plan),
    ...aimContext(statement, picker, bindings),
    ...granted?.context,
  };
  const owner = plan.owner === 0 ? {} : { resourceAccount: ACCOUNTS[plan.owner - 1] ?? ACCOUNTS[0] };
  const request = { ...aimed, ...aimUnderlying(policies, aimed, picker), ...owner, context };
  return plan.spoilers.reduce<AimedRequest>(spoil, request);
}

/** The statements of every layer. */
export function statementsOf(policies: PolicySet): readonly Statement[] {
  const documents: readonly (Policy | undefined)[] = [
    ...(policies.identity ?? []),
    ...resourcePolicies(policies),
    ...(policies.boundary ?? []),
    ...(policies.session ?? []),
    ...(policies.scps ?? []).flat(),
    ...(policies.rcps ?? []).flat(),
    ...(policies.vpcEndpoint ?? []),
  ];
  return documents.flatMap((policy) => policy?.statements ?? []);
}

function aimAction(element: ListElement | undefined, plan: AimPlan, picker: Picker): string {
  const pattern = element === undefined || element.negated ? '*' : at(element.values, plan.entry, '*');
  if (isActionName(pattern)) return pattern;
  const prefix = pattern.slice(0, pattern.indexOf(':') + 1).toLowerCase();
  const known = ACTIONS.filter(
    (action) => prefix === '' || prefix.includes('*') || action.startsWith(prefix),
  );
  // A known action that the pattern might match, or one made from it.
  if (known.length > 0 && (pattern.startsWith('*') || picker.number() % 2 === 0))
    return picker.of(known, ACTIONS[0] ?? '');
  const filled = fillPattern(pattern, picker);
  return isActionName(filled) ? filled : picker.of(ACTIONS, '');
}

/** What completes an ARN that lacks its last one, two, three fields (taken from the end). */
const MISSING_FIELDS = [':us-east-1:111122223333:jobs', ':111122223333:jobs', ':jobs'];

interface ResourceAim {
  readonly action: string;
  readonly plan: AimPlan;
  readonly picker: Picker;
  readonly bindings: Bindings;
}

function aimResource(
  element: ListElement | undefined,
  { action, plan, picker, bindings }: ResourceAim,
): string {
  const pattern = element === undefined || element.negated ? '*' : at(element.values, plan.entry, '*');
  if (pattern === '*' || pattern === '') return knownResource(action, picker);
  const known = RESOURCES.filter((resource) => resource.startsWith(pattern.split('*')[0] ?? ''));
  if (known.length > 0 && picker.number() % 2 === 0) return picker.of(known, '*');
  const filled = unabbreviated(fillPattern(pattern, picker, bindings));
  const missing = 6 - filled.split(':').length;
  const whole = missing <= 0 ? filled : `${filled}${MISSING_FIELDS.at(-missing) ?? ''}`;
  return parseArn(whole) === undefined ? knownResource(action, picker) : whole;
}

/** S209: what an entry without its API stands for, of an API that generated requests call. */
function unabbreviated(text: string): string {
  const start = 'execute-api:';
  return text.startsWith(`${start}/`)
    ? `arn:aws:execute-api:us-east-1:111122223333:abc123${text.slice(start.length)}`
    : text;
}

function knownResource(action: string, picker: Picker): string {
  const own = TARGETS.filter(([name]) => name.toLowerCase() === action.toLowerCase());
  if (own.length > 0 && picker.number() % 3 !== 0)
    return picker.of(
      own.map(([, resource]) => resource),
      '*',
    );
  const prefix = action.slice(0, action.indexOf(':') + 1).toLowerCase();
  const known = TARGETS.filter(([name]) => name.startsWith(prefix)).map(([, resource]) => resource);
  return known.length === 0 ? picker.of(RESOURCES, '*') : picker.of<string>(known, '*');
}

function aimPrincipal(statement: Statement | undefined, plan: AimPlan): Principal {
  const entries = statement?.principal?.entries ?? [];
  const entry = entries.length === 0 ? undefined : entries[plan.entry % entries.length];
  const caller = at<Principal>([...CALLERS, ...OUTSIDERS], plan.caller, USER);
  if (entry?.value === '*' && plan.caller % 4 === 3) return 'anonymous';
  return entry === undefined ? caller : callerFor(entry, caller);
}

function callerFor({ kind, value }: PrincipalEntry, otherwise: Principal): Principal {
  if (kind === 'Service') return { service: value };
  if (kind === 'Federated') return { federated: value };
  if (kind === 'CanonicalUser') return { canonicalUser: value };
  if (value.startsWith('AROA') || value.includes(':role/')) {
    return value.includes('444455556666') ? 'arn:aws:sts::444455556666:assumed-role/audit/run1' : SESSION;
  }
  if (value.startsWith('AIDA')) return USER;
  if (value.endsWith('user/alice') && value !== USER) return FEDERATED;
  // A federated session has what is granted to its user (rule S150).
  if (value === USER && otherwise !== USER) return FEDERATED;
  const known = CALLERS.find((candidate) => candidate === value);
  return known ?? otherwise;
}

/** The role of the session with its path, once with a path that only services may use, under no name of theirs (S167). */
const ROLES_OF_SESSION = [
  'role/deploy',
  'role/path/deploy',
  'role/deploy',
  'role/path/deploy',
  'role/aws-service-role/deploy',
];

/** The keys that name the caller, as AWS would set them; left out by some plans. */
function identityKeys(principal: Principal, plan: AimPlan): ScenarioDocument['context'] {
  if (plan.caller % 3 === 2 || typeof principal !== 'string') return {};
  if (principal === SESSION) {
    const role = at(ROLES_OF_SESSION, plan.entry, 'role/deploy');
    return { 'aws:PrincipalArn': `arn:aws:iam::111122223333:${role}`, 'aws:userid': 'AROADEPLOY:run1' };
  }
  if (principal === SERVICE_LINKED_SESSION) return { 'aws:PrincipalArn': SERVICE_LINKED_ROLE };
  return principal === USER ? { 'aws:username': 'alice', 'aws:userid': 'AIDAALICE' } : {};
}
