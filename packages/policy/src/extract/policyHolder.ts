/** Whom an inline policy belongs to, where what stands around it tells. */
export interface PolicyHolder {
  readonly kind: 'user' | 'group' | 'role' | 'permissionSet';
  /** What the holder is called in the file: logical id, address, name; none where only its kind is known. */
  readonly names: readonly string[];
}
