import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { listPrograms, programInUse } from '#shared/domain/programs/findProgram.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { editProgram } from '#shared/domain/programs/programEdits.ts';
import type { ClinicProgram } from '#shared/protocol/http/programs.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import { ProgramDetails } from './ProgramDetails.tsx';
import { ProgramEditor } from './ProgramEditor.tsx';
import css from './ProgramsPage.module.css';
import { VersionList } from './VersionList.tsx';

type Editing = { readonly program: Program; readonly copy: ClinicProgram | undefined };

/** Every program with its goals, codes and sources. Admins make and change the clinic's own copies. */
export function ProgramsPage() {
  const { t } = useTranslation('programs');
  const isAdmin = useMe().role === 'admin';
  const copies = useQuery(queryOf('programs:list'));
  const [editing, setEditing] = useState<Editing>();
  if (editing !== undefined) {
    return (
      <ProgramEditor
        program={editing.program}
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
      {copies.data?.length === 0 && <p className="quiet">{t('ownNone')}</p>}
      {copies.data?.map((copy) => {
        const base = programInUse(copy.basedOn.id, copy.basedOn.version);
        if (base === undefined) return null;
        return (
          <article key={copy.clinicProgramId} className={css['program']}>
            <header className={css['head']}>
              <div>
                <h3 className="large">{copy.name}</h3>
                <p className="quiet">{t('basedOn', { name: base.name, version: base.version })}</p>
              </div>
              {isAdmin && (
                <Button variant="default" size="sm" onClick={() => setEditing({ program: base, copy })}>
                  {t('change')}
                </Button>
              )}
            </header>
            <ProgramDetails program={editProgram(base, readEdits(copy.edits))} />
            <VersionList id={copy.clinicProgramId} />
          </article>
        );
      })}
      <h2 className={css['group']}>{t('builtIn')}</h2>
      {listPrograms().map((program) => (
        <article key={program.id} className={css['program']}>
          <header className={css['head']}>
            <h3 className="large">{program.name}</h3>
            {isAdmin && (
              <Button variant="default" size="sm" onClick={() => setEditing({ program, copy: undefined })}>
                {t('makeCopy')}
              </Button>
            )}
          </header>
          <ProgramDetails program={program} />
        </article>
      ))}
    </PageFrame>
  );
}
