import type { JsonObject } from '../../json/jsonNode.ts';
import type { StatementElement } from '../../model/elementNames.ts';
import { placeToShow } from '../../json/describeNode.ts';
import type { ReadContext } from './readContext.ts';
import type { Elements } from './readElements.ts';

/** A statement object that is being read. */
export interface StatementPlace {
  readonly node: JsonObject;
  readonly pointer: string;
  readonly index: number;
}

/** The elements that have a negation, `Not` before their name. */
export type NegatableElement = 'Principal' | 'Action' | 'Resource';

/** Whether a statement has an element or its negation, perhaps misspelt. */
export function hasEither(elements: Elements<StatementElement>, element: NegatableElement): boolean {
  const { found, misspelt } = elements;
  const negation = `Not${element}` as const;
  return (
    found[element] !== undefined ||
    found[negation] !== undefined ||
    misspelt.has(element) ||
    misspelt.has(negation)
  );
}

/** Reports that a statement lacks something. */
export function reportMissing(
  context: ReadContext,
  { node, pointer }: StatementPlace,
  missing: {
    readonly code: 'missing-effect' | 'missing-action' | 'missing-resource' | 'missing-principal';
    readonly what: string;
    readonly help?: string;
  },
): void {
  context.findings.report({
    code: missing.code,
    message: `found a statement without ${missing.what}`,
    at: placeToShow(node),
    pointer,
    help: missing.help,
  });
}
