import { spreadOf } from '../measure/median.ts';
import { installedBytes, withDependencies } from '../measure/installedPackage.ts';
import { packedSize } from '../measure/packedSize.ts';
import { PEER_NAMES, peerNamed } from '../peer/peers.ts';
import { duration, figure } from '../report/units.ts';
import { runTask } from '../task/runTask.ts';
import type { Suite } from './suite.ts';

interface Installed {
  readonly packageName: string;
  readonly packages: number;
  readonly bytes: number;
  readonly files: number | undefined;
  /** Milliseconds. */
  readonly coldImport: number;
}

const MILLISECOND = 1e6;

/** What installing and importing an engine costs. */
export const installSuite: Suite = {
  name: 'install',
  title: 'Size and cold import',
  async run({ quick, progress }) {
    const data: Installed[] = [];
    for (const peer of await Promise.all(PEER_NAMES.map(peerNamed))) {
      progress(peer.name);
      data.push(await measureInstalled(peer.packageName, quick ? 3 : 15));
    }
    return {
      table: {
        headings: ['package', 'packages', 'kB unpacked', 'cold import'],
        rows: [
          ...data.map(({ packageName, packages, bytes, coldImport }) => [
            packageName,
            figure(packages),
            figure(bytes / 1000),
            duration(coldImport * MILLISECOND),
          ]),
          ['budget', '', '300', '10 ms'],
        ],
      },
      remarks: [
        'Each package with everything that it depends on; ours as `npm pack` would pack them. Import: median of fresh processes, from `import()` to its being fulfilled.',
      ],
      data,
    };
  },
};

async function measureInstalled(packageName: string, rounds: number): Promise<Installed> {
  const directories = withDependencies(packageName);
  const packed = packageName.startsWith('@policywright/') ? directories.map(packedSize) : undefined;
  const sum = (figures: readonly number[]): number => figures.reduce((total, each) => total + each, 0);
  // The package has a CommonJS and an ESM build of the engine, and is used through the former here.
  const entry = packageName === '@cedar-policy/cedar-wasm' ? `${packageName}/nodejs` : packageName;
  const imports: number[] = [];
  for (let round = 0; round < rounds; round++) imports.push(await runTask('import', { packageName: entry }));
  return {
    packageName,
    packages: directories.length,
    bytes: sum(packed?.map(({ unpackedSize }) => unpackedSize) ?? directories.map(installedBytes)),
    files: packed && sum(packed.map(({ entryCount }) => entryCount)),
    coldImport: spreadOf(imports).median,
  };
}
