import { parseArn } from '@policywright/arn';
import type {
  AccountData,
  AccountGroup,
  AccountPrincipal,
  AttachedPolicy,
  ManagedPolicy,
} from '../model/accountData.ts';
import type { Gap } from '../model/gap.ts';
import type { AccountFindings } from './findings.ts';
import type { PolicyParts } from './policyParts.ts';
import type { HolderParts, PrincipalParts } from './principalParts.ts';

/** What was read of all answers, by ARN. */
export interface AnswerParts {
  readonly holders: Map<string, HolderParts>;
  readonly groups: Map<string, PrincipalParts>;
  readonly policies: Map<string, PolicyParts>;
}

/** Puts accounts together: policies and groups are looked up once everything is there. */
export function joinAccounts(parts: AnswerParts, findings: AccountFindings): readonly AccountData[] {
  const accounts = new Map<string, OpenAccount>();
  const accountOf = (number: string, partition: string): OpenAccount => {
    let account = accounts.get(number);
    if (account === undefined) {
      account = { account: number, partition, principals: [], groups: [], managed: [] };
      accounts.set(number, account);
    }
    return account;
  };
  const groupsByName = new Map<string, PrincipalParts>();
  for (const group of parts.groups.values()) {
    groupsByName.set(`${group.account} ${group.name.toLowerCase()}`, group);
  }
  for (const { arn, hasOtherVersions } of parts.policies.values()) {
    const parsed = parseArn(arn);
    if (parsed === undefined || parsed.account === 'aws') continue;
    accountOf(parsed.account, parsed.partition).managed.push({ arn, hasOtherVersions });
  }
  const joiner = new PrincipalJoiner(parts.policies, groupsByName, findings);
  for (const group of parts.groups.values()) {
    const policies = joiner.policiesOf(group, { holder: group, gaps: [] }, group.arn);
    accountOf(group.account, group.partition).groups.push({ arn: group.arn, policies });
  }
  const holders = [...parts.holders.values()];
  for (const kind of ['user', 'role'] as const) {
    for (const holder of holders) {
      if (holder.kind === kind)
        accountOf(holder.account, holder.partition).principals.push(joiner.join(holder));
    }
  }
  return [...accounts.values()];
}

interface OpenAccount extends AccountData {
  readonly principals: AccountPrincipal[];
  readonly groups: AccountGroup[];
  readonly managed: ManagedPolicy[];
}

class PrincipalJoiner {
  readonly #policies: ReadonlyMap<string, PolicyParts>;
  readonly #groups: ReadonlyMap<string, PrincipalParts>;
  readonly #findings: AccountFindings;

  constructor(
    policies: ReadonlyMap<string, PolicyParts>,
    groups: ReadonlyMap<string, PrincipalParts>,
    findings: AccountFindings,
  ) {
    this.#policies = policies;
    this.#groups = groups;
    this.#findings = findings;
  }

  join(holder: HolderParts): AccountPrincipal {
    const { kind, arn, name, account, id, tags, trust, profiles } = holder;
    const gaps: Gap[] = [...holder.gaps];
    const groups = holder.groups.flatMap((group) => this.#group(group, holder, gaps) ?? []);
    const boundary =
      holder.boundary === undefined
        ? undefined
        : this.#managed(holder.boundary, { holder, gaps, kind: 'boundary' });
    return {
      kind,
      arn,
      name,
      account,
      id,
      tags,
      policies: [
        ...this.policiesOf(holder, { holder, gaps }),
        ...groups.flatMap((group) => {
          gaps.push(...group.gaps);
          return this.policiesOf(group, { holder, gaps }, group.arn);
        }),
      ],
      boundary,
      groups: groups.map((group) => group.arn),
      trust,
      profiles,
      gaps,
    };
  }

  /** The policies of a principal or group, looked up. */
  policiesOf(
    { inline, attached }: PrincipalParts,
    joining: Joining,
    group?: string,
  ): readonly AttachedPolicy[] {
    return [
      ...inline.map(({ name, policy }) => ({ name, policy, group })),
      ...attached.flatMap((arn) => {
        const found = this.#managed(arn, { ...joining, kind: 'policy' });
        return found === undefined ? [] : [{ ...found, group }];
      }),
    ];
  }

  #managed(
    arn: string,
    { holder, gaps, kind }: Joining & { readonly kind: 'policy' | 'boundary' },
  ): AttachedPolicy | undefined {
    const found = this.#policies.get(arn);
    if (found?.policy !== undefined) return { name: arn, policy: found.policy, group: undefined };
    gaps.push({ kind, name: arn });
    const words = kind === 'boundary' ? 'permissions boundary' : 'policy';
    if (found === undefined)
      this.#findings.add(
        'missing-policy',
        `${words} \`${arn}\` of \`${holder.arn}\` is in no file`,
        holder.at,
      );
    return undefined;
  }

  #group(name: string, holder: HolderParts, gaps: Gap[]): PrincipalParts | undefined {
    const found = this.#groups.get(`${holder.account} ${name.toLowerCase()}`);
    if (found !== undefined) return found;
    gaps.push({ kind: 'group', name });
    this.#findings.add('missing-group', `group \`${name}\` of \`${holder.arn}\` is in no file`, holder.at);
    return undefined;
  }
}

/** Whose policies are looked up, and where to put what is missing. */
interface Joining {
  readonly holder: PrincipalParts;
  readonly gaps: Gap[];
}
