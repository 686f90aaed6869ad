import type { GenerateConfig } from '../generateConfig.ts';
import { byCodePoint } from '../names/byCodePoint.ts';

/** Spells a configuration as the arguments that stand for it, in one order whatever the order of the keys. */
export function commandLine(config: GenerateConfig): string {
  const services = [...new Set(config.services?.map((service) => service.toLowerCase()))].sort(byCodePoint);
  return [
    'generate',
    ...(services.length === 0 ? [] : ['--services', argument(services.join(','))]),
    ...(config.fromUsage === undefined || config.fromUsage.length === 0
      ? []
      : ['--from-usage', argument(config.fromUsage.join(','))]),
    '--out',
    argument(config.out),
    ...(config.index === true ? ['--index'] : []),
    ...(config.jsonSchema === true ? ['--json-schema'] : []),
  ].join(' ');
}

/** Quotes what a shell would split. What ends a line would end the comment, too: JavaScript has four such characters. */
function argument(text: string): string {
  if (/^[\w./,@:-]+$/.test(text)) return text;
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
