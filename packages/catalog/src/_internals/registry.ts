import { SERVICE_TEXTS } from '../data/services.gen.ts';
import { CatalogService } from './catalogService.ts';

const made = new Map<string, CatalogService>();
let all: readonly CatalogService[] | undefined;

/** Finds one service without touching the others. */
export function serviceOf(lowerCasePrefix: string): CatalogService | undefined {
  const known = made.get(lowerCasePrefix);
  if (known !== undefined) return known;
  const start = `${lowerCasePrefix} `;
  for (const { letters, texts } of SERVICE_TEXTS) {
    if (!letters.includes(start.charAt(0))) continue;
    for (const text of texts) if (text.startsWith(start)) return register(text);
  }
  return undefined;
}

/** Every service in code point order of the prefix, as the texts are; only their first lines are decoded. */
export function allServices(): readonly CatalogService[] {
  all ??= SERVICE_TEXTS.flatMap(({ texts }) => texts).map(
    (text) => made.get(text.slice(0, text.indexOf(' '))) ?? register(text),
  );
  return all;
}

function register(text: string): CatalogService {
  const service = new CatalogService(text);
  made.set(service.prefix, service);
  return service;
}
