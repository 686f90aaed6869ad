import { CATALOG_INFO } from '../data/info.gen.ts';
import type { CatalogInfo } from '../model/provenance.ts';

/** The version of the data, how much there is of each kind, and the source and date of each kind of fact. */
export const catalogInfo: CatalogInfo = CATALOG_INFO;
