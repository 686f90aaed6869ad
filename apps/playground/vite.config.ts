import { readFileSync } from 'node:fs';
import { catalogInfo } from '@policywright/catalog';
import { defineConfig } from 'vite';
import { offline } from './offline.ts';

const engine = JSON.parse(
  readFileSync(new URL('../../packages/evaluator/package.json', import.meta.url), 'utf8'),
) as { readonly version: string };

export default defineConfig({
  // Relative, so that the page works from any folder of any host.
  base: './',
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  worker: { format: 'es' },
  plugins: [offline()],
  define: {
    'import.meta.env.VITE_ENGINE_VERSION': JSON.stringify(engine.version),
    'import.meta.env.VITE_DATA_VERSION': JSON.stringify(catalogInfo.version),
  },
});
