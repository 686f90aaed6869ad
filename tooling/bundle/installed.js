import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

const SCOPE = '@policywright/';

/**
 * Where the declarations of a module are: `undefined` for one that is installed with the package.
 *
 * @callback PlaceOf
 * @param {string} specifier - as in `@policywright/arn/engine`.
 * @returns {string | undefined}
 */

/**
 * Tells what is installed with a package from what is put into it when it is built: packages that stand only in its
 * `devDependencies`, and entries that their package has but does not publish.
 *
 * @param {string} root - the folder of a package.
 * @returns {{ isInstalled: (specifier: string) => boolean, placeOf: PlaceOf }} whether a module is installed with the
 * package, and where the others are.
 */
export function installedWith(root) {
  const { dependencies, peerDependencies } = manifestOf(root);
  const names = Object.keys({ ...dependencies, ...peerDependencies });
  const foreign = names.filter((name) => !name.startsWith(SCOPE));
  const own = names.filter((name) => name.startsWith(SCOPE));
  const published = own.flatMap((name) =>
    Object.keys(manifestOf(folderOf(root, name)).publishConfig.exports).map((path) => name + path.slice(1)),
  );
  return {
    isInstalled: (specifier) =>
      specifier.startsWith('node:') ||
      published.includes(specifier) ||
      foreign.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
    placeOf: (specifier) => {
      if (!specifier.startsWith(SCOPE) || published.includes(specifier)) return undefined;
      const [scope, name, ...rest] = specifier.split('/');
      const folder = folderOf(root, `${scope}/${name}`);
      return join(folder, manifestOf(folder).exports[['.', ...rest].join('/')].types);
    },
  };
}

/**
 * @param {string} folder - of a package.
 * @returns what its manifest says.
 */
export function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/**
 * @param {string} root - the folder of a package.
 * @param {string} name - a package that it depends on.
 * @returns {string}
 */
function folderOf(root, name) {
  return realpathSync(join(root, 'node_modules', name));
}
