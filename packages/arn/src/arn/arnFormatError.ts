/** Thrown by `formatArn` for fields that no ARN can hold; a mistake of the caller, never of a policy. */
export class ArnFormatError extends Error {
  /** What is wrong: the field is empty where it must not be, or it holds a colon. */
  readonly code: 'empty-field' | 'colon-in-field';

  /**
   * @param code - what is wrong.
   * @param message - the same for people, with the field's name.
   */
  constructor(code: 'empty-field' | 'colon-in-field', message: string) {
    super(message);
    this.name = 'ArnFormatError';
    this.code = code;
  }
}
