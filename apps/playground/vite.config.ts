import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the page works from any folder of any host, and from a disk.
  base: './',
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true },
  worker: { format: 'es' },
});
