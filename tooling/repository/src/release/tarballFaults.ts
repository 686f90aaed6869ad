/** The parts of a packed manifest that a release depends on. */
export interface PackedManifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly repository?: unknown;
  readonly main?: string;
  readonly types?: string;
  readonly bin?: unknown;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What is in a tarball. */
export interface TarballContent {
  readonly manifest: PackedManifest;
  /** Paths of its files. */
  readonly paths: readonly string[];
}

/** The workspace that a tarball was packed from. */
export interface ReleasedWorkspace {
  /** The versions that are released, by name of the package. */
  readonly versions: ReadonlyMap<string, string>;
  /** Names of the packages that are never published. */
  readonly privateNames: ReadonlySet<string>;
}

const ALWAYS = ['LICENSE', 'README.md', 'package.json'];
const WORKSPACE_RANGE = /^(?:workspace|link|file|portal|catalog):/;

/**
 * Finds what would be wrong with a package once it is published.
 *
 * @param tarball - what would be published.
 * @param workspace - what else is released, and what is not.
 * @returns a sentence for each fault.
 */
export function tarballFaults(
  { manifest, paths }: TarballContent,
  workspace: ReleasedWorkspace,
): readonly string[] {
  const { name, version } = manifest;
  const faults: string[] = [];
  const expected = workspace.versions.get(name);
  if (version !== expected) faults.push(`has version ${version}, not ${expected ?? 'none'}`);
  if (manifest.private === true) faults.push('is private');
  if (manifest.repository === undefined) faults.push('names no repository, which provenance needs');
  for (const path of [...ALWAYS, ...namedPaths(manifest)])
    if (!paths.some((one) => isAt(one, path))) faults.push(`lacks the file ${path}`);
  return [...faults, ...dependencyFaults(manifest, workspace)].map((fault) => `${name} ${fault}`);
}

function dependencyFaults(
  { dependencies, peerDependencies, optionalDependencies }: PackedManifest,
  { versions, privateNames }: ReleasedWorkspace,
): readonly string[] {
  const all = [dependencies, peerDependencies, optionalDependencies].flatMap((part) =>
    Object.entries(part ?? {}),
  );
  return all.flatMap(([name, range]) => {
    if (privateNames.has(name)) return [`depends on ${name}, which is private`];
    if (WORKSPACE_RANGE.test(range)) return [`depends on ${name} by \`${range}\`, which no registry knows`];
    const released = versions.get(name);
    if (released === undefined || range === released) return [];
    return [`depends on ${name} ${range}, but ${released} is released with it`];
  });
}

/** The files that a manifest names, `*` standing for any text. */
function namedPaths({ main, types, bin, exports }: PackedManifest): readonly string[] {
  return [...new Set([main, types, bin, exports].flatMap(textsIn))].map((path) => path.replace(/^\.\//, ''));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function isAt(path: string, named: string): boolean {
  const [head = '', tail] = named.split('*');
  if (tail === undefined) return path === named;
  return path.length >= head.length + tail.length && path.startsWith(head) && path.endsWith(tail);
}
