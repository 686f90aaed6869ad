import { allServices } from '../_internals/registry.ts';
import type { Service } from '../model/service.ts';

/**
 * Lists every service, sorted by prefix.
 *
 * @returns services whose lists are decoded when they are first read, so that the call itself is cheap.
 */
export function services(): readonly Service[] {
  return allServices();
}
