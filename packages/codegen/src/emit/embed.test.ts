import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Embed {
  readonly embeddedFiles: () => Readonly<Record<string, string>>;
}

describe('embedded files', () => {
  test('are what `node embed.js` writes', async () => {
    const root = new URL('../../', import.meta.url);
    // The script is plain JavaScript, since the build runs it before there is anything built.
    const { embeddedFiles }: Embed = await import(new URL('embed.js', root).href);
    for (const [path, text] of Object.entries(embeddedFiles())) {
      expect(readFileSync(new URL(path, root), 'utf8'), path).toBe(text);
    }
  });
});
