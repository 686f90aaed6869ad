/** Prefix lengths of the broadest ranges that still say where callers are (rule S195). */
const BROADEST_IPV4 = 8;
const BROADEST_IPV6 = 32;

/**
 * Whether an address range is so broad that holding callers to it leaves a policy public: broader than `/8` in
 * IPv4 or `/32` in IPv6, or no range at all. The private ranges of RFC 1918 are none of these.
 *
 * @param range - a value of `aws:SourceIp`; an address alone is a range of one.
 */
export function isBroadRange(range: string): boolean {
  const slash = range.indexOf('/');
  if (slash < 0) return !/^[\d.:a-f]+$/i.test(range);
  const length = range.slice(slash + 1);
  const least = range.includes(':') ? BROADEST_IPV6 : BROADEST_IPV4;
  return !/^\d{1,3}$/.test(length) || Number(length) < least;
}
