import { build } from 'esbuild';

/**
 * Bundles and minifies a program with esbuild.
 *
 * @param folder - where its imports start from.
 * @param program - its text.
 * @returns bytes of the bundle.
 */
export async function bundledBytes(folder: string, program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
}
