import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '#client/api/http.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { NewTeam, type Team, type TeamChange } from '#shared/protocol/http/teams.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';

type Props = { readonly team: Team; readonly onClose: () => void };

const Addition = z.object({ userId: ParticipantId, part: z.enum(['member', 'lead']) });
const Nothing = z.object({});

function useChange({ teamId }: Team) {
  const queries = useQueryClient();
  return async (body: TeamChange): Promise<void> => {
    await call('team:change', { teamId, body });
    await invalidate(queries, 'teams:list');
  };
}

/** Adds a therapist or a supervisor to a team. Only supervisors lead. */
export function AddToTeamDialog({ team, onClose }: Props) {
  const { t } = useTranslation(['teams', 'common']);
  const change = useChange(team);
  const people = useQuery(queryOf('people:list'));
  const choices = (people.data ?? []).filter(
    ({ role, standing }) => standing !== 'deactivated' && (role === 'therapist' || role === 'supervisor'),
  );
  return (
    <FormDialog
      title={t('addPersonTo', { team: team.name })}
      submitLabel={t('put')}
      schema={Addition}
      send={(addition) => change({ what: 'add', ...addition })}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          {people.isError && <HttpErrorNote error={people.error} onRetry={() => void people.refetch()} />}
          <NativeSelect
            name="userId"
            label={t('person')}
            data-autofocus
            data={[
              { value: '', label: t('choose') },
              ...choices.map(({ userId, name, role }) => {
                return { value: userId, label: `${name} (${t(`common:role.${role}`)})` };
              }),
            ]}
            error={isMissing('userId') && t('needPerson')}
          />
          <NativeSelect
            name="part"
            label={t('part')}
            data={(['member', 'lead'] as const).map((part) => ({ value: part, label: t(`parts.${part}`) }))}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Gives a team another name. */
export function RenameTeamDialog({ team, onClose }: Props) {
  const { t } = useTranslation('teams');
  const change = useChange(team);
  return (
    <FormDialog
      title={t('renameOf', { team: team.name })}
      submitLabel={t('save')}
      schema={NewTeam}
      send={({ name }) => change({ what: 'name', name })}
      onClose={onClose}
    >
      {(isMissing) => (
        <TextInput
          name="name"
          label={t('name')}
          defaultValue={team.name}
          autoComplete="off"
          data-autofocus
          error={isMissing('name') && t('needName')}
        />
      )}
    </FormDialog>
  );
}

/** Retires a team, or takes it up again, after saying what that changes. */
export function RetireTeamDialog({ team, onClose }: Props) {
  const { t } = useTranslation('teams');
  const change = useChange(team);
  const { name, isRetired } = team;
  return (
    <FormDialog
      title={t(isRetired ? 'resumeOf' : 'retireOf', { team: name })}
      submitLabel={t(isRetired ? 'resume' : 'retire')}
      schema={Nothing}
      send={() => change({ what: 'retire', isRetired: !isRetired })}
      onClose={onClose}
    >
      {() => <p>{t(isRetired ? 'resumeSays' : 'retireSays')}</p>}
    </FormDialog>
  );
}
