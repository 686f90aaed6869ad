/** The two parts of an action, in lower case (rule S61). */
export interface ActionParts {
  /** The prefix of the service, such as `s3`; empty where the action has none. */
  readonly service: string;
  /** What follows the colon, such as `getobject`. */
  readonly name: string;
}

/** Takes an action apart. */
export function actionParts(action: string): ActionParts {
  const colon = action.indexOf(':');
  return {
    service: lowerAscii(action.slice(0, Math.max(colon, 0))),
    name: lowerAscii(action.slice(colon + 1)),
  };
}

/** S61: only A to Z fold, so that no other letter can pass for one of a name. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** S203: the parts of a call that assumes a role. */
const PARTS_OF_ASSUMING = ['tagsession', 'setsourceidentity', 'setcontext'];

/** S203: whether an action is a part of assuming a role, with or without credentials. */
export function isPartOfAssuming({ service, name }: ActionParts): boolean {
  return service === 'sts' && PARTS_OF_ASSUMING.includes(name);
}

/** S172 and S203: whether the trust policy of a role decides an action. */
export function isTrustAction(action: ActionParts): boolean {
  return isPartOfAssuming(action) || (action.service === 'sts' && action.name.startsWith('assumerole'));
}

/** S176: iam:PassRole is a permission; every other action of IAM is an operation. */
export function isIamOperation({ service, name }: ActionParts): boolean {
  return service === 'iam' && name !== 'passrole';
}

/** S176 and S204: whether resource policies grant nothing of an action. */
export function hasNoResourceSide(action: ActionParts): boolean {
  return action.service === 'iam' || isAssumeRoot(action);
}

/** S204: sts:AssumeRoot, which crosses accounts without a resource policy. */
export function isAssumeRoot({ service, name }: ActionParts): boolean {
  return service === 'sts' && name === 'assumeroot';
}
