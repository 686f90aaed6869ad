import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { CODE_NAMES, LEVELS } from './heatMap.ts';
import type { HeatMapProps } from './heatMapView.tsx';

const FIRST = 40;

/** Services by access level; a service opens to its actions on every resource. */
export function ServiceTable({ matrix, shown, rows, onChoose }: HeatMapProps): VNode {
  const [open, setOpen] = useState('');
  const [limit, setLimit] = useState(FIRST);
  const byService = new Map<string, number[]>();
  for (const number of shown) {
    const action = matrix.actions[number] ?? '';
    const service = action.slice(0, action.indexOf(':'));
    const list = byService.get(service);
    if (list === undefined) byService.set(service, [number]);
    else list.push(number);
  }
  const share = (numbers: readonly number[]): number =>
    numbers.filter((number) => rows.some((row) => matrix.decisions[row]?.[number] === 1)).length;
  const services = [...byService].toSorted(([, a], [, b]) => share(b) / b.length - share(a) / a.length);
  return (
    <div class="table">
      <table>
        <caption>
          Actions that are allowed on {rows.length === 1 ? 'the resource' : 'any of the resources'}, by
          service and access level
        </caption>
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
                    <ActionTable numbers={numbers} matrix={matrix} rows={rows} onChoose={onChoose} />
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

type ActionTableProps = Pick<HeatMapProps, 'matrix' | 'rows' | 'onChoose'> & {
  readonly numbers: readonly number[];
};

/** The actions of a service with a column for each resource. */
function ActionTable({ numbers, matrix, rows, onChoose }: ActionTableProps): VNode {
  return (
    <table class="action-list">
      <thead>
        <tr>
          <th scope="col">action</th>
          {rows.map((row) => (
            <th scope="col" key={row}>
              on <code>{matrix.resources[row]}</code>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.map((number) => (
          <tr key={number}>
            <th scope="row">
              <code>{matrix.actions[number]}</code>
            </th>
            {rows.map((row) => {
              const code = matrix.decisions[row]?.[number] ?? 0;
              return (
                <td key={row}>
                  <button
                    type="button"
                    class={`chip code-${String(code)}`}
                    title="See why"
                    onClick={() => onChoose(matrix.actions[number] ?? '', matrix.resources[row] ?? '*')}
                  >
                    {CODE_NAMES[code]}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
