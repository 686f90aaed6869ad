import { parsePointer, type JsonNode, type Range } from '@policywright/policy';
import type { LintContext } from '../facts/lintContext.ts';
import { memberIndex } from '../facts/memberIndex.ts';
import { parentPointer } from '../facts/parentPointer.ts';
import type { StatementFacts } from '../facts/statementFacts.ts';
import type { Report, Rule } from '../rule/rule.ts';
import { isUnknownPlace } from './isUnknownPlace.ts';
import { lineFinder } from './lineFinder.ts';

/** Where a report belongs. */
export interface Place {
  readonly path: string;
  readonly range: Range | undefined;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Turns the pointers of reports into places of the text. */
export class Placer {
  readonly #context: LintContext;
  readonly #placeOf: (pointer: string) => string;
  readonly #needsSubjects: boolean;
  readonly #positionOf: ReturnType<typeof lineFinder> | undefined;
  /** By pointer; made for the first report, since many documents have none. */
  #statements: ReadonlyMap<string, StatementFacts> | undefined;

  constructor(
    context: LintContext,
    source: {
      readonly text: string | undefined;
      /** Makes a pointer of the whole text of one from the root of the policy. */
      readonly placeOf: (pointer: string) => string;
      readonly needsSubjects: boolean;
    },
  ) {
    this.#context = context;
    this.#placeOf = source.placeOf;
    this.#needsSubjects = source.needsSubjects;
    this.#positionOf = source.text === undefined ? undefined : lineFinder(source.text);
  }

  place(report: Report): Place {
    const { pointer, markName } = report;
    const statement = this.#statementOf(pointer);
    return {
      path: this.#placeOf(this.#context.writtenPointer(pointer)),
      range: this.#rangeOf(pointer, markName === true),
      actions: this.#subjects(pointer, statement, 'action'),
      resources: this.#subjects(pointer, statement, 'resource'),
    };
  }

  /** Whether nothing is to be said of it, since it is said to be unknown. */
  isUnknown({ pointer, markName = false, holdsForAll = false }: Report): boolean {
    const isUnknown = (at: string): boolean => this.#context.isUnknown(at);
    const place = holdsForAll ? parentPointer(pointer) : pointer;
    return this.#context.hasUnknowns && isUnknownPlace(place, { isUnknown, name: markName });
  }

  /** Whether what a statement lacks may be among its conditions that are not known. */
  isIncomplete(pointer: string, { reads }: Pick<Rule, 'reads'>): boolean {
    return reads.includes('Condition') && this.#statementOf(pointer)?.hasUnknownCondition === true;
  }

  #statementOf(pointer: string): StatementFacts | undefined {
    this.#statements ??= new Map(this.#context.statements.map((statement) => [statement.pointer, statement]));
    const [, element = '', index = ''] = pointer.split('/', 3);
    return this.#statements.get(`/${element}/${index}`) ?? this.#statements.get(`/${element}`);
  }

  /** The value pointed at where it is in the list, else all that the statement lists. */
  #subjects(
    pointer: string,
    statement: StatementFacts | undefined,
    list: 'action' | 'resource',
  ): readonly string[] {
    // Finding them costs a pass over the list for each report, and only ignores ask.
    if (statement === undefined || !this.#needsSubjects) return [];
    const entries: readonly { readonly pointer: string; readonly facts: { readonly text: string } }[] =
      list === 'action' ? statement.actions : statement.resources;
    const exact = entries.filter((entry) => entry.pointer === pointer);
    return (exact.length > 0 ? exact : entries).map(({ facts }) => facts.text);
  }

  #rangeOf(pointer: string, markName: boolean): Range | undefined {
    if (this.#positionOf === undefined) return undefined;
    const node = markName ? this.#nameOf(pointer) : this.#context.nodeAt(pointer);
    const shown = node ?? this.#context.policy.root;
    // Of an object only its brace is marked, as the parser does.
    const end = shown.kind === 'object' ? shown.start + 1 : shown.end;
    return { start: this.#positionOf(shown.start), end: this.#positionOf(end) };
  }

  #nameOf(pointer: string): JsonNode | undefined {
    const last = parsePointer(pointer)?.at(-1);
    const parent = this.#context.nodeAt(parentPointer(pointer));
    if (parent?.kind !== 'object' || last === undefined) return undefined;
    return parent.members[memberIndex(parent, last)]?.name;
  }
}
