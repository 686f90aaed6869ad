import type { PlacedPrincipal } from './placedPrincipal.ts';

const NONE: readonly PlacedPrincipal[] = [];

/** Finds principals by what else than their ARN policies name them by: unique ids, and ARNs of sessions of roles. */
export class PrincipalNames {
  readonly #principals: readonly PlacedPrincipal[];
  #byId: ReadonlyMap<string, readonly PlacedPrincipal[]> | undefined;
  #roles: ReadonlyMap<string, readonly PlacedPrincipal[]> | undefined;

  /** @param principals - all that may be named. */
  constructor(principals: readonly PlacedPrincipal[]) {
    this.#principals = principals;
  }

  /** The principals of a unique id, or of the ARN of a session. */
  of(name: string): readonly PlacedPrincipal[] {
    const session = /^(arn:[^:]*:)sts(::\d+:)assumed-role\/([^/]+)\//.exec(name);
    if (session === null) {
      this.#byId ??= grouped(this.#principals, ({ data }) => data.id);
      return this.#byId.get(name) ?? NONE;
    }
    this.#roles ??= grouped(this.#principals, ({ data }) => roleKey(data));
    return this.#roles.get(`${session[1]}iam${session[2]} ${session[3]}`) ?? NONE;
  }
}

/** What roles and their sessions have alike; empty for users. */
function roleKey({ kind, arn, name }: PlacedPrincipal['data']): string {
  return kind === 'role' ? `${arn.slice(0, arn.indexOf('role/'))} ${name}` : '';
}

/** Principals by a name; those of which it is empty are left out. */
function grouped(
  principals: readonly PlacedPrincipal[],
  nameOf: (principal: PlacedPrincipal) => string,
): ReadonlyMap<string, readonly PlacedPrincipal[]> {
  const found = new Map<string, PlacedPrincipal[]>();
  for (const principal of principals) {
    const name = nameOf(principal);
    if (name === '') continue;
    const known = found.get(name);
    if (known === undefined) found.set(name, [principal]);
    else known.push(principal);
  }
  return found;
}
