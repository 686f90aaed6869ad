import type { GenerateConfig } from '../config/generateConfig.ts';
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

/** Quotes what a shell would split; a line break would end the header's line. */
function argument(text: string): string {
  return /^[\w./,@:-]+$/.test(text) ? text : JSON.stringify(text);
}
