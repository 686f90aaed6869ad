import { catalogInfo, type Service } from '@policywright/catalog';
import type { GenerateConfig } from '../generateConfig.ts';
import { hasErrors, type CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { policySchema, printSchema } from '../schema/policySchema.ts';
import { chooseServices } from './chooseServices.ts';
import { commandLine } from './commandLine.ts';
import { fileCollisions } from './fileCollisions.ts';
import type { GeneratedFile } from './generatedFile.ts';
import { GENERATOR_VERSION } from './generatorVersion.gen.ts';
import { withHeader, withJsonHeader, type Header } from './header.ts';
import { indexModule } from './indexModule.ts';
import { printModule } from './printModule.ts';
import { RUNTIME_SOURCE } from './runtimeSource.gen.ts';
import { serviceModule } from './serviceModule.ts';

/** What {@link generate} made. */
export interface Generated {
  /** Sorted by path; none when a diagnostic is an error. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly CodegenDiagnostic[];
}

// Generated code is held to the rules of its generator, not to those of the project that it lies in. Its types
// count all the same; that it compiles is for the tests of this package, and not for every consumer's compiler,
// which would spend more on it than on all statements.
const UNCHECKED = '// @ts-nocheck\n/* eslint-disable */\n';

/**
 * Generates the files for the chosen services, without touching the disk.
 *
 * The same configuration gives the same bytes: nothing depends on the time, the machine or the order in which
 * services are named.
 *
 * @param config - what to generate; `fromUsage` is only named in the header, since finding usage reads files.
 * @param usedServices - prefixes of services to emit besides those of the configuration.
 */
export function generate(config: GenerateConfig, usedServices: readonly string[] = []): Generated {
  const chosen = chooseServices([...(config.services ?? []), ...usedServices]);
  const prefixes = chosen.services.map(({ prefix }) => prefix);
  const index = config.index === true ? indexModule(prefixes) : { text: '', diagnostics: [] };
  const choiceDiagnostics = [...chosen.diagnostics, ...index.diagnostics];
  if (hasErrors(choiceDiagnostics)) return { files: [], diagnostics: choiceDiagnostics };

  const header: Header = {
    generatorVersion: GENERATOR_VERSION,
    dataVersion: catalogInfo.version,
    arguments: commandLine(config),
  };
  const files = chosen.services.map((service) => serviceFile(service, header));
  files.push({ path: 'runtime.ts', text: withHeader(header, '//', UNCHECKED + RUNTIME_SOURCE) });
  if (config.index === true)
    files.push({ path: 'index.ts', text: withHeader(header, '//', UNCHECKED + index.text) });
  if (config.jsonSchema === true) {
    const text = withJsonHeader(header, printSchema(policySchema(chosen.services)));
    files.push({ path: 'policy.schema.json', text });
  }
  files.push(attributesFile(files, header));
  const diagnostics = [...choiceDiagnostics, ...fileCollisions(files)];
  if (hasErrors(diagnostics)) return { files: [], diagnostics };
  return { files: files.sort((left, right) => byCodePoint(left.path, right.path)), diagnostics };
}

function serviceFile(service: Service, header: Header): GeneratedFile {
  const text = withHeader(header, '//', UNCHECKED + printModule(serviceModule(service)));
  return { path: `${service.prefix}.ts`, text };
}

/** Keeps the files out of review diffs and language statistics, and their line ends as they are. */
function attributesFile(files: readonly GeneratedFile[], header: Header): GeneratedFile {
  const names = ['.gitattributes', ...files.map(({ path }) => path)].sort(byCodePoint);
  const lines = names.map((name) => `/${name} linguist-generated text eol=lf\n`);
  return { path: '.gitattributes', text: withHeader(header, '#', lines.join('')) };
}
