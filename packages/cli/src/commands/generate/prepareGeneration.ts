import { resolve } from 'node:path';
import type { RunGenerateOptions } from '@policywright/codegen';
import type { Io } from '../../io/io.ts';
import { readGenerateConfig } from './readGenerateConfig.ts';
import type { Generation } from './reportGeneration.ts';

/** What the user asks of the generator. */
export interface GenerationRequest {
  readonly io: Io;
  /** As the user named it; that of the current folder, if there is one, by default. */
  readonly configFile: string | undefined;
  /** What the command line says; goes before the same in the configuration. */
  readonly flags: RunGenerateOptions;
}

/** A run whose configuration is read. */
export interface PreparedGeneration {
  /** The absolute paths whose usage of services counts. */
  readonly sources: readonly string[];
  /** The absolute path of the folder of the output. */
  readonly out: string;
  readonly run: () => Promise<Generation>;
}

const NOTHING = { written: [], removed: [], unchanged: [], drifted: [] };

/**
 * Reads the configuration and puts the command line over it.
 *
 * @param request - what the user asks.
 */
export async function prepareGeneration({
  io,
  configFile,
  flags,
}: GenerationRequest): Promise<PreparedGeneration> {
  const { config, diagnostics } = await readGenerateConfig(io, configFile);
  const options: RunGenerateOptions = { ...config, ...flags };
  const { cwd, fromUsage = [], out = '' } = options;
  return {
    sources: fromUsage.map((path) => resolve(cwd, path)),
    out: resolve(cwd, out),
    run: async () => {
      if (diagnostics.length > 0) return { ...NOTHING, diagnostics };
      // The generator has the whole catalog: nothing else may import it.
      const { runGenerate } = await import('@policywright/codegen');
      return runGenerate(options);
    },
  };
}
