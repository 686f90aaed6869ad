// Writes one module for each service, `dist/services/ecs.js`, so that a bundle can hold one without the others.
// Runs after `tsc -b`. The modules hold no data: bundlers take the one string that each imports.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { URL } from 'node:url';

const dist = new URL('./dist/', import.meta.url);
const folder = new URL('services/', dist);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

for (const file of readdirSync(new URL('data/', dist))) {
  if (!file.endsWith('.gen.js')) continue;
  const texts = await import(new URL(`data/${file}`, dist).href);
  for (const [name, text] of Object.entries(texts)) {
    if (!name.endsWith('Data')) continue;
    const prefix = text.slice(0, text.indexOf(' '));
    writeFileSync(
      new URL(`${prefix}.js`, folder),
      `import { ${name} } from '../data/${file}';
import { serviceEntry } from '../_internals/serviceEntry.js';
export const service = /* @__PURE__ */ serviceEntry(${name});
`,
    );
  }
}

writeFileSync(
  new URL('service.d.ts', folder),
  `import type { Service } from '../model/service.js';
/** The service that the path of the module names; its lists are decoded when they are first read. */
export declare const service: Service;
`,
);
