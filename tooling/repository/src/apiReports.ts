import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { publishedPackages, ROOT, type WorkspacePackage } from './workspace.ts';

/**
 * Compares the public interface of every published package with the report that is committed in its `etc`
 * folder, so that a change of the interface is seen in a diff. With `--update`, writes the reports.
 */
function apiReports(update: boolean): void {
  const changed = publishedPackages().flatMap((entry) =>
    entriesOf(entry)
      .filter((name) => !isSame(entry, name, update))
      .map((name) => `${entry.manifest.name} (${name})`),
  );
  if (changed.length === 0) return;
  console.error(`the public interface differs from its report: ${changed.join(', ')}`);
  console.error('if that is meant, run `npx -y pnpm@10.34.9 api:update` and commit the reports');
  process.exitCode = 1;
}

/** The entries of packages that promise nothing, so that they have no report. */
const WITHOUT_PROMISES = ['engine', 'template'];

/** Names of the entries that a package exports, such as `index`, as they are called in `dist`. */
function entriesOf({ path, manifest }: WorkspacePackage): readonly string[] {
  const exported = Object.values(
    (manifest.publishConfig?.exports ?? {}) as Readonly<Record<string, unknown>>,
  );
  return exported.flatMap((target) => {
    const types = (target as { readonly types?: string }).types;
    const name = /^\.\/dist\/(.+)\.d\.ts$/.exec(types ?? '')?.[1];
    if (name === undefined || WITHOUT_PROMISES.includes(name)) return [];
    return existsSync(join(path, 'dist', `${name}.d.ts`)) ? [name] : [];
  });
}

function isSame({ path, manifest }: WorkspacePackage, name: string, update: boolean): boolean {
  const reportFolder = join(path, 'etc');
  mkdirSync(reportFolder, { recursive: true });
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: path,
      newlineKind: 'lf',
      mainEntryPointFilePath: join(path, 'dist', `${name}.d.ts`),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: 'nodenext',
            target: 'es2023',
            lib: ['es2023'],
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          include: [join(path, 'dist', '**', '*.d.ts')],
        },
      },
      apiReport: {
        enabled: true,
        reportFolder,
        reportTempFolder: join(ROOT, '.cache', 'api', manifest.name),
        reportFileName: `${name.replaceAll('/', '-')}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: join(path, 'api-extractor.json'),
    packageJsonFullPath: join(path, 'package.json'),
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: update,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  return update || !apiReportChanged;
}

apiReports(process.argv.includes('--update'));
