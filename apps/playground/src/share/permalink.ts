const PREFIX = '#s=';
/** Longer texts are not unpacked: a link is somebody else's text. */
const LIMIT = 4_000_000;

/**
 * Packs a text into the fragment of a link, which browsers do not send to any server.
 *
 * @returns the fragment with its `#`.
 */
export async function packFragment(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * Unpacks a fragment.
 *
 * @returns the text; `undefined` for a fragment that is not one of ours, is damaged or unpacks to too much.
 */
export async function unpackFragment(fragment: string): Promise<string | undefined> {
  if (!fragment.startsWith(PREFIX)) return undefined;
  try {
    const base64 = fragment.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
      if (text.length > LIMIT) return undefined;
    }
  } catch {
    return undefined;
  }
}
