import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { useMe } from '#client/api/me.ts';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import type { Person } from '#shared/protocol/http/people.ts';
import { InvitedButtons } from './InvitedButtons.tsx';

type Props = {
  readonly person: Person;
  /** When the list was read, in ms since 1970. */
  readonly asOf: number;
  readonly onChange: () => void;
  readonly onSent: (link: SentLink) => void;
};

/** One person in the list: who they are, whether they can sign in, and what the admin can change. */
export function PersonRow({ person, asOf, onChange, onSent }: Props) {
  const { t } = useTranslation(['start', 'common']);
  const { whenOf } = useClinicTime();
  const isMe = useMe().userId === person.userId;
  const { name, role, email, standing, invitedUntil, secondFactors } = person;
  const kinds = secondFactors.map((kind) => t(`people.second.kind.${kind}`)).join(', ');

  function note(): string | undefined {
    if (standing === 'deactivated') return t('people.inactive');
    if (invitedUntil === null) return isMe ? t('people.you') : undefined;
    const isOver = new Date(invitedUntil).getTime() <= asOf;
    return t(isOver ? 'people.invitationEnded' : 'people.invitedUntil', { when: whenOf(invitedUntil) });
  }

  return (
    <tr>
      <th scope="row">
        {name} {note() !== undefined && <span className="aside">{note()}</span>}
      </th>
      <td>{t(`common:role.${role}`)}</td>
      <td>
        {email}
        {kinds !== '' && <p className="quiet small">{t('people.second.has', { kinds })}</p>}
      </td>
      <td>
        {standing === 'invited' ? (
          <InvitedButtons person={person} onSent={onSent} />
        ) : isMe ? null : (
          <Button variant="default" size="xs" aria-label={t('people.changeOf', { name })} onClick={onChange}>
            {t('people.change')}
          </Button>
        )}
      </td>
    </tr>
  );
}
