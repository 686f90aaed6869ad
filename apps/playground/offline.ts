import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Writes `sw.js`, the service worker that keeps the built files for use without a network. */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    generateBundle(_, bundle): void {
      const template = readFileSync(new URL('./sw.template.js', import.meta.url), 'utf8');
      const files = ['./', './theme.js', ...Object.keys(bundle).filter((file) => file !== 'index.html')];
      const hash = createHash('sha256');
      for (const file of Object.values(bundle)) hash.update(file.type === 'chunk' ? file.code : file.source);
      const source = template
        .replace('__FILES__', JSON.stringify(files))
        .replace('__VERSION__', hash.digest('hex').slice(0, 12));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
