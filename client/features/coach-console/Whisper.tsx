import { Button } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelBar } from '#client/components/LevelBar.tsx';
import { useLiveParts, useLiveView, useVoice } from '#client/components/live/LiveContext.tsx';
import { useDoorWords } from '#client/components/live/useDoorWords.ts';
import { type WhisperDoor, whisperDoor } from '#client/components/live/whisperDoor.ts';
import type { OpenPanel } from './panels.ts';
import styles from './Whisper.module.css';

/** One's own voice: whether it is open, who hears it, and where it is shut, why and what to do. */
export function Whisper({ openPanel }: { readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const { voice, media } = useLiveParts();
  const readLevel = useCallback(() => media.voiceLevel() ?? 0, [media]);
  const view = useLiveView();
  const state = useVoice();
  const words = useDoorWords();
  const door = whisperDoor(view);
  const isOpen = state.is === 'open';

  const title = () => {
    if (state.is === 'opening') return t('voice.opening');
    if (isOpen && door.is === 'open' && door.as === 'whisper') {
      return t('voice.whispering', { name: door.family[0]?.name ?? '' });
    }
    if (isOpen) return t('voice.speaking');
    return door.is === 'open' && door.as === 'talk' ? t('voice.talk') : t('voice.whisper');
  };

  return (
    <section className={styles['whisper']} aria-label={t('voice.label')}>
      <button
        type="button"
        className={styles['talk']}
        data-voice={state.is}
        data-door={door.is}
        aria-disabled={door.is === 'shut'}
        aria-pressed={isOpen}
        aria-keyshortcuts="Space W"
        onPointerDown={(event) => {
          if (event.button !== 0 || door.is === 'shut') return;
          event.currentTarget.setPointerCapture(event.pointerId);
          voice.hold();
        }}
        onPointerUp={voice.release}
        onPointerCancel={voice.release}
        onClick={(event) => {
          if (event.detail === 0 && (door.is === 'open' || isOpen)) voice.latch();
        }}
        onContextMenu={(event) => event.preventDefault()}
      >
        <span className={styles['title']}>{title()}</span>
        <span className={styles['hint']}>
          {state.latched ? t('voice.latched') : t('voice.holdSpace')}
          {!state.latched && (
            <>
              {' · '}
              <kbd>W</kbd> {t('voice.latch')}
            </>
          )}
        </span>
      </button>
      <LevelBar read={readLevel} label={t('voice.level')} />
      <div className={styles['who']} data-door={door.is}>
        <p>{state.refusal ?? words(door)}</p>
        <Remedy door={door} openPanel={openPanel} />
      </div>
    </section>
  );
}

function Remedy({ door, openPanel }: { readonly door: WhisperDoor; readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const { session } = useLiveView();
  const { inPlay } = session;
  if (door.is === 'open') return null;
  switch (door.why) {
    case 'check-needed':
    case 'check-failed':
      return remedy(t('voice.fix.override'), () => openPanel({ is: 'override', device: door.device }));
    case 'on-someone-else':
    case 'nobody-wears':
      return remedy(t('voice.fix.wearer'), () => openPanel({ is: 'people' }));
    case 'no-earphones':
      return inPlay && remedy(t('voice.fix.pair'), () => openPanel({ is: 'pair', caregiverId: inPlay }));
    default:
      return null;
  }
}

function remedy(words: string, act: () => void) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={act}>
      {words}
    </Button>
  );
}
