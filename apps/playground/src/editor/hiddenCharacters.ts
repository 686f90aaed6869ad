import { highlightSpecialChars } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { UNPRINTABLE, visible } from '@policywright/policy/text';

/**
 * Shows characters that nobody sees, and those that turn the order of others around, as escapes such as `\u202e`: they
 * could hide what a policy says.
 */
export function hiddenCharacters(): Extension {
  return highlightSpecialChars({
    specialChars: new RegExp(UNPRINTABLE.source, 'gu'),
    render: (code, description) => {
      const shown = document.createElement('span');
      shown.className = 'cm-specialChar';
      shown.textContent = visible(String.fromCodePoint(code));
      shown.title = description ?? '';
      return shown;
    },
  });
}
