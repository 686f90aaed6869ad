/** What {@link parseIpv4} returns for anything else. */
export const NOT_IPV4 = -1;

/**
 * Reads a dotted IPv4 address without allocating.
 *
 * @param text - the text that holds the address.
 * @param start - where it begins, in UTF-16 units; 0 if left out.
 * @param end - where it ends; the text's end if left out.
 * @returns the address as a number from 0 to 2^32 - 1, or -1. Octets have no leading zeros: some readers take
 * them for octal, so that nobody can know which address is meant.
 */
export function parseIpv4(text: string, start = 0, end: number = text.length): number {
  if (end - start > 15) return NOT_IPV4;
  let address = 0;
  let octet = -1;
  let octets = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 46) {
      if (octet < 0 || octets === 3) return NOT_IPV4;
      address = address * 256 + octet;
      octets++;
      octet = -1;
    } else {
      if (code < 48 || code > 57 || octet === 0) return NOT_IPV4;
      octet = (octet < 0 ? 0 : octet * 10) + (code - 48);
      if (octet > 255) return NOT_IPV4;
    }
  }
  return octets === 3 && octet >= 0 ? address * 256 + octet : NOT_IPV4;
}
