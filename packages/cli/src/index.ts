export { EXIT_CODE, type ExitCode } from './exitCode.ts';
export type { FileAccess, FileFacts, FolderEntry, GitAnswer, Io, Output } from './io/io.ts';
export { nodeIo } from './io/nodeIo.ts';
export { run } from './run.ts';
