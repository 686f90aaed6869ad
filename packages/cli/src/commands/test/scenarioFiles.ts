import type { FileFilter } from '../../io/findFiles.ts';

/** The files of a folder that hold scenarios. */
export const SCENARIO_FILES: FileFilter = { endings: ['.json'], takes: (name) => name.endsWith('.json') };
