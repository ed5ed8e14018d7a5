import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
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

type Props = { readonly familyId: FamilyId; readonly onGone: () => void };

/** One family's course of treatment, from its record. */
export function FamilyPage({ familyId, onGone }: Props) {
  const { t } = useTranslation('families');
  const mayWrite = useMe().role === 'therapist';
  const queries = useQueryClient();
  const { query, found } = useFamilyCourse(familyId);

  const close = useCallback(() => {
    // Nothing of the record stays on the screen or in the memory of the page.
    const names = [
      ...(['family:read', 'safety-sheet:read', 'family-therapists:read', 'erasure:read'] as const),
      'family-retention:read',
    ] as const;
    for (const name of names) queries.removeQueries({ queryKey: queryOf(name, { familyId }).queryKey });
    void invalidate(queries, 'families:list', 'sessions:list', 'needs:list');
    onGone();
  }, [queries, familyId, onGone]);

  const screen = useMemo(() => {
    async function enter(entry: FamilyEntry): Promise<void> {
      const record = await call('family:enter', { familyId, body: entry });
      queries.setQueryData(queryOf('family:read', { familyId }).queryKey, record);
    }
    return found && { ...found, mayWrite, enter, onGone: close };
  }, [found, mayWrite, queries, familyId, close]);

  return (
    <PageFrame
      title={query.data?.family.name ?? t('title')}
      actions={
        query.isSuccess ? (
          <ButtonLink variant="default" to="/families/$familyId/audit" params={{ familyId }}>
            {t('whoLooked')}
          </ButtonLink>
        ) : undefined
      }
    >
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
