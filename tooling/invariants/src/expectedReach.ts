import type { LayerKind, LayerVerdict, SettlementCode } from '@policywright/evaluator';
import { OPERATOR_NAMES } from '@policywright/policy';
import { READINGS } from './readings.ts';

/** A cell that no case can come to. */
export interface UnreachableCell {
  readonly cell: string;
  readonly why: string;
}

/** Every settlement, with the reason where generated cases do not come to it. */
const SETTLEMENTS: Readonly<Record<SettlementCode, string | undefined>> = {
  'caller-identity': undefined,
  'session-token': undefined,
  'explicit-deny': undefined,
  'invalid-principal': 'generated requests are well formed',
  'invalid-action': 'generated requests are well formed',
  'rcp-silent': undefined,
  'scp-silent': undefined,
  'endpoint-silent': undefined,
  'anonymous-grant': undefined,
  'anonymous-silent': undefined,
  'service-grant': undefined,
  'service-silent': undefined,
  'identity-provider-grant': undefined,
  'identity-provider-silent': undefined,
  'canonical-user-grant': undefined,
  'canonical-user-silent': undefined,
  'root-implied': undefined,
  'root-session-silent': undefined,
  'root-grant': undefined,
  'root-silent': undefined,
  'partition-crossing': undefined,
  'cross-account-allow': undefined,
  'cross-account-resource-silent': undefined,
  'resource-grant': undefined,
  'resource-role-grant': undefined,
  'resource-user-grant': undefined,
  'identity-allow': undefined,
  'key-policy-silent': undefined,
  'trust-policy-silent': undefined,
  'identity-silent': undefined,
  'boundary-silent': undefined,
  'session-silent': undefined,
  'federated-without-session': undefined,
  'public-access-blocked': undefined,
  'reserved-entity': undefined,
  'root-assumes-no-role': undefined,
  'unsigned-refused': undefined,
  'identity-provider-refused': undefined,
  'cross-account-refused': undefined,
  'session-allow': undefined,
  'kms-grant': undefined,
  'key-policy-unknown': undefined,
  'trust-policy-unknown': undefined,
  'credentials-refused': undefined,
  'assume-root-refused': undefined,
  'underlying-unknown': 'a scenario names every resource that it has a policy of',
};

const CALLERS = [
  'user',
  'role',
  'session',
  'federated user',
  'root',
  'service',
  'web identity provider',
  'SAML provider',
  'canonical user',
  'anonymous',
  'service-linked role',
  'session of a service-linked role',
  'role under the path of service-linked roles',
];

const VERDICTS: readonly LayerVerdict[] = ['absent', 'notApplicable', 'allows', 'denies', 'silent'];

/** Verdicts that a layer does not have. */
const NEVER: Readonly<Record<LayerKind, Readonly<Partial<Record<LayerVerdict, string>>>>> = {
  identity: { absent: 'what identity policies there are, if none, is a layer of its own that is silent' },
  resource: {},
  boundary: {},
  session: {},
  scp: {},
  rcp: {},
  vpcEndpoint: { notApplicable: 'the policy of an endpoint bears on all that goes through it' },
};

const QUALIFIERS = ['plain', 'ForAllValues', 'ForAnyValue'];
const PRESENCES = ['absent', 'none', 'one', 'several'];

interface Cell {
  readonly cell: string;
  /** Why nothing comes to it; `undefined` where something must. */
  readonly why?: string | undefined;
}

function* cells(): Generator<Cell> {
  for (const [code, why] of Object.entries(SETTLEMENTS)) yield { cell: `settlement: ${code}`, why };
  for (const { name } of READINGS) yield { cell: `reading: ${name}` };
  yield { cell: 'reading: defaults' };
  for (const caller of CALLERS) {
    yield { cell: `caller: ${caller}` };
    for (const decision of ['Allow', 'ExplicitDeny', 'ImplicitDeny'])
      yield { cell: `caller: ${caller}, ${decision}` };
  }
  for (const [layer, never] of Object.entries(NEVER)) {
    for (const verdict of VERDICTS) yield { cell: `layer: ${layer} ${verdict}`, why: never[verdict] };
    for (const effect of ['Allow', 'Deny']) yield { cell: `statement: ${effect} of ${layer} applies` };
  }
  yield { cell: 'principal: by unique id' };
  for (const name of OPERATOR_NAMES) {
    for (const result of ['true', 'false', 'undecided']) yield { cell: `result: ${name} ${result}` };
    for (const qualifier of QUALIFIERS)
      for (const presence of PRESENCES) yield { cell: `operator: ${name} ${qualifier} ${presence}` };
  }
  for (const qualifier of QUALIFIERS)
    for (const presence of PRESENCES) yield { cell: `IfExists: ${qualifier} ${presence}` };
}

/** What generated cases have to come to. */
export const REACHABLE: readonly string[] = [...cells()]
  .filter(({ why }) => why === undefined)
  .map(({ cell }) => cell);

/** What they cannot come to, with the reason. */
export const UNREACHABLE: readonly UnreachableCell[] = [...cells()].flatMap(({ cell, why }) =>
  why === undefined ? [] : [{ cell, why }],
);
