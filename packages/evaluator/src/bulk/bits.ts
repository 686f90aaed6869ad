/** A set of action numbers: bit `n & 31` of word `n >> 5`. All sets of one cube have the same length. */
export type Bits = Uint32Array;

/** Adds every member of `source` to `target`. */
export function addAll(target: Bits, source: Bits): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) | (source[i] as number);
}

/** Keeps in `target` only members of `source`. */
export function keepOnly(target: Bits, source: Bits): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) & (source[i] as number);
}

/** Takes every member of `source` out of `target`. */
export function removeAll(target: Bits, source: Bits): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) & ~(source[i] as number);
}

/** Makes `target` agree with `source` on the members of `where`. */
export function replaceAll(target: Bits, source: Bits, where: Bits): void {
  for (let i = 0; i < target.length; i++) {
    const mask = where[i] as number;
    target[i] = ((target[i] as number) & ~mask) | ((source[i] as number) & mask);
  }
}

/** Turns `target` into its complement. */
export function complement(target: Bits): void {
  for (let i = 0; i < target.length; i++) target[i] = ~(target[i] as number);
}

/** Whether `bits` has a member. */
export function hasBit(bits: Bits, member: number): boolean {
  return (((bits[member >> 5] ?? 0) >>> (member & 31)) & 1) === 1;
}

/** Adds one member. */
export function addBit(bits: Bits, member: number): void {
  bits[member >> 5] = (bits[member >> 5] ?? 0) | (1 << (member & 31));
}

/** How many members a set has. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (const word of bits) {
    let rest = word - ((word >>> 1) & 0x55555555);
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** Adds one member or takes it out. */
export function setBit(bits: Bits, member: number, isMember: boolean): void {
  if (isMember) addBit(bits, member);
  else bits[member >> 5] = (bits[member >> 5] ?? 0) & ~(1 << (member & 31));
}
