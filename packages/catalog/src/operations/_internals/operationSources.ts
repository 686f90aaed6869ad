import { cite, citeRead } from '../../overlays/citation.ts';
import type { Citation } from '../../model/citation.ts';
import { PAGES } from '../../overlays/pages.ts';

/** Cites the table "API operations" of a page of the Service Authorization Reference. */
export function citeOperations({ page, day }: { readonly page: string; readonly day: string }): Citation {
  const list = `list_${page}`;
  return citeRead(
    {
      title: `${PAGES.reference.title}: API operations (${list})`,
      path: `service-authorization/latest/reference/${list}.html#${list}-operations`,
    },
    day,
  );
}

/** The models of the SDK for Python, of which the names of members and what is required were read. */
export const API_MODELS: Citation = {
  page: 'API models of botocore 1.43.107',
  url: 'https://github.com/boto/botocore',
  recorded: '2026-11-30',
  read: true,
  checked: true,
  evidence: undefined,
};

/** The same models, where members were found by their names: the rule and some of its findings were reviewed, not each. */
export const API_MODELS_BY_NAME: Citation = {
  ...API_MODELS,
  page: `${API_MODELS.page}, by the names of members`,
  checked: false,
};

/** For roles of which no table says that they are passed. */
export function citePassing(): Citation {
  return cite(PAGES.passRole);
}
