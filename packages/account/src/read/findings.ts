import type { Position } from '@policywright/policy';
import type { AccountDiagnostic, AccountDiagnosticCode } from '../model/accountDiagnostic.ts';

/** Where something stands. */
export interface FoundAt {
  readonly file: string;
  /** JSON pointer. */
  readonly path: string;
  readonly start: Position | undefined;
}

const SEVERITIES: Readonly<Record<AccountDiagnosticCode, AccountDiagnostic['severity']>> = {
  'invalid-json': 'error',
  'invalid-shape': 'error',
  'too-large': 'error',
  'invalid-policy': 'warning',
  'missing-policy': 'warning',
  'missing-group': 'warning',
  'missing-target': 'warning',
  'named-twice': 'warning',
};

const HELP: Readonly<Partial<Record<AccountDiagnosticCode, string>>> = {
  'invalid-json': 'save the answer again; was it cut off',
  'invalid-shape':
    'expected the answer of the AWS command line, as `policywright audit collect --print` asks for it',
  'invalid-policy': 'until it can be read, nothing is certain of what it bears on',
  'missing-policy':
    'save the answer without `--filter`; of a policy that is only a boundary, add its document to `Policies`',
  'missing-group': 'save the answer without `--filter`, all pages of it',
  'missing-target': 'run the commands of `policywright audit collect --print` again',
};

/** Collects what is wrong with files. */
export class AccountFindings {
  readonly list: AccountDiagnostic[] = [];

  /** Adds one. */
  add(code: AccountDiagnosticCode, message: string, { file, path, start }: FoundAt): void {
    const help = HELP[code];
    const severity = SEVERITIES[code];
    this.list.push({ code, severity, message, file, path, start, ...(help !== undefined && { help }) });
  }
}
