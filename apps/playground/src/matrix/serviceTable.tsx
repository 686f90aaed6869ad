import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { CODE_NAMES, LEVELS } from './heatMap.ts';
import type { HeatMapProps } from './heatMapView.tsx';

const FIRST = 40;

/** Services by access level; a service opens to its actions on every resource. */
export function ServiceTable({ matrix, shown, row, onChoose }: HeatMapProps): VNode {
  const [open, setOpen] = useState('');
  const [limit, setLimit] = useState(FIRST);
  const codes = matrix.decisions[row] ?? new Uint8Array();
  const byService = new Map<string, number[]>();
  for (const number of shown) {
    const action = matrix.actions[number] ?? '';
    const service = action.slice(0, action.indexOf(':'));
    const list = byService.get(service);
    if (list === undefined) byService.set(service, [number]);
    else list.push(number);
  }
  const share = (numbers: readonly number[]): number =>
    numbers.filter((number) => codes[number] === 1).length;
  const services = [...byService].toSorted(([, a], [, b]) => share(b) / b.length - share(a) / a.length);
  return (
    <div class="table">
      <table>
        <caption>Allowed actions by service and access level</caption>
        <thead>
          <tr>
            <th scope="col">service</th>
            {LEVELS.map((level) => (
              <th scope="col" key={level}>
                {level}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.slice(0, limit).map(([service, numbers]) => (
            <>
              <tr key={service}>
                <th scope="row">
                  <button
                    type="button"
                    class="link"
                    aria-expanded={open === service}
                    onClick={() => setOpen(open === service ? '' : service)}
                  >
                    {service}
                  </button>
                </th>
                {LEVELS.map((level, index) => {
                  const of = numbers.filter((number) => matrix.levels[number] === index);
                  return <ShareCell key={level} allowed={share(of)} all={of.length} />;
                })}
              </tr>
              {open === service && (
                <tr key={`${service} actions`}>
                  <td colSpan={LEVELS.length + 1}>
                    <ActionList numbers={numbers} matrix={matrix} onChoose={onChoose} />
                  </td>
                </tr>
              )}
            </>
          ))}
        </tbody>
      </table>
      {services.length > limit && (
        <button type="button" onClick={() => setLimit(limit + 100)}>
          Show more of {services.length} services
        </button>
      )}
    </div>
  );
}

function ShareCell({ allowed, all }: { readonly allowed: number; readonly all: number }): VNode {
  if (all === 0) return <td class="none">–</td>;
  return (
    <td style={{ '--share': allowed / all }} class="share">
      {allowed} of {all}
    </td>
  );
}

type ActionListProps = Pick<HeatMapProps, 'matrix' | 'onChoose'> & { readonly numbers: readonly number[] };

function ActionList({ numbers, matrix, onChoose }: ActionListProps): VNode {
  return (
    <ul class="action-list">
      {numbers.map((number) => (
        <li key={number}>
          <code>{matrix.actions[number]}</code>{' '}
          {matrix.resources.map((resource, row) => {
            const code = matrix.decisions[row]?.[number] ?? 0;
            return (
              <button
                key={resource}
                type="button"
                class={`chip code-${String(code)}`}
                title={`on ${resource}`}
                onClick={() => onChoose(matrix.actions[number] ?? '', resource)}
              >
                {CODE_NAMES[code]}
              </button>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
