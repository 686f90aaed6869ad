import type { PolicySet, Principal, StatementRef } from '@policywright/evaluator';
import { parseArn } from '@policywright/arn';
import type { CallerKind, CompiledStatement } from '@policywright/evaluator/engine';
import type { Candidate } from '../callers/candidates.ts';
import { futureActions } from '../findings/futureActions.ts';
import { statementsOf } from '../findings/statementsOf.ts';
import { excludedOrganization } from './excludedOrganization.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import type { Witness } from '../witness/witness.ts';
import { patternPolicy, type AccessPattern } from './accessPattern.ts';
import { askEach } from './ask.ts';
import { unreadable } from './canEver.ts';
import { keyControl, type KeyControl } from './keyControl.ts';
import type { AnalyzerOptions, AskOptions, CallersMeant } from './options.ts';
import type { Assumption } from './verdict.ts';
import { assumptionsOf } from './verdictOf.ts';
import { grantedBy } from './wanted.ts';
import { witnessOf } from './witnessOf.ts';

/** Who is trusted: the account of the resource, and these. */
export interface TrustedZone {
  /** Accounts, by number. */
  readonly accounts?: readonly string[] | undefined;
  /** The id of an organization: whoever is known to be of it, by its account or by `aws:PrincipalOrgID`. */
  readonly organization?: string | undefined;
  /**
   * Left out, AWS services are not told of, nor are identity providers of trusted accounts: what they do for somebody, that
   * somebody's policies tell. `told`: each that a policy lets in is.
   */
  readonly intermediaries?: 'told' | undefined;
}

/** Options of `externalAccess`. */
export interface ExternalOptions extends Omit<AnalyzerOptions, 'principal'> {
  /** Only requests within this pattern are asked about; all if left out. */
  readonly within?: AccessPattern | undefined;
}

/** Callers outside who get in by a statement. */
export interface ExternalAccess {
  readonly statement: StatementRef;
  readonly callers: ExternalCallers;
  /** What they may do, in lower case, as far as statements list it or the universe knows it. */
  readonly actions: readonly string[];
  /** Patterns of the statement that cover further actions, which no statement lists and the universe does not know. */
  readonly futureActions: readonly string[];
  /** What the statement asks beside, and who has it in hand. */
  readonly conditions: readonly ExternalCondition[];
  /** A request of one of them that is allowed. */
  readonly witness: Witness;
}

/** Callers of whom policies make the same. */
export interface ExternalCallers {
  readonly kind: CallerKind;
  /** Empty where they are of no account, or of any. */
  readonly account: string;
  /** Whoever is like them; else those in `principals` alone. */
  readonly isAnyone: boolean;
  readonly principals: readonly Principal[];
}

/** A condition of a statement that lets somebody in. */
export interface ExternalCondition {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** Whether callers outside can give the key the value that they need, as far as is known. */
  readonly control: KeyControl;
}

/** Who gets in from outside. */
export interface ExternalAnswer {
  readonly access: readonly ExternalAccess[];
  /** Why it may not be all; empty where it is. */
  readonly reasons: readonly UnknownReason[];
  /** What lets callers in that is no policy, and is not looked at. */
  readonly beside: readonly BesidePolicies[];
  readonly assumptions: readonly Assumption[];
  readonly steps: number;
}

/** Ways into resources that no policy tells. The codes are part of the public interface. */
export const BESIDE_POLICIES: Readonly<Record<BesidePolicies, string>> = {
  'kms-grants': 'grants of KMS keys, which let principals of any account use a key (S208)',
  acls: 'access control lists of buckets and objects (S175)',
  'snapshot-sharing': 'snapshots, images and database clusters that are shared with accounts or everybody',
  'block-public-access': 'Block Public Access of S3, which may keep out whom a policy lets in (S195)',
  ram: 'shares of AWS RAM, whose permissions no policy of the resource shows (S213)',
};

/** A code of {@link BESIDE_POLICIES}. */
export type BesidePolicies = 'kms-grants' | 'acls' | 'snapshot-sharing' | 'block-public-access' | 'ram';

/**
 * Which callers outside of a trusted zone the policies of a resource or the trust policy of a role let in, what they may do, and
 * under which conditions.
 *
 * @param set - the policies; what the caller's own say is left open.
 * @param zone - who is trusted beside the account of the resource.
 * @param options - universe, readings, whose the resource is, which requests are meant, and budget, which is that of each
 * statement.
 */
export function externalAccess(
  set: PolicySet,
  zone: TrustedZone = {},
  { within, ...options }: ExternalOptions = {},
): ExternalAnswer {
  const pattern = patternPolicy(within ?? {});
  const beside = Object.keys(BESIDE_POLICIES) as readonly BesidePolicies[];
  const assumptions = assumptionsOf(options, set);
  if (!pattern.ok)
    return { access: [], reasons: unreadable(pattern.diagnostics), beside, assumptions, steps: 0 };
  const meant = within === undefined ? [] : [{ pattern: pattern.policy, allowed: true }];
  const asked: AskOptions = {
    ...options,
    context: { ...ofOrganization(zone, set), ...options.context },
    callers: outside(zone),
  };
  const access: ExternalAccess[] = [];
  const reasons = new Map<string, UnknownReason>();
  let steps = 0;
  for (const { ref, statement } of statementsOf(set, { evaluator: options.evaluator })) {
    if (statement.deny || statement.layer.kind !== 'resource') continue;
    const about = { statements: [ref.ref], of: set, allowed: true };
    const found = askEach([...grantedBy(set, options), ...meant, about], asked);
    steps += found.steps;
    for (const reason of found.reasons) reasons.set(`${reason.code} ${reason.about}`, reason);
    for (const each of found.each) {
      const { kind, account, isStranger, isFresh, alike } = each.callers;
      access.push({
        statement: ref,
        callers: { kind, account: isFresh ? '' : account, isAnyone: isStranger, principals: alike },
        actions: each.actions,
        futureActions: futureActions(statement, each),
        conditions: conditionsOf(statement),
        witness: witnessOf(each.found, 1),
      });
    }
  }
  return { access, reasons: [...reasons.values()], beside, assumptions, steps };
}

function outside({ accounts = [], organization, intermediaries }: TrustedZone): CallersMeant {
  const trusted = new Set(accounts);
  const isOutside = (candidate: Candidate, owner: string): boolean =>
    (intermediaries === 'told' && isIntermediary(candidate)) || !isTrusted(candidate, owner, trusted);
  return {
    admits: isOutside,
    excluded: () => (organization === undefined ? [] : excludedOrganization(organization)),
  };
}

function isIntermediary({ kind }: Candidate): boolean {
  return kind === 'service' || kind === 'federatedIdentity';
}

function isTrusted(
  { kind, account, principal }: Candidate,
  owner: string,
  trusted: ReadonlySet<string>,
): boolean {
  if (kind === 'service') return true;
  if (account !== '') return account === owner || trusted.has(account);
  // A provider of a trusted account is in its hands.
  const provider =
    typeof principal === 'object' && 'federated' in principal
      ? parseArn(principal.federated)?.account
      : undefined;
  return provider !== undefined && (provider === owner || trusted.has(provider));
}

/** The organization of the resource is the trusted one. */
function ofOrganization({ organization }: TrustedZone, set: PolicySet): Readonly<Record<string, string>> {
  const isAsked = statementsOf(set).some(({ statement }) => asksForOrganization(statement));
  return organization === undefined || !isAsked ? {} : { 'aws:ResourceOrgID': organization };
}

function asksForOrganization({ source }: CompiledStatement): boolean {
  return JSON.stringify(source.conditions).toLowerCase().includes('aws:resourceorgid');
}

function conditionsOf({ source }: CompiledStatement): readonly ExternalCondition[] {
  return source.conditions.map(({ key, operator, values }): ExternalCondition => ({
    key,
    operator: operator.text,
    values,
    control: keyControl(key),
  }));
}
