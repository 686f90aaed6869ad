import { privatePackages, publishedPackages } from '../workspace.ts';
import type { ReleasedWorkspace } from './tarballFaults.ts';

/**
 * Reads what a workspace would release now, and what it keeps.
 *
 * @param root - of the workspace.
 */
export function releasedWorkspace(root: string): ReleasedWorkspace {
  return {
    versions: new Map(publishedPackages(root).map(({ manifest }) => [manifest.name, manifest.version])),
    privateNames: new Set(privatePackages(root).map(({ manifest }) => manifest.name)),
  };
}
