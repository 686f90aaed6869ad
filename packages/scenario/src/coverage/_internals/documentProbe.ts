import type { StatementReport } from '@policywright/evaluator';
import type { ListElement, Statement } from '@policywright/policy';
import type { TestedDocument } from '../../tested/testedDocuments.ts';
import type { CoveredPart } from '../coverageReport.ts';

/** A part that a scenario may exercise. */
export interface CoveragePoint {
  readonly part: CoveredPart;
  readonly pointer: string;
  readonly message: string;
  covered: boolean;
}

/** An entry of a list of a statement, as a statement with that entry alone. */
export interface EntryProbe {
  readonly statement: Statement;
  readonly point: CoveragePoint;
}

interface StatementProbe {
  readonly applies: CoveragePoint;
  readonly conditions: readonly { readonly met: CoveragePoint; readonly unmet: CoveragePoint }[];
  readonly actions: readonly EntryProbe[];
  readonly resources: readonly EntryProbe[];
}

/** A document taken apart into what may be covered. */
export class DocumentProbe {
  readonly points: CoveragePoint[] = [];
  readonly #document: TestedDocument;
  readonly #statements: ReadonlyMap<string, StatementProbe>;

  constructor(document: TestedDocument) {
    this.#document = document;
    const { statements } = document.policy;
    this.#statements = new Map(statements.map((statement) => [statement.pointer, this.#probe(statement)]));
  }

  /**
   * Takes the report of a statement.
   *
   * @param pointer - of the statement, from the document's root.
   * @param report - how it fared in a scenario.
   * @returns entries of which it is still to be seen whether they match alone; the evaluator itself must tell.
   */
  read(pointer: string, report: StatementReport): readonly EntryProbe[] {
    const probe = this.#statements.get(pointer);
    if (probe === undefined || report.misplaced) return [];
    probe.applies.covered ||= report.applies;
    if (concerns(report)) coverConditions(probe, report);
    const { action, resource, principal } = report;
    if (principal?.result === 'false') return [];
    const isAction = action.result === 'true';
    const rest = { action: isAction, resource: resource?.result !== 'false' };
    // An entry of a list matches only where the list does, one of a negated list only where that does not.
    const actions = rest.resource && isAction === (action.element === 'Action') ? probe.actions : [];
    const isFitting =
      resource !== undefined && (resource.result !== 'false') === (resource.element === 'Resource');
    const resources = rest.action && isFitting ? probe.resources : [];
    return [...actions, ...resources].filter(({ point }) => !point.covered);
  }

  #probe(statement: Statement): StatementProbe {
    const name = statement.sid === undefined ? 'the statement' : `statement \`${statement.sid}\``;
    return {
      applies: this.#point('statement', statement.pointer, `${name} applies in no scenario`),
      conditions: statement.conditions.map(({ operator, key, pointer }) => {
        const text = `\`${operator.text}\` on \`${key}\``;
        return {
          met: this.#point('condition', pointer, `condition ${text} holds in no scenario`),
          unmet: this.#point('condition', pointer, `condition ${text} fails in no scenario`),
        };
      }),
      actions: this.#entries(statement, 'action'),
      resources: this.#entries(statement, 'resource'),
    };
  }

  #entries(statement: Statement, part: 'action' | 'resource'): readonly EntryProbe[] {
    const list = statement[part];
    if (list === undefined) return [];
    const element = elementName(part, list);
    return list.values.map((value, index) => {
      const pointer = this.#document.entryPointer(statement, element, index);
      const point = this.#point(part, pointer, `\`${element}\` entry \`${value}\` matches no scenario`);
      const alone: ListElement = { negated: false, values: [value] };
      return { point, statement: { ...statement, [part]: alone } };
    });
  }

  #point(part: CoveredPart, pointer: string, message: string): CoveragePoint {
    const point = { part, pointer, message, covered: false };
    this.points.push(point);
    return point;
  }
}

function coverConditions({ conditions }: StatementProbe, report: StatementReport): void {
  for (const [index, { result }] of report.conditions.entries()) {
    const points = conditions[index];
    if (points === undefined) continue;
    if (result === 'true') points.met.covered = true;
    else points.unmet.covered = true;
  }
}

/** All elements match, whatever the conditions say. */
export function concerns({ misplaced, action, resource, principal }: StatementReport): boolean {
  return !misplaced && [action, resource, principal].every((element) => element?.result !== 'false');
}

function elementName(part: 'action' | 'resource', { negated }: ListElement): string {
  const name = part === 'action' ? 'Action' : 'Resource';
  return negated ? `Not${name}` : name;
}
