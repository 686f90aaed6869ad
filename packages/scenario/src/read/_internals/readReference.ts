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
  const given = reader.member(place, 'values');
  const values = given && reader.texts(given, '`values`');
  return file === undefined ? undefined : { file, resource: text('resource'), values };
}
