import type { AccessFinding } from '@policywright/analyzer';
import type { AccessChange, UnknownChange } from '../model/snapshotChanges.ts';
import type { NamedStatement } from '../model/reach.ts';
import type { ProvedChange } from './proveChange.ts';

/** Those of which the same was proved. */
interface Group {
  readonly proved: ProvedChange;
  readonly arns: string[];
  readonly nameOf: (finding: AccessFinding) => NamedStatement | undefined;
}

/** Collects what was proved, so that what is true of many is told once. */
export class GroupedChanges {
  readonly #of: AccessChange['of'];
  readonly #groups: Map<ProvedChange, Group> = new Map();

  /** @param of - whose policies changed. */
  constructor(of: AccessChange['of']) {
    this.#of = of;
  }

  /**
   * @param arn - of whom it was proved.
   * @param proved - the same object for the same proof.
   * @param nameOf - names the statement of a finding, of the first of them.
   */
  add(arn: string, proved: ProvedChange, nameOf: Group['nameOf']): void {
    const known = this.#groups.get(proved);
    if (known === undefined) this.#groups.set(proved, { proved, arns: [arn], nameOf });
    else known.arns.push(arn);
  }

  /** All changes. */
  get access(): readonly AccessChange[] {
    return [...this.#groups.values()].flatMap(({ proved, arns, nameOf }) =>
      proved.findings.map((finding): AccessChange => {
        const { actions, futureActions, resources, exceptResources, conditions, witness } = finding;
        return {
          change: finding.change === 'allowed' ? 'won' : 'lost',
          of: this.#of,
          arns,
          statement: nameOf(finding),
          actions,
          futureActions,
          resources,
          exceptResources,
          conditions,
          witness,
        };
      }),
    );
  }

  /** What was not found out. */
  get unknown(): readonly UnknownChange[] {
    return [...this.#groups.values()].flatMap(({ proved, arns }) =>
      arns.flatMap((of) => proved.why.map((why) => ({ of, why }))),
    );
  }
}
