/** The account that an ARN names; empty where it names none. */
export function accountOfArn(arn: string): string {
  return arn.split(':', 5)[4] ?? '';
}
