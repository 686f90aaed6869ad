import type { JsonObject } from '@policywright/policy';
import type { PolicyReference } from '../../references/policyReference.ts';
import type { NodeReader, Placed } from './nodeReader.ts';

const FILE_MEMBERS = ['file', 'resource', 'values'];
const MANAGED_MEMBERS = ['managed', 'version'];

/** Whether a value refers to policies instead of holding one. */
export function namesReference({ node }: Placed): boolean {
  return (
    node.kind === 'object' &&
    node.members.some(({ name }) => name.value === 'file' || name.value === 'managed')
  );
}

/**
 * Reads `{ "file": "deploy.json" }`, `{ "file": "template.yaml", "resource": "DeployRole", "values": { … } }` or
 * `{ "managed": "ReadOnlyAccess", "version": "v12" }`.
 *
 * @returns `undefined` after a report of what is wrong.
 */
export function readReference(reader: NodeReader, place: Placed<JsonObject>): PolicyReference | undefined {
  const text = (name: string): string | undefined => {
    const member = reader.member(place, name);
    return member && reader.string(member, `\`${name}\``);
  };
  if (reader.member(place, 'file') === undefined) {
    reader.checkMembers(place, MANAGED_MEMBERS, false);
    const managed = text('managed');
    return managed === undefined ? undefined : { managed, version: text('version') };
  }
  reader.checkMembers(place, FILE_MEMBERS, false);
  const file = text('file');
  const values = readValues(reader, reader.member(place, 'values'));
  return file === undefined ? undefined : { file, resource: text('resource'), values };
}

function readValues(
  reader: NodeReader,
  place: Placed | undefined,
): Readonly<Record<string, string>> | undefined {
  const object = place && reader.object(place, '`values`');
  if (object === undefined) return undefined;
  const entries = reader.members(object).flatMap((member) => {
    const value = reader.string(member, 'a value');
    return value === undefined ? [] : [[member.name, value] as const];
  });
  return Object.fromEntries(entries);
}
