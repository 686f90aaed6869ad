import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AccessLevel, Action, ConditionKey, ResourceType } from '@policywright/catalog';
import type { AuthorisedAction, OperationPage } from './operationFacts.ts';
import { byCodePoint, type SourceCatalog, type SourceService } from './sourceCatalog.ts';
import { toKeyName, toKeyNames } from './toKeyNames.ts';
import { toKeyType } from './toKeyType.ts';

// The forms of the documents of AWS's machine-readable service reference: a list, and one document a service.

interface RawListEntry {
  readonly service: string;
  readonly url: string;
}

interface RawService {
  readonly Name: string;
  readonly Version?: string;
  readonly Actions?: readonly RawAction[];
  readonly Resources?: readonly RawResource[];
  readonly ConditionKeys?: readonly { readonly Name: string; readonly Types?: readonly string[] }[];
  readonly Operations?: readonly RawOperation[];
}

interface RawOperation {
  readonly Name: string;
  readonly AuthorizedActions?: readonly {
    readonly Name: string;
    readonly Service: string;
    readonly Context?: Readonly<Record<string, readonly string[]>>;
  }[];
}

interface RawAction {
  readonly Name: string;
  readonly ActionConditionKeys?: readonly string[];
  readonly Annotations?: { readonly Properties?: Readonly<Record<string, boolean>> };
  readonly Resources?: readonly { readonly Name: string }[];
}

interface RawResource {
  readonly Name: string;
  readonly ARNFormats?: readonly string[];
  readonly ConditionKeys?: readonly string[];
}

/** The name of the list in a folder; under a URL the list is at the URL itself. */
export const LIST_FILE = 'index.json';

/**
 * Reads AWS's machine-readable service reference.
 *
 * It does not say which resource types are required, which condition keys belong to which resource of an action, or
 * the names of services for people: `fillFromOther` takes those from another source.
 *
 * @param location - the URL of the list, or a folder with `index.json` and the documents that it names, by the last
 * part of their addresses.
 * @param date - the day of the documents, `YYYY-MM-DD`; they do not say it themselves.
 * @throws {Error} when a document cannot be read, or has a value that the model does not know.
 */
export async function readAwsReference(location: string, date: string): Promise<SourceCatalog> {
  const read = /^https?:\/\//.test(location) ? urlReader(location) : folderReader(location);
  const list = (await read(undefined)) as readonly RawListEntry[];
  const services: SourceService[] = [];
  const operations: OperationPage[] = [];
  const versions = new Set<string>();
  // One after the other: a refresh is rare, and the server is somebody else's.
  for (const { url } of list.toSorted((a, b) => byCodePoint(a.service, b.service))) {
    const raw = (await read(url)) as RawService;
    if (raw.Version !== undefined) versions.add(raw.Version);
    services.push(toService(raw));
    if (raw.Operations !== undefined) operations.push(toPage(raw, date));
  }
  const version = [...versions].sort(byCodePoint).join(' ');
  return { source: 'AWS service reference information', version, date, services, operations };
}

type Reader = (url: string | undefined) => Promise<unknown>;

function urlReader(listUrl: string): Reader {
  return async (url) => {
    const address = new URL(url ?? listUrl, listUrl);
    const response = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch((cause: unknown) => {
      throw new Error(`\`${address.href}\` cannot be reached`, { cause });
    });
    if (!response.ok) throw new Error(`\`${address.href}\` answered ${response.status}`);
    return response.json();
  };
}

function folderReader(folder: string): Reader {
  return async (url) => {
    const name = url === undefined ? LIST_FILE : basename(url);
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown;
  };
}

function toService(raw: RawService): SourceService {
  const prefix = raw.Name;
  const sorted = <T extends { readonly name: string }>(items: T[]): T[] =>
    items.sort((a, b) => byCodePoint(a.name, b.name));
  return {
    prefix,
    name: prefix,
    resourceControlPolicies: false,
    actions: sorted((raw.Actions ?? []).map((action) => toAction(prefix, action))),
    resourceTypes: sorted((raw.Resources ?? []).map((resource) => toResourceType(prefix, resource))),
    conditionKeys: sorted(
      (raw.ConditionKeys ?? []).map(({ Name, Types }) => toConditionKey(Name, Types?.[0])),
    ),
  };
}

function toAction(prefix: string, raw: RawAction): Action {
  const names = (raw.Resources ?? []).map((resource) => resource.Name);
  return {
    service: prefix,
    name: raw.Name,
    fullName: `${prefix}:${raw.Name}`,
    accessLevels: toAccessLevels(raw.Annotations?.Properties ?? {}),
    resourceTypes: [...new Set(names)].sort(byCodePoint).map((name) => ({
      name,
      required: false,
      conditionKeys: [],
      dependentActions: [],
    })),
    conditionKeys: toKeyNames(raw.ActionConditionKeys ?? []),
    dependentActions: [],
    permissionOnly: false,
    wildcardOnly: names.length === 0,
    scenarios: [],
  };
}

/** What asks for the action of its own name alone is left out, as in the facts that were read. */
function toPage({ Name: prefix, Operations = [] }: RawService, day: string): OperationPage {
  const operations = Operations.map(({ Name: name, AuthorizedActions = [] }) => ({
    client: undefined,
    name,
    actions: AuthorizedActions.map(({ Name, Service, Context = {} }): AuthorisedAction => {
      const services = Context['iam:PassedToService'] ?? [];
      return {
        action: `${Service}:${Name}`,
        passedTo: services.map((service) => service.replace(/\.amazonaws\.com$/, '')),
      };
    }),
  }));
  return {
    page: `list_${prefix}`,
    prefix,
    day,
    whole: true,
    operations: operations
      .filter(({ name, actions }) => actions.length > 1 || actions[0]?.action !== `${prefix}:${name}`)
      .sort((a, b) => byCodePoint(a.name, b.name)),
  };
}

/** The reference has a flag for each level but Read, which is what remains. */
function toAccessLevels(properties: Readonly<Record<string, boolean>>): AccessLevel[] {
  const levels: AccessLevel[] = [];
  if (properties['IsList'] === true) levels.push('List');
  if (properties['IsWrite'] === true) levels.push('Write');
  if (properties['IsPermissionManagement'] === true) levels.push('Permissions management');
  if (properties['IsTaggingOnly'] === true) levels.push('Tagging');
  return levels.length === 0 ? ['Read'] : levels;
}

function toResourceType(prefix: string, raw: RawResource): ResourceType {
  return {
    service: prefix,
    name: raw.Name,
    arnFormats: raw.ARNFormats ?? [],
    conditionKeys: toKeyNames(raw.ConditionKeys ?? []),
  };
}

function toConditionKey(name: string, type: string | undefined): ConditionKey {
  return { name: toKeyName(name), ...toKeyType(type ?? 'String', name) };
}
