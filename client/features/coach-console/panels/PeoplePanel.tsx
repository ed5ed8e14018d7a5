import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { observers } from '#client/live/participants.ts';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { PeopleList } from '#client/live/PeopleList.tsx';
import { useProgram } from '#client/live/useProgram.ts';
import type { Participant } from '#shared/session/sessionState.ts';
import type { OpenPanel } from '../panels.ts';
import { useAskEarCheck } from '../useAskEarCheck.ts';
import css from './panels.module.css';
import { TimeOutPlan } from './TimeOutPlan.tsx';

/** Who is here, the quality of their connection, who wears which earphones, and who may take over the lead. */
export function PeoplePanel({ openPanel }: { readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const run = useRun();
  const hasSequence = useProgram()?.phases.some(({ sequence }) => sequence !== undefined) === true;
  return (
    <>
      <PeopleList hands={(participant) => <DeviceHands device={participant} openPanel={openPanel} />} />
      <div className={css['stack']}>
        <Button variant="default" onClick={() => openPanel({ is: 'link' })}>
          {t('people.sendLink')}
        </Button>
        {session.caregivers.map(({ caregiverId, name }) => (
          <Button key={caregiverId} variant="default" onClick={() => openPanel({ is: 'pair', caregiverId })}>
            {t('people.pairEar', { name })}
          </Button>
        ))}
        {observers(session).map(({ participantId, name }) => (
          <HoldButton key={participantId} onHeld={() => void run('lead:hand', { to: participantId })}>
            {t('people.hand', { name })}
          </HoldButton>
        ))}
      </div>
      {hasSequence && <TimeOutPlan />}
    </>
  );
}

function DeviceHands({ device, openPanel }: { readonly device: Participant; readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const run = useRun();
  const askEarCheck = useAskEarCheck();
  const { participantId, wearer, earCheck } = device;
  if (device.device === null || !device.present) return null;
  const hasEars = device.device !== 'room';
  const needsCheck = hasEars && (earCheck.is === 'needed' || earCheck.is === 'failed');
  return (
    <div className={css['hands']}>
      {hasEars && (
        <div className={css['wearer']} role="group" aria-label={t('people.wears')}>
          <span className="small quiet">{t('people.wears')}</span>
          {session.caregivers.map(({ caregiverId, name }) => (
            <Button
              key={caregiverId}
              size="compact-sm"
              variant={wearer === caregiverId ? 'light' : 'subtle'}
              aria-pressed={wearer === caregiverId}
              onClick={() => wearer !== caregiverId && void run('device:set-wearer', { participantId, caregiverId })}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
      {needsCheck && (
        <>
          {session.phase !== 'coding' && (
            <Button size="compact-sm" variant="light" onClick={askEarCheck}>
              {t('people.askCheck')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => openPanel({ is: 'override', device: participantId })}
          >
            {t('people.override')}
          </Button>
        </>
      )}
      <HoldButton onHeld={() => void run('device:turn-away', { participantId })}>{t('people.turnAway')}</HoldButton>
    </div>
  );
}
