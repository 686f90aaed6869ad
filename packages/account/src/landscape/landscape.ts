import { resourcePolicies } from '@policywright/catalog';
import { resourcesBehind } from '@policywright/operations';
import type { AccountPrincipal } from '../model/accountData.ts';
import type { ResourceData } from '../model/resourceData.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { accountPlaces, type AccountPlace } from './organizationLevels.ts';
import { placePrincipal, type PlacedPrincipal } from './placedPrincipal.ts';
import { placeResource, untoldResource, type PlacedResource } from './placedResource.ts';
import { PolicyIndex } from './policyIndex.ts';
import { PrincipalNames } from './principalNames.ts';
import { SignIns } from './signIns.ts';

/** All accounts of a snapshot with what bears on their principals and resources, as sides of decisions. */
export class Landscape {
  readonly snapshot: Snapshot;
  readonly places: ReadonlyMap<string, AccountPlace>;
  readonly principals: readonly PlacedPrincipal[];
  readonly signIns: SignIns;
  readonly #byArn: Map<string, PlacedPrincipal> = new Map();
  #names: PrincipalNames | undefined;
  #roles: ReadonlyMap<string, PlacedPrincipal> | undefined;
  readonly #told: Map<string, ResourceData> = new Map();
  readonly #resources: Map<string, PlacedResource> = new Map();
  readonly #indexes: Map<string, PolicyIndex> = new Map();
  readonly #byAccount: Map<string, PlacedPrincipal[]> = new Map();

  /** @param snapshot - as read. */
  constructor(snapshot: Snapshot) {
    const { accounts, organization, resources = [] } = snapshot;
    this.snapshot = snapshot;
    this.signIns = new SignIns(snapshot.identityCenter);
    this.places = organization === undefined ? new Map<string, AccountPlace>() : accountPlaces(organization);
    const hasOrganization = organization !== undefined;
    this.principals = accounts
      .flatMap(({ principals }) => principals)
      .map((data, index) =>
        placePrincipal(data, { index, place: this.places.get(data.account), hasOrganization }),
      );
    for (const principal of this.principals) {
      const { arn, account } = principal.data;
      this.#byArn.set(arn, principal);
      const known = this.#byAccount.get(account);
      if (known === undefined) this.#byAccount.set(account, [principal]);
      else known.push(principal);
    }
    for (const resource of resources) this.#told.set(resource.arn, resource);
  }

  /** The users and roles of an account. */
  principalsOf(account: string): readonly PlacedPrincipal[] {
    return this.#byAccount.get(account) ?? [];
  }

  /** The policies of the principals of an account, by what they allow. */
  index(account: string): PolicyIndex {
    let index = this.#indexes.get(account);
    if (index === undefined) {
      index = new PolicyIndex(this.principalsOf(account));
      this.#indexes.set(account, index);
    }
    return index;
  }

  /** The principals that a resource policy means by an ARN or unique id. */
  named(name: string): readonly PlacedPrincipal[] {
    const found = this.#byArn.get(name);
    if (found !== undefined) return [found];
    return (this.#names ??= new PrincipalNames(this.principals)).of(name);
  }

  /** The principal of an ARN: of a user or role, or of a session of a role. */
  principal(arn: string): PlacedPrincipal | undefined {
    const found = this.#byArn.get(arn);
    if (found !== undefined) return found;
    const [, account = '', name] = /^arn:[^:]*:sts::(\d+):assumed-role\/([^/]+)\//.exec(arn) ?? [];
    return name === undefined ? undefined : this.#role(account, name);
  }

  /** The role of an ARN that may lack the path of the role, as events have it. */
  roleNamed(arn: string): PlacedPrincipal | undefined {
    const [, account = '', name] = /^arn:[^:]*:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
    return name === undefined ? undefined : this.#role(account, name);
  }

  #role(account: string, name: string): PlacedPrincipal | undefined {
    this.#roles ??= new Map(
      this.principals
        .filter(({ data }) => data.kind === 'role')
        .map((principal) => [`${principal.data.account} ${principal.data.name}`, principal]),
    );
    return this.#roles.get(`${account} ${name}`);
  }

  /** A resource by ARN, or `*`: as its file tells, as the principal that it is, or as far as its ARN tells. */
  resource(arn: string): PlacedResource {
    let resource = this.#resources.get(arn);
    if (resource === undefined) {
      resource = this.#place(arn);
      // Questions name resources without end.
      if (this.#resources.size >= MOST_RESOURCES) this.#resources.clear();
      this.#resources.set(arn, resource);
    }
    return resource;
  }

  /** The resources of which files tell what roles they run with. */
  get running(): readonly ResourceData[] {
    return [...this.#told.values()].filter(({ roles }) => roles.length > 0);
  }

  /** The resources whose files are there. */
  get told(): readonly string[] {
    return [...this.#told.keys()];
  }

  /** Whether a file tells of a resource. */
  isTold(arn: string): boolean {
    return this.#told.has(arn);
  }

  #place(arn: string): PlacedResource {
    const placed = (data: ResourceData, notes?: readonly string[]): PlacedResource =>
      placeResource(data, this.places.get(data.account ?? ''), notes);
    const told = this.#told.get(arn);
    if (told !== undefined) return placed(told);
    const principal = this.#byArn.get(arn);
    if (principal !== undefined) return placed(resourceOfPrincipal(principal.data));
    const untold = untoldResource(arn);
    for (const behind of resourcesBehind(arn).slice(1)) {
      // The policy of an object's bucket is that of the object; the tags are not.
      const bucket = this.#told.get(behind);
      if (bucket !== undefined) return placed({ ...bucket, arn, tags: undefined });
    }
    return placed(untold, mayHavePolicy(arn) ? [`policy of ${arn}`] : []);
  }
}

const MOST_RESOURCES = 20_000;

function resourceOfPrincipal({ kind, arn, account, tags, trust, gaps }: AccountPrincipal): ResourceData {
  return {
    arn,
    account,
    tags: gaps.some((gap) => gap.kind === 'tags') ? undefined : tags,
    policy: trust,
    isPolicyUnknown: kind === 'role' && trust === undefined,
    keyArn: undefined,
    roles: [],
    grants: [],
    restrictsPublicAccess: false,
  };
}

let services: ReadonlySet<string> | undefined;

function mayHavePolicy(arn: string): boolean {
  services ??= new Set(resourcePolicies().map(({ service }) => service));
  return services.has(arn.split(':', 3)[2] ?? '');
}
