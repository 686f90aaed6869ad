import { checkFlag, checkItems, checkMembers, problem, type Check } from '../../config/check.ts';
import type { ConfigProblem } from '../../config/configEntry.ts';

/**
 * Checks what a configuration says for the generator.
 *
 * @param value - anything.
 * @param pointer - where it stands in the file.
 * @returns what is wrong with it; where that is nothing, it is a `Partial<GenerateConfig>`.
 */
export function checkGenerateConfig(value: unknown, pointer: string): readonly ConfigProblem[] {
  return checkConfig(value, pointer);
}

/** The header of generated files repeats it, on one line. */
const checkLine: Check = (value, path) =>
  typeof value === 'string' && value !== '' && !/[\n\r]/.test(value)
    ? []
    : [problem(path, value, 'a text on one line that is not empty')];

const checkConfig = checkMembers({
  services: checkItems(checkLine),
  fromUsage: checkItems(checkLine),
  out: checkLine,
  index: checkFlag,
  jsonSchema: checkFlag,
});
