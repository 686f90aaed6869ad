import { gapText, readAccount, type AccountPrincipal, type AttachedPolicy } from '@policywright/account';
import { printJson } from '@policywright/policy';
import type { OpenedText, PrincipalPage } from './openApi.ts';

/** The account that was opened last: only the principal that is chosen goes to the page. */
let opened: ReadonlyMap<string, AccountPrincipal> = new Map();

const LISTS = /"(?:UserDetailList|RoleDetailList|GroupDetailList)"\s*:\s*\[/;

/** Whether a text is an answer of `get-account-authorization-details`. */
export function isAccountText(text: string): boolean {
  return LISTS.test(text);
}

/** The users and roles of an account, to choose from. */
export function openAccount(name: string, text: string): OpenedText {
  const { accounts, diagnostics } = readAccount(text, name);
  const principals = accounts.flatMap((account) => account.principals);
  opened = new Map(principals.map((principal) => [principal.arn, principal]));
  const problems = diagnostics.map(({ message, path }) => (path === '' ? message : `${message} (${path})`));
  if (principals.length === 0) {
    const [first = 'it has no user and no role'] = problems;
    return { kind: 'nothing', problem: `the account cannot be read: ${first}` };
  }
  return {
    kind: 'account',
    principals: principals.map(({ arn, kind, policies }) => ({ arn, kind, policies: policies.length })),
    problems,
  };
}

/** A principal of the account that was opened last. */
export function openPrincipal(arn: string): PrincipalPage | undefined {
  const found = opened.get(arn);
  if (found === undefined) return undefined;
  const { kind, name, account, tags, policies, boundary, gaps } = found;
  const partition = arn.split(':')[1] ?? 'aws';
  return {
    principal: kind === 'user' ? arn : `arn:${partition}:sts::${account}:assumed-role/${name}/session`,
    tags,
    policies: policies.map(documentOf),
    boundary: boundary && documentOf(boundary),
    gaps: gaps.map(gapText),
  };
}

function documentOf({ name, policy }: AttachedPolicy): { readonly name: string; readonly text: string } {
  return { name: name.split('/').at(-1) ?? name, text: printJson(policy.root) };
}
