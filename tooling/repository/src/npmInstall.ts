/** The arguments with which npm installs what a manifest names: quietly, and from its cache where it can. */
export const NPM_INSTALL: readonly string[] = [
  'install',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--loglevel',
  'error',
];
