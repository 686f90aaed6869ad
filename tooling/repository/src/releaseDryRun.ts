// Tries a release out: in a clone of the last commit it raises the versions, builds, packs, looks into the tarballs
// and lets pnpm publish without publishing. The work tree stays as it is; only the installation uses the network.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from './markdownTable.ts';
import { packPackages, type PackedPackage } from './packPackages.ts';
import { packedContent } from './release/packedContent.ts';
import { releasedWorkspace } from './release/releasedWorkspace.ts';
import { releaseTable, type ReleasedPackage } from './release/releaseTable.ts';
import { type ReleasedWorkspace, tarballFaults } from './release/tarballFaults.ts';
import { hasChangeset, tryOutChangeset } from './release/tryOutChangeset.ts';
import { mustRun } from './runProgram.ts';
import { publishedPackages, ROOT } from './workspace.ts';

const CHANGELOG_LINES = 20;

interface Outcome {
  readonly released: ReleasedPackage;
  readonly faults: readonly string[];
}

async function releaseDryRun(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-release-'));
  try {
    const tree = join(folder, 'tree');
    const before = await raiseVersions(folder, tree);
    step('build');
    await mustRun('pnpm', ['exec', 'turbo', 'run', 'build', '--filter=./packages/*'], { cwd: tree });
    step('pack');
    const packed = [...(await packPackages(join(folder, 'packed'), tree)).values()];
    const workspace = releasedWorkspace(tree);
    const outcomes = packed.map((one) => inspect(one, before, workspace));
    for (const { entry } of packed) {
      step(`publish ${entry.manifest.name}, without publishing it`);
      await mustRun('pnpm', ['publish', '--dry-run', '--no-git-checks'], { cwd: entry.path });
    }
    report(outcomes, join(tree, 'packages', 'cli', 'CHANGELOG.md'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Clones the last commit, and raises the versions there.
 *
 * @returns the versions from before, by name.
 */
async function raiseVersions(folder: string, tree: string): Promise<ReadonlyMap<string, string>> {
  step('clone and install');
  await mustRun('git', ['clone', '--quiet', ROOT, tree], { cwd: folder });
  await mustRun('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: tree });
  const packages = publishedPackages(tree);
  if (!hasChangeset(readdirSync(join(tree, '.changeset')))) {
    const names = packages.map(({ manifest }) => manifest.name);
    writeFileSync(join(tree, '.changeset', 'try-out.md'), tryOutChangeset(names));
  }
  step('raise versions');
  await mustRun('pnpm', ['run', 'version-packages'], { cwd: tree });
  return new Map(packages.map(({ manifest }) => [manifest.name, manifest.version]));
}

function inspect(
  { tarball }: PackedPackage,
  before: ReadonlyMap<string, string>,
  workspace: ReleasedWorkspace,
): Outcome {
  const content = packedContent(tarball);
  const { name, version } = content.manifest;
  const oldVersion = before.get(name) ?? 'none';
  const { packed, unpacked, paths } = content;
  const faults = tarballFaults(content, workspace);
  return {
    released: { name, oldVersion, newVersion: version, packed, unpacked, files: paths.length },
    faults: version === oldVersion ? [...faults, `${name} has its old version`] : faults,
  };
}

function report(outcomes: readonly Outcome[], changelog: string): void {
  console.log(markdownTable(releaseTable(outcomes.map(({ released }) => released))));
  const lines = readFileSync(changelog, 'utf8').split('\n');
  console.log(`\nCHANGELOG.md of policywright:\n\n${lines.slice(0, CHANGELOG_LINES).join('\n').trim()}`);
  const faults = outcomes.flatMap((outcome) => outcome.faults);
  for (const fault of faults) console.error(`error: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function step(name: string): void {
  process.stderr.write(`${name}\n`);
}

await releaseDryRun();
