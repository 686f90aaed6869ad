import { deflateRawSync } from 'node:zlib';
import { BASE } from './base.js';

/**
 * HTML that leads to the playground with a scenario on it. The scenario is in the fragment, packed as the playground
 * packs its own links, so that no server sees it.
 *
 * @param {object} scenario - as in a scenario file.
 * @param {string} text - of the link, as HTML.
 */
export function playgroundLink(scenario, text) {
  const packed = deflateRawSync(JSON.stringify(scenario), { level: 9 }).toString('base64url');
  // The target keeps the site's router from looking for a page of its own.
  return `<a class="try" href="${BASE}playground/#s=${packed}" target="_self">${text}</a>`;
}
