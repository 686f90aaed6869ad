import { allServices } from '../_internals/registry.ts';
import { catalogInfo } from '../lookup/catalogInfo.ts';
import type { Service } from '../model/service.ts';

/** A catalog as plain data, for files and comparisons. */
export interface CatalogSnapshot {
  /** The version of the data. */
  readonly version: string;
  readonly services: readonly Service[];
}

/** Takes the catalog of this package as plain data; `JSON.stringify` of it is read back by {@link readSnapshot}. */
export function catalogSnapshot(): CatalogSnapshot {
  return { version: catalogInfo.version, services: allServices() };
}

/**
 * Reads a snapshot that was written as JSON. Looks at everything that {@link diffCatalogs} reads, so that a snapshot
 * from anywhere can be compared.
 *
 * @param value - what `JSON.parse` gave.
 * @returns the snapshot, or `undefined` for anything that has not its shape.
 */
export function readSnapshot(value: unknown): CatalogSnapshot | undefined {
  if (!isRecord(value) || typeof value['version'] !== 'string' || !Array.isArray(value['services']))
    return undefined;
  const services: readonly unknown[] = value['services'];
  return services.every(isService) ? { version: value['version'], services } : undefined;
}

function isService(value: unknown): value is Service {
  return (
    isRecord(value) &&
    isString(value['prefix']) &&
    isString(value['name']) &&
    typeof value['resourceControlPolicies'] === 'boolean' &&
    isListOf(value['actions'], isAction) &&
    isListOf(value['resourceTypes'], isResourceType) &&
    isListOf(value['conditionKeys'], isConditionKey)
  );
}

function isAction(value: unknown): boolean {
  return (
    isNamed(value) &&
    isListOf(value['accessLevels'], isString) &&
    isListOf(value['conditionKeys'], isString) &&
    isListOf(
      value['resourceTypes'],
      (type) =>
        isNamed(type) && typeof type['required'] === 'boolean' && isListOf(type['conditionKeys'], isString),
    )
  );
}

function isResourceType(value: unknown): boolean {
  return (
    isNamed(value) && isListOf(value['arnFormats'], isString) && isListOf(value['conditionKeys'], isString)
  );
}

function isConditionKey(value: unknown): boolean {
  return isNamed(value) && isString(value['type']) && typeof value['multivalued'] === 'boolean';
}

function isNamed(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isString(value['name']);
}

function isListOf(value: unknown, holds: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && (value as readonly unknown[]).every(holds);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
