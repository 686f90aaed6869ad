import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PEERS } from './peers.ts';

const ROOT = join(import.meta.dirname, '../..');

/** How to run the command. */
export interface Setting {
  readonly cwd: string;
  /** Arguments of Node, before the program. */
  readonly node?: readonly string[];
}

/** What a process did. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command with its threads, built for tests from the sources alone, so that they need no build of other packages. */
export interface BuiltCommand {
  /** Starts it, for what does not end by itself. */
  readonly start: (argv: readonly string[], setting: Setting) => ChildProcess;
  readonly run: (argv: readonly string[], setting: Setting) => Promise<Ended>;
  readonly remove: () => void;
}

/**
 * Builds the command as its own build does, all packages of the workspace put in.
 *
 * @param parent - an absolute folder, in which one is made; what is not put in is found only below the package itself.
 */
export async function buildCommand(parent: string = join(ROOT, '.cache')): Promise<BuiltCommand> {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'command-'));
  const outdir = join(folder, 'dist');
  // The command reads its version one folder up from where it is.
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main.ts', 'src/auditThread.ts', 'src/auditProcessor.ts'],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@policywright/source'],
    external: ['yaml', ...PEERS],
    logLevel: 'warning',
  });
  // pnpm has it for what it starts, and everything would be found by it.
  const { NODE_PATH: _, ...env } = process.env;
  const start: BuiltCommand['start'] = (argv, { cwd, node = [] }) =>
    spawn(process.execPath, [...node, join(outdir, 'main.js'), ...argv], { cwd, env });
  return {
    start,
    run: (argv, setting) => ended(start(argv, setting)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
