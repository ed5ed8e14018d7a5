import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clinicProgrammesQuery } from '#client/api/clinicQueries.ts';
import { useMe } from '#client/api/me.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { listProgrammes, programmeInUse } from '#shared/domain/programmes/findProgramme.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { editProgramme } from '#shared/domain/programmes/programmeEdits.ts';
import type { ClinicProgramme } from '#shared/protocol/http.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import { ProgrammeDetails } from './ProgrammeDetails.tsx';
import { ProgrammeEditor } from './ProgrammeEditor.tsx';
import css from './ProgrammesPage.module.css';
import { VersionList } from './VersionList.tsx';

type Editing = { readonly programme: Programme; readonly copy: ClinicProgramme | undefined };

/** Every programme with its goals, codes and sources; the admin makes and changes the clinic's own copies. */
export function ProgrammesPage() {
  const { t } = useTranslation('programmes');
  const isAdmin = useMe().role === 'admin';
  const copies = useQuery(clinicProgrammesQuery);
  const [editing, setEditing] = useState<Editing>();
  if (editing !== undefined) {
    return (
      <ProgrammeEditor
        programme={editing.programme}
        copy={editing.copy}
        onClose={() => {
          setEditing(undefined);
        }}
      />
    );
  }
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <h2 className={css['group']}>{t('own')}</h2>
      {copies.isPending && <Loading />}
      {copies.isError && <HttpErrorNote error={copies.error} onRetry={() => void copies.refetch()} />}
      {copies.data?.length === 0 && <p className={css['none']}>{t('ownNone')}</p>}
      {copies.data?.map((copy) => {
        const base = programmeInUse(copy.basedOn.id, copy.basedOn.version);
        if (base === undefined) return null;
        return (
          <article key={copy.clinicProgrammeId} className={css['programme']}>
            <header className={css['head']}>
              <div>
                <h3 className={css['name']}>{copy.name}</h3>
                <p className={css['none']}>{t('basedOn', { name: base.name, version: base.version })}</p>
              </div>
              {isAdmin && (
                <Button variant="default" size="sm" onClick={() => setEditing({ programme: base, copy })}>
                  {t('change')}
                </Button>
              )}
            </header>
            <ProgrammeDetails programme={editProgramme(base, readEdits(copy.edits))} />
            <VersionList id={copy.clinicProgrammeId} />
          </article>
        );
      })}
      <h2 className={css['group']}>{t('builtIn')}</h2>
      {listProgrammes().map((programme) => (
        <article key={programme.id} className={css['programme']}>
          <header className={css['head']}>
            <h3 className={css['name']}>{programme.name}</h3>
            {isAdmin && (
              <Button variant="default" size="sm" onClick={() => setEditing({ programme, copy: undefined })}>
                {t('makeCopy')}
              </Button>
            )}
          </header>
          <ProgrammeDetails programme={programme} />
        </article>
      ))}
    </PageFrame>
  );
}
