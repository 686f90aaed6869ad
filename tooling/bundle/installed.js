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
 * @returns {{ modules: readonly string[], placeOf: PlaceOf }} the modules that are installed, as patterns that esbuild
 * understands, and where the others are.
 */
export function installedWith(root) {
  const { dependencies, peerDependencies } = manifestOf(root);
  const modules = Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => {
    if (!name.startsWith(SCOPE)) return [name, `${name}/*`];
    const { publishConfig } = manifestOf(folderOf(root, name));
    return Object.keys(publishConfig.exports).map((subpath) => name + subpath.slice(1));
  });
  return {
    modules,
    placeOf: (specifier) => {
      if (!specifier.startsWith(SCOPE) || modules.includes(specifier)) return undefined;
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
