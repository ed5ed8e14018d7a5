import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { Colleague } from '#shared/protocol/http/caseloads.ts';
import type { Team } from '#shared/protocol/http/teams.ts';
import { AddToTeamDialog, RenameTeamDialog, RetireTeamDialog } from './teamDialogs.tsx';
import css from './TeamSection.module.css';

type Open = 'add' | 'rename' | 'retire';

/** One team: who leads it, who belongs to it, and what an admin may change. */
export function TeamSection({ team }: { readonly team: Team }) {
  const { t } = useTranslation('teams');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { teamId, name, leads, members, isRetired } = team;
  return (
    <section className={css['team']} aria-labelledby={teamId}>
      <header className={css['top']}>
        <h2 id={teamId}>
          {name} {isRetired && <span className="aside">{t('retired')}</span>}
        </h2>
        <div className="actions">
          <Button size="xs" aria-label={t('addPersonTo', { team: name })} onClick={() => setOpen('add')}>
            {t('addPerson')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t('renameOf', { team: name })}
            onClick={() => setOpen('rename')}
          >
            {t('rename')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t(isRetired ? 'resumeOf' : 'retireOf', { team: name })}
            onClick={() => setOpen('retire')}
          >
            {t(isRetired ? 'resume' : 'retire')}
          </Button>
        </div>
      </header>
      <div className={css['columns']}>
        <People team={team} part="lead" people={leads} />
        <People team={team} part="member" people={members} />
      </div>
      {open === 'add' && <AddToTeamDialog team={team} onClose={close} />}
      {open === 'rename' && <RenameTeamDialog team={team} onClose={close} />}
      {open === 'retire' && <RetireTeamDialog team={team} onClose={close} />}
    </section>
  );
}

type PeopleProps = { readonly team: Team; readonly part: 'lead' | 'member'; readonly people: readonly Colleague[] };

function People({ team, part, people }: PeopleProps) {
  const { t } = useTranslation('teams');
  const isLead = part === 'lead';
  return (
    <div>
      <h3 className="caption">{t(isLead ? 'leads' : 'members')}</h3>
      {people.length === 0 && <p className="quiet">{t(isLead ? 'noLeads' : 'noMembers')}</p>}
      <ul className={css['people']}>
        {people.map((person) => (
          <PersonLine key={person.userId} team={team} part={part} person={person} />
        ))}
      </ul>
    </div>
  );
}

type LineProps = { readonly team: Team; readonly part: 'lead' | 'member'; readonly person: Colleague };

function PersonLine({ team: { teamId, name: team }, part, person: { userId, name } }: LineProps) {
  const { t } = useTranslation('teams');
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: () => call('team:change', { teamId, body: { what: 'remove', userId, part } }),
    onSuccess: () => invalidate(queries, 'teams:list'),
  });
  return (
    <li className={css['person']}>
      <span>{name}</span>
      <Button
        size="xs"
        variant="subtle"
        loading={removing.isPending}
        aria-label={t('removeOf', { name, team })}
        onClick={() => removing.mutate()}
      >
        {t('remove')}
      </Button>
      {removing.isError && <HttpErrorNote error={removing.error} onRetry={() => removing.mutate()} />}
    </li>
  );
}
