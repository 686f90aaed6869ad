import type { Service } from '../model/service.ts';
import { CatalogService } from './catalogService.ts';

/** Makes the service of one text; the modules `@policywright/catalog/services/PREFIX` are made of it. */
export function serviceEntry(text: string): Service {
  return new CatalogService(text);
}
