import { describe, expect, test } from 'vitest';
import { publishedPackages } from './workspace.ts';

const REPOSITORY = 'https://github.com/policywright/policywright';

describe.each(publishedPackages().map(({ folder, manifest }) => [folder, manifest] as const))(
  'the manifest of %s',
  (folder, manifest) => {
    test('says what the package is, in one line', () => {
      expect(manifest.description).toMatch(/^[A-Z].{20,110}[^.]$/);
    });

    test('has words by which a registry finds it', () => {
      const { keywords = [] } = manifest;
      expect(keywords).toEqual(expect.arrayContaining(['aws', 'iam', 'policy']));
      expect(keywords.length).toBeGreaterThan(3);
      expect(keywords).toEqual([...new Set(keywords)].sort());
    });

    test('leads to its documentation, its source and where to report a fault', () => {
      const own = `${REPOSITORY}/tree/main/packages/${folder}#readme`;
      const site = 'https://policywright.github.io/policywright/';
      expect(manifest.homepage).toBe(manifest.name === 'policywright' ? site : own);
      expect(manifest.bugs).toEqual({ url: `${REPOSITORY}/issues` });
      expect(manifest.repository).toEqual({
        type: 'git',
        url: `git+${REPOSITORY}.git`,
        directory: `packages/${folder}`,
      });
    });
  },
);
