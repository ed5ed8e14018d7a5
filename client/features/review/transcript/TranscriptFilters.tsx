import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { EVERYTHING, type Facet, FACETS, type TranscriptFilter } from './transcriptFacets.ts';
import css from './TranscriptFilters.module.css';

type Props = {
  readonly filter: TranscriptFilter;
  readonly onChange: (filter: TranscriptFilter) => void;
  /** The number of lines of each kind. */
  readonly counts: ReadonlyMap<Facet, number>;
  readonly coders: readonly { readonly value: string; readonly label: string }[];
  /** Shown beside the search. */
  readonly children: ReactNode;
};

/** Search, coder, and kinds of lines. With no choice, everything is shown. */
export function TranscriptFilters({ filter, onChange, counts, coders, children }: Props) {
  const { t } = useTranslation('transcript');
  const { query, coder, facets } = filter;
  const change = (part: Partial<TranscriptFilter>) => onChange(settled({ ...filter, ...part }));
  return (
    <div className="actions" role="search" aria-label={t('filter.label')}>
      <TextInput
        className={css['query']}
        type="search"
        size="sm"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={({ currentTarget }) => change({ query: currentTarget.value })}
      />
      {coders.length > 1 && (
        <NativeSelect
          size="sm"
          aria-label={t('filter.coder')}
          data={[{ value: '', label: t('filter.allCoders') }, ...coders]}
          value={coder}
          onChange={({ currentTarget }) => change({ coder: currentTarget.value })}
        />
      )}
      {children}
      <div className={css['facets']} role="group" aria-label={t('filter.only')}>
        {FACETS.filter((facet) => counts.has(facet)).map((facet) => (
          <Fragment key={facet}>
            <button
              type="button"
              className={css['facet']}
              data-facet={facet}
              aria-pressed={facets.has(facet)}
              onClick={() => change({ facets: toggled(facets, facet) })}
            >
              {t(`facet.${facet}`)} <span className={css['count']}>{counts.get(facet)}</span>
            </button>
            {facet === 'uncoded' && <Why rule="TRN4" about={t('facet.uncoded')} />}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

/** Empty filters count as no filter. */
function settled(filter: TranscriptFilter): TranscriptFilter {
  return filter.facets.size === 0 && filter.coder === '' && filter.query === '' ? EVERYTHING : filter;
}

function toggled(facets: ReadonlySet<Facet>, facet: Facet): ReadonlySet<Facet> {
  return facets.has(facet) ? new Set([...facets].filter((one) => one !== facet)) : new Set([...facets, facet]);
}
