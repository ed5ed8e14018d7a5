import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusDot, type StatusTone } from '#client/ui/StatusDot.tsx';
import type { Quality } from '#shared/protocol/contract.ts';
import { isEarChecked, type Participant } from '#shared/session/sessionState.ts';
import { type Standing, standingOf } from './connectionWords.ts';
import { useQuietView } from './LiveContext.tsx';
import css from './PeopleList.module.css';

const TONES: { readonly [S in Standing]: StatusTone } = { good: 'good', fair: 'caution', poor: 'bad', unknown: 'off' };

/** Who is in the session, in which role, and the quality of their connection. */
export function PeopleList({ hands }: { readonly hands?: (participant: Participant) => ReactNode }) {
  const { session } = useQuietView();
  const people = Object.values(session.participants)
    .filter(({ admitted, turnedAway }) => admitted && !turnedAway)
    .toSorted((a, b) => Number(a.device === null) - Number(b.device === null));
  return (
    <ul className={css['people']}>
      {people.map((participant) => (
        <li key={participant.participantId}>
          <Person participant={participant} />
          {hands?.(participant)}
        </li>
      ))}
    </ul>
  );
}

function Person({ participant }: { readonly participant: Participant }) {
  const { t } = useTranslation('console');
  const { session, self, quality } = useQuietView();
  const { participantId, name, device, present, hasLeft } = participant;
  const isSelf = participantId === self?.participantId;
  const does = () => {
    // The name of earphones already says what they are.
    if (device !== null) return device === 'ear' ? '' : t(`people.device.${device}`);
    return session.lead === participantId ? t('people.lead') : t('people.watching');
  };
  return (
    <>
      <p className={css['name']}>
        <strong>{name}</strong>
        <span className="quiet small">
          {does()}
          {isSelf && ` (${t('people.you')})`}
        </span>
      </p>
      {present && <Link quality={quality[participantId]} />}
      {!present && <StatusDot tone="off" label={t(hasLeft ? 'people.hasLeft' : 'people.cutOff')} />}
      {device !== null && device !== 'room' && <EarCheckLine participant={participant} />}
    </>
  );
}

/** The quality of a connection in a word, with its numbers on request. */
function Link({ quality }: { readonly quality: Quality | undefined }) {
  const { t } = useTranslation('console');
  const [isOpen, setIsOpen] = useState(false);
  const standing = standingOf(quality);
  const dash = (value: number | null | undefined) => (value == null ? '–' : String(Math.round(value)));
  return (
    <div className={css['link']}>
      <StatusDot tone={TONES[standing]} label={t('people.link', { standing: t(`connection.${standing}`) })} />
      {quality && (
        <UnstyledButton className={css['numbers']} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('connection.numbersHide') : t('connection.numbersShow')}
        </UnstyledButton>
      )}
      {isOpen && quality && (
        <p className="small figures">
          {t('connection.numbers', {
            roundTrip: dash(quality.roundTripMs),
            loss: dash(quality.lossPercent),
            playout: dash(quality.playoutDelayMs),
          })}
        </p>
      )}
    </div>
  );
}

function EarCheckLine({ participant }: { readonly participant: Participant }) {
  const { t } = useTranslation('console');
  const { earCheck } = participant;
  const reason = earCheck.is === 'overridden' ? earCheck.reason : '';
  return (
    <StatusDot
      tone={isEarChecked(participant) ? 'good' : 'caution'}
      label={t(`people.ear.${earCheck.is}`, { reason })}
    />
  );
}
