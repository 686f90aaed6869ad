/** Condition keys that another has replaced. */
export interface ReplacedKey {
  readonly replacement: string;
  /** `unsupported`: no request has it any more; `deprecated`: some services still set it. */
  readonly status: 'unsupported' | 'deprecated';
}

/** Global condition keys that others have replaced, by name in lower case. */
export const REPLACED_KEYS: ReadonlyMap<string, ReplacedKey> = new Map([
  ['aws:arn', { replacement: 'aws:PrincipalArn', status: 'unsupported' }],
  ['aws:sourceowner', { replacement: 'aws:SourceAccount', status: 'deprecated' }],
]);
