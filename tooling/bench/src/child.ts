import { TASKS, type Tasks } from './task/tasks.ts';

// Started by `runTask`: the name of a task and its input as JSON; answers with one message.
const [, , name, input = 'null'] = process.argv;
const load = TASKS[name as keyof Tasks] as () => Promise<(input: unknown) => Promise<unknown>>;
const task = await load();
const result = await task(JSON.parse(input));
process.send?.(result, () => process.disconnect());
