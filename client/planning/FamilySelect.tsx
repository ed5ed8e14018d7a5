import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '#client/api/usePages.ts';
import { SEARCH_AFTER_MS } from '#client/ui/useSearch.tsx';
import type { Family } from '#shared/protocol/http/families.ts';
import { FamilyId } from '#shared/protocol/ids.ts';

/** A family, as far as its name in a list needs it. */
export type ListedFamily = Pick<Family, 'familyId' | 'name' | 'childInitials'>;

type FamilySelectProps = {
  readonly chosen: ListedFamily | undefined;
  readonly isMissing: boolean;
  readonly onChoose: (family: ListedFamily | undefined) => void;
};

/** One of the reader's families, found by a part of its name. */
export function FamilySelect({ chosen, isMissing, onChoose }: FamilySelectProps) {
  const { t } = useTranslation('planning');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS);
  // The name of the chosen family stays in the field: it is not looked for.
  const family = chosen !== undefined && words === labelOf(chosen) ? undefined : words || undefined;
  const pages = usePages('families:list', { family });
  const found: readonly ListedFamily[] = pages.data?.pages[0]?.families ?? [];
  const isListed = found.some(({ familyId }) => familyId === chosen?.familyId);
  const listed = chosen === undefined || isListed ? found : [chosen, ...found];
  return (
    <Select
      name="familyId"
      label={t('session.family')}
      description={pages.hasNextPage && t('session.typeToFind')}
      data-autofocus
      searchable
      openOnFocus={false}
      searchValue={typed}
      onSearchChange={setTyped}
      value={chosen?.familyId ?? null}
      onChange={(value) => onChoose(listed.find(({ familyId }) => familyId === FamilyId.parse(value)))}
      data={listed.map((one) => ({ value: one.familyId, label: labelOf(one) }))}
      // The server has searched.
      filter={({ options }) => options}
      nothingFoundMessage={pages.isPending ? t('session.looking') : t('session.noSuchFamily')}
      error={isMissing && t('session.needFamily')}
    />
  );
}

function labelOf({ name, childInitials }: ListedFamily): string {
  return childInitials === '' ? name : `${name} · ${childInitials}`;
}
