import { quote } from '@policywright/policy/text';
import { GRANT_OPERATIONS, type KmsGrant } from '@policywright/evaluator';
import { isCallerArn } from './callerArn.ts';
import type { NodeReader, Placed } from './nodeReader.ts';
import { readWord } from './readWord.ts';

const MEMBERS = ['grantee', 'operations', 'encryptionContextEquals', 'encryptionContextSubset', 'sourceArn'];

/** Reads `grants`: grants of the KMS key of the request (rule S208). What has an error is reported and left out. */
export function readGrants(reader: NodeReader, place: Placed): readonly KmsGrant[] | undefined {
  return reader.items(place, '`grants`')?.flatMap((item) => readGrant(reader, item) ?? []);
}

function readGrant(reader: NodeReader, place: Placed): KmsGrant | undefined {
  const grant = reader.object(place, 'a grant');
  if (grant === undefined) return undefined;
  reader.checkMembers(grant, MEMBERS, false);
  const needed = (name: string): Placed | undefined => {
    const member = reader.member(grant, name);
    if (member === undefined)
      reader.report(place, { code: 'scenario-missing-member', message: `a grant needs ${quote(name)}` });
    return member;
  };
  const granteePlace = needed('grantee');
  const operationsPlace = needed('operations');
  const grantee = granteePlace && readGrantee(reader, granteePlace);
  const operations = operationsPlace && readOperations(reader, operationsPlace);
  const pairs = (name: string): Readonly<Record<string, string>> | undefined => {
    const member = reader.member(grant, name);
    return member && reader.texts(member, quote(name));
  };
  const constraints = {
    encryptionContextEquals: pairs('encryptionContextEquals'),
    encryptionContextSubset: pairs('encryptionContextSubset'),
  };
  const source = reader.member(grant, 'sourceArn');
  const sourceArn = source && reader.string(source, '`sourceArn`');
  if (grantee === undefined || operations === undefined) return undefined;
  return { grantee, operations, ...constraints, sourceArn };
}

function readGrantee(reader: NodeReader, place: Placed): KmsGrant['grantee'] | undefined {
  if (place.node.kind === 'object') {
    const object = { node: place.node, pointer: place.pointer };
    reader.checkMembers(object, ['service'], false);
    const member = reader.member(object, 'service');
    const service = member && reader.string(member, '`service`');
    if (service !== undefined) return { service };
    if (member === undefined)
      reader.report(place, { code: 'scenario-missing-member', message: 'a grantee object needs `service`' });
    return undefined;
  }
  const text = reader.string(place, '`grantee`');
  if (text === undefined || isCallerArn(text)) return text;
  reader.report(place, {
    code: 'scenario-grant',
    message: `${quote(text)} cannot be a grantee`,
    help: 'write the ARN of a user, role, role session, federated user or account root, or { "service": "NAME" }',
  });
  return undefined;
}

function readOperations(reader: NodeReader, place: Placed): readonly string[] | undefined {
  const expected = { name: 'operations', words: GRANT_OPERATIONS, code: 'scenario-grant' } as const;
  return reader.items(place, '`operations`')?.flatMap((item) => readWord(reader, item, expected) ?? []);
}
