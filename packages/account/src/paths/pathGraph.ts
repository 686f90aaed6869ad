import type { Landscape } from '../landscape/landscape.ts';
import { adminNode, type Path, type PathHop, type PathNode } from '../model/pathHop.ts';

/** Hops by where they start, and the shortest ways along them. */
export class PathGraph {
  readonly #landscape: Landscape;
  readonly #from: Map<PathNode, PathHop[]> = new Map();
  readonly #to: Map<PathNode, PathHop[]> = new Map();

  /**
   * @param landscape - whose principals they join.
   * @param hops - all of them.
   */
  constructor(landscape: Landscape, hops: readonly PathHop[]) {
    this.#landscape = landscape;
    for (const hop of hops) {
      add(this.#from, hop.from, hop);
      add(this.#to, hop.to, hop);
    }
  }

  /**
   * The shortest way from each principal that can get to a node; a certain one, where there is one.
   *
   * @param target - where to.
   */
  leadingTo(target: PathNode): readonly Path[] {
    const search = (accepts: Accepts): ReadonlyMap<PathNode, PathHop | undefined> =>
      this.#search([target], { accepts, next: (node) => this.#before(node), other: (hop) => hop.from });
    const certain = search(isCertain);
    const any = search(() => true);
    return this.#landscape.principals.flatMap(({ data: { arn } }) => {
      const steps = certain.has(arn) ? certain : any;
      return arn === target || !steps.has(arn) ? [] : [pathOf(arn, target, hopsForward(arn, steps))];
    });
  }

  /** The shortest way from a node to each that it can get to. */
  leadingFrom(source: PathNode): readonly Path[] {
    const search = (accepts: Accepts): ReadonlyMap<PathNode, PathHop | undefined> =>
      this.#search([source], { accepts, next: (node) => this.#after(node), other: (hop) => hop.to });
    const certain = search(isCertain);
    const any = search(() => true);
    return [...any.keys()].flatMap((node) => {
      const steps = certain.has(node) ? certain : any;
      return node === source ? [] : [pathOf(source, node, hopsBackward(node, steps))];
    });
  }

  /**
   * The nodes from which any of some can be got to, these among them.
   *
   * @param targets - where to.
   */
  reaching(targets: readonly PathNode[]): readonly PathNode[] {
    const next = (node: PathNode): readonly PathHop[] => this.#before(node);
    return [...this.#search(targets, { accepts: () => true, next, other: (hop) => hop.from }).keys()];
  }

  /** Breadth first; of each node that is reached, the hop by which it was. */
  #search(
    starts: readonly PathNode[],
    { accepts, next, other }: Search,
  ): ReadonlyMap<PathNode, PathHop | undefined> {
    const reached = new Map<PathNode, PathHop | undefined>(starts.map((start) => [start, undefined]));
    const queue = [...starts];
    for (const node of queue) {
      for (const hop of next(node)) {
        const found = other(hop);
        if (!accepts(hop) || reached.has(found)) continue;
        reached.set(found, hop);
        queue.push(found);
      }
    }
    return reached;
  }

  #before(node: PathNode): readonly PathHop[] {
    const hops = this.#to.get(node) ?? [];
    const account = this.#landscape.principal(node)?.data.account;
    return account === undefined ? hops : [...hops, becoming(account, node)];
  }

  #after(node: PathNode): readonly PathHop[] {
    const hops = this.#from.get(node) ?? [];
    if (!node.startsWith('admin:')) return hops;
    const account = node.slice('admin:'.length);
    return [...hops, ...this.#landscape.principalsOf(account).map(({ data }) => becoming(account, data.arn))];
  }
}

type Accepts = (hop: PathHop) => boolean;

interface Search {
  readonly accepts: Accepts;
  readonly next: (node: PathNode) => readonly PathHop[];
  readonly other: (hop: PathHop) => PathNode;
}

function isCertain({ answer }: PathHop): boolean {
  return answer === 'certainly';
}

function add(table: Map<PathNode, PathHop[]>, node: PathNode, hop: PathHop): void {
  const known = table.get(node);
  if (known === undefined) table.set(node, [hop]);
  else known.push(hop);
}

/** Who can do anything in an account can become everyone in it. */
function becoming(account: string, to: PathNode): PathHop {
  return {
    from: adminNode(account),
    to,
    way: 'anything',
    words: 'can do anything in the account',
    over: undefined,
    answer: 'certainly',
    keys: [],
    gaps: [],
    checks: [],
    source: {
      page: 'UpdateAssumeRolePolicy, AWS Identity and Access Management API Reference',
      url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html',
      read: '2026-11-30',
    },
  };
}

type Steps = ReadonlyMap<PathNode, PathHop | undefined>;

function hopsForward(start: PathNode, steps: Steps): readonly PathHop[] {
  const hops: PathHop[] = [];
  for (let hop = steps.get(start); hop !== undefined; hop = steps.get(hop.to)) hops.push(hop);
  return hops;
}

function hopsBackward(end: PathNode, steps: Steps): readonly PathHop[] {
  const hops: PathHop[] = [];
  for (let hop = steps.get(end); hop !== undefined; hop = steps.get(hop.from)) hops.push(hop);
  return hops.toReversed();
}

function pathOf(from: PathNode, to: PathNode, hops: readonly PathHop[]): Path {
  return { from, to, answer: hops.every(isCertain) ? 'certainly' : 'perhaps', hops };
}
