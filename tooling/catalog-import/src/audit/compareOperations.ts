import type { OperationPage, SourceOperation } from '../operationFacts.ts';
import type { SourceCatalog } from '../sourceCatalog.ts';
import type { Comparison } from './comparison.ts';

/** Holds the tables of operations that were read by hand against AWS's own documents, operation by operation. */
export function compareOperations(pages: readonly OperationPage[], aws: SourceCatalog): Comparison {
  const theirs = new Map((aws.operations ?? []).map((page) => [page.prefix, page]));
  const differing: string[] = [];
  let compared = 0;
  for (const { prefix, whole, operations } of pages) {
    const page = theirs.get(prefix);
    if (page === undefined) continue;
    const ours = new Map(operations.map((operation) => [operation.name, operation]));
    const names = new Set([...ours.keys(), ...(whole ? page.operations.map(({ name }) => name) : [])]);
    for (const name of names) {
      compared++;
      const other = page.operations.find((operation) => operation.name === name);
      if (shown(ours.get(name)) !== shown(other)) differing.push(`${prefix}:${name}`);
    }
  }
  return { overlay: 'operations', against: "AWS's own documents", compared, differing };
}

function shown(operation: SourceOperation | undefined): string {
  const actions = operation?.actions.map(({ action, passedTo }) =>
    [action, ...passedTo.toSorted()].join(' '),
  );
  return (actions ?? []).toSorted().join('\n');
}
