import { SERVICE_TEXTS } from '../data/services.gen.ts';
import { CatalogService } from './catalogService.ts';

let all: ReadonlyMap<string, CatalogService> | undefined;

/** Every service by prefix, in code point order; texts are decoded service by service when read. */
export function registry(): ReadonlyMap<string, CatalogService> {
  all ??= new Map(
    SERVICE_TEXTS.flatMap((texts) => Object.values(texts))
      .map((text) => new CatalogService(text))
      .sort((a, b) => (a.prefix < b.prefix ? -1 : 1))
      .map((service) => [service.prefix, service]),
  );
  return all;
}
