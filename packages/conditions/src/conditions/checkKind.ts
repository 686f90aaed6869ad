/**
 * How a condition treats the values of a key: one value only (S87), by set qualifier (S83 to S86), only whether
 * there is any (`Null`), or not at all, since `Null` has a set qualifier (S82) or the operator does not exist (S23).
 */
export type CheckKind =
  | 'single'
  | 'ForAllValues'
  | 'ForAnyValue'
  | 'Null'
  | 'qualified-null'
  | 'unknown-operator';
