import '#client/styles/familyPages.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { useFamilyCourse } from '#client/planning/useFamilyCourse.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { FamilyProgress } from './FamilyProgress.tsx';
import { FamilyScreenProvider } from './FamilyScreen.tsx';
import { call } from '#client/api/http.ts';

/** One family's course of treatment, from its record. */
export function FamilyPage({ familyId }: { readonly familyId: FamilyId }) {
  const { t } = useTranslation('families');
  const mayWrite = useMe().role === 'therapist';
  const queries = useQueryClient();
  const { query, found } = useFamilyCourse(familyId);

  const screen = useMemo(() => {
    async function enter(entry: FamilyEntry): Promise<void> {
      const record = await call('family:enter', { familyId, body: entry });
      queries.setQueryData(queryOf('family:read', { familyId }).queryKey, record);
    }
    return found && { ...found, mayWrite, enter };
  }, [found, mayWrite, queries, familyId]);

  return (
    <PageFrame title={query.data?.family.name ?? t('title')}>
      {query.isPending && <Loading />}
      {query.isError && <HttpErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && screen === undefined && <ErrorNote happened={t('unknownProgram')} />}
      {screen !== undefined && (
        <FamilyScreenProvider value={screen}>
          <FamilyProgress />
        </FamilyScreenProvider>
      )}
    </PageFrame>
  );
}
