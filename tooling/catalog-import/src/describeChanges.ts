import type { CatalogChange, CatalogItemKind } from '@policywright/catalog';

const KINDS: readonly (readonly [CatalogItemKind, string])[] = [
  ['service', 'services'],
  ['action', 'actions'],
  ['resourceType', 'resource types'],
  ['conditionKey', 'condition keys'],
];

/**
 * Describes changes for the terminal: a count of each kind, then one line a change.
 *
 * @param changes - what `diffCatalogs` found.
 * @returns lines without line ends; one that says so where nothing changed.
 */
export function describeChanges(changes: readonly CatalogChange[]): string[] {
  if (changes.length === 0) return ['no changes'];
  const summary = KINDS.map(([kind, plural]) => {
    const count = (change: CatalogChange['change']): number =>
      changes.filter((item) => item.kind === kind && item.change === change).length;
    return `${plural}: ${count('added')} added, ${count('removed')} removed, ${count('changed')} changed`;
  });
  const lines = changes.map(({ change, kind, service, name, details }) => {
    const what = details.map((detail) => `${detail.what}: \`${detail.before}\` -> \`${detail.after}\``);
    // Many services have keys such as `aws:TagKeys`.
    const owner = name === service || name.startsWith(`${service}:`) ? '' : ` of ${service}`;
    return [`${SIGNS[change]} ${kind} ${name}${owner}`, ...what].join('; ');
  });
  return [...summary, ...lines];
}

const SIGNS: Readonly<Record<CatalogChange['change'], string>> = { added: '+', removed: '-', changed: '~' };

/**
 * Writes the text of a changeset for a refresh of the data: new services and actions by name, the rest by number.
 *
 * @param changes - what `diffCatalogs` found.
 * @param version - the version of the new data.
 * @returns a Markdown file with front matter, or `undefined` where nothing changed.
 */
export function describeChangeset(changes: readonly CatalogChange[], version: string): string | undefined {
  if (changes.length === 0) return undefined;
  const of = (kind: CatalogItemKind, change: CatalogChange['change']): readonly CatalogChange[] =>
    changes.filter((item) => item.kind === kind && item.change === change);
  const sections = [
    listed('New services', of('service', 'added')),
    listed('Removed services', of('service', 'removed')),
    byService('New actions', of('action', 'added')),
    byService('Removed actions', of('action', 'removed')),
  ].filter((section) => section !== '');
  const removes = changes.some(({ change }) => change === 'removed');
  const others = changes.filter(
    ({ kind, change }) => change === 'changed' || !/^(?:service|action)$/.test(kind),
  );
  const rest =
    others.length === 0
      ? ''
      : `${others.length} other ${others.length === 1 ? 'change' : 'changes'} of resource types, condition keys and details.`;
  return [
    `---\n'@policywright/catalog': ${removes ? 'minor' : 'patch'}\n---`,
    `Refresh the catalog from data version ${version}.`,
    ...sections,
    ...(rest === '' ? [] : [rest]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function listed(title: string, changes: readonly CatalogChange[]): string {
  return changes.length === 0 ? '' : `${title}: ${changes.map(({ name }) => `\`${name}\``).join(', ')}.`;
}

function byService(title: string, changes: readonly CatalogChange[]): string {
  if (changes.length === 0) return '';
  const services = [...new Set(changes.map(({ service }) => service))];
  const lines = services.map((service) => {
    const names = changes
      .filter((change) => change.service === service)
      .map(({ name }) => name.slice(service.length + 1));
    return `- \`${service}\`: ${names.join(', ')}`;
  });
  return `${title}:\n\n${lines.join('\n')}`;
}
