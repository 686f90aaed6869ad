import { SERVICE_TEXTS } from '../data/services.gen.ts';
import { CatalogService } from './catalogService.ts';
import { dataName } from './dataName.ts';

const made = new Map<string, CatalogService>();
let all: readonly CatalogService[] | undefined;

/** Finds one service without touching the others. */
export function serviceOf(lowerCasePrefix: string): CatalogService | undefined {
  const known = made.get(lowerCasePrefix);
  if (known !== undefined) return known;
  const name = dataName(lowerCasePrefix);
  for (const texts of SERVICE_TEXTS) {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    // Different prefixes could make the same name of a constant: `a-b` and `a--b`.
    if (text?.startsWith(`${lowerCasePrefix} `) === true) return register(text);
  }
  return undefined;
}

/** Every service in code point order of the prefix; only their first lines are decoded. */
export function allServices(): readonly CatalogService[] {
  all ??= SERVICE_TEXTS.flatMap((texts) => Object.values(texts))
    .map((text) => made.get(text.slice(0, text.indexOf(' '))) ?? register(text))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
  return all;
}

function register(text: string): CatalogService {
  const service = new CatalogService(text);
  made.set(service.prefix, service);
  return service;
}
