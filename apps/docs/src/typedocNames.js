import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Comment, Converter, ReflectionKind } from 'typedoc';

const PACKAGES = join(import.meta.dirname, '..', '..', '..', 'packages');

/**
 * Names the modules of the interface reference as one imports them, not by their folder, and says what each is.
 *
 * @param {import('typedoc').Application} app
 */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return;
    const [folder = '', entry = ''] = reflection.name.split('/src');
    const { name, description } = JSON.parse(readFileSync(join(PACKAGES, folder, 'package.json'), 'utf8'));
    reflection.name = name + entry;
    if (entry === '') reflection.comment = new Comment([{ kind: 'text', text: `${description}.` }]);
  });
}
