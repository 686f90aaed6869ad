declare const arnBrand: unique symbol;

/** A text of the form `arn:partition:service:region:account:resource` (S42), as made by {@link formatArn}. */
export type Arn = string & { readonly [arnBrand]: true };

/**
 * The five fields of an ARN after the leading `arn` (S42).
 *
 * `region` and `account` may be empty, and empty is a value of its own (S43). `account` is a plain string
 * since AWS also writes words there (`arn:aws:iam::aws:policy/ReadOnlyAccess`). `resource` is everything
 * after the fifth colon and may hold `:` and `/`.
 */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}
