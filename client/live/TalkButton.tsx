import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelBar } from '#client/ui/LevelBar.tsx';
import { useKeyLabel } from './keys/keySettings.ts';
import { useLiveParts, useVoice, useVoiceHealth } from './LiveContext.tsx';
import { MicrophoneTrouble } from './MicrophoneTrouble.tsx';
import styles from './TalkButton.module.css';

type TalkButtonProps = {
  /** Whether one's voice would reach somebody now. */
  readonly status: 'open' | 'shut';
  readonly closedTitle: string;
  readonly openTitle: string;
  /** Who hears it, or would if it were open, or why nobody does. */
  readonly who: (isOpen: boolean) => string;
  /** What can be done if the voice cannot be opened. */
  readonly remedy?: ReactNode;
};

/** One's own voice: held to speak or kept open, its level, and who hears it. */
export function TalkButton({ status, closedTitle, openTitle, who, remedy }: TalkButtonProps) {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  const { voice, media } = useLiveParts();
  const state = useVoice();
  const health = useVoiceHealth();
  const readLevel = useCallback(() => media.ownVoice.level(), [media]);
  const isOpen = state.is === 'open';
  const isHeard = status === 'open' && health === 'sound';
  const Sign = isOpen ? IconMicrophone : IconMicrophoneOff;
  const titles = { closed: closedTitle, opening: t('voice.opening'), open: spoken(openTitle) };
  return (
    <section className={styles['whisper']} aria-label={t('voice.label')}>
      <button
        type="button"
        className={styles['talk']}
        data-voice={state.is}
        data-reach={status}
        aria-disabled={status === 'shut'}
        aria-pressed={isOpen}
        aria-keyshortcuts={`Space ${keyOf('w')}`}
        onPointerDown={(event) => {
          if (event.button !== 0 || status === 'shut') return;
          event.currentTarget.setPointerCapture(event.pointerId);
          voice.hold();
        }}
        onPointerUp={voice.release}
        onPointerCancel={voice.release}
        onClick={(event) => {
          if (event.detail === 0 && (status === 'open' || isOpen)) voice.latch();
        }}
        onContextMenu={(event) => event.preventDefault()}
      >
        <span className={styles['title']}>{titles[state.is]}</span>
        <span className={styles['hint']}>
          {state.latched ? (
            t('voice.latched', { key: keyOf('w') })
          ) : (
            <>
              {t('voice.holdSpace')} · <kbd>{keyOf('w')}</kbd> {t('voice.latch')}
            </>
          )}
        </span>
      </button>
      <div className={styles['level']} data-open={isOpen}>
        <LevelBar read={readLevel} label={t('voice.level')} />
      </div>
      <div className={styles['who']} data-reach={status}>
        <p>
          <strong className={styles['mic']} data-open={isOpen}>
            <Sign size={16} stroke={1.75} aria-hidden />
            {t(`voice.mic.${micStatement(isOpen, isHeard)}`)}
          </strong>
          <span>{state.refusal ?? who(isOpen)}</span>
        </p>
        {remedy}
        <MicrophoneTrouble health={health} />
      </div>
    </section>
  );

  /** Nobody hears a voice that is not sent or cannot be opened. */
  function spoken(title: string): string {
    if (status === 'shut') return t('voice.unheard');
    if (health === 'silence') return t('voice.silent');
    return health === 'sound' ? title : t('voice.notSent');
  }
}

/** Whether one's own microphone is open, and whether anybody hears it. */
function micStatement(isOpen: boolean, isHeard: boolean): 'shut' | 'heard' | 'unheard' {
  if (!isOpen) return 'shut';
  return isHeard ? 'heard' : 'unheard';
}
