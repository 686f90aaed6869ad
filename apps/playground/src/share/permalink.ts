/** In front of a text. */
const TEXT = '#s=';
/** In front of a text as a string of JSON, which has escapes for halves of surrogate pairs; UTF-8 has none. */
const JSON_STRING = '#j=';
/** Longer texts are not unpacked: a link is somebody else's text. */
const LIMIT = 4_000_000;

/**
 * Packs a text into the fragment of a link, which browsers do not send to any server.
 *
 * @param text - any; unpacking gives it back letter for letter.
 * @returns the fragment with its `#`.
 */
export async function packFragment(text: string): Promise<string> {
  const isWellFormed = !/\p{Surrogate}/u.test(text);
  const content = isWellFormed ? text : JSON.stringify(text);
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const base64 = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return (isWellFormed ? TEXT : JSON_STRING) + base64;
}

/**
 * Unpacks a fragment.
 *
 * @returns the text; `undefined` for a fragment that is not one of ours, is damaged or unpacks to too much.
 */
export async function unpackFragment(fragment: string): Promise<string | undefined> {
  const prefix = [TEXT, JSON_STRING].find((start) => fragment.startsWith(start));
  if (prefix === undefined) return undefined;
  try {
    const text = await inflate(fragment.slice(prefix.length));
    if (text === undefined || prefix === TEXT) return text;
    const content = JSON.parse(text) as unknown;
    return typeof content === 'string' ? content : undefined;
  } catch {
    return undefined;
  }
}

async function inflate(packed: string): Promise<string | undefined> {
  const base64 = packed.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  // A mark at the start is a letter of the text.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LIMIT) return undefined;
  }
}
