import { IconVideoFilled, IconVideoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tracksBeingRecorded } from '#shared/session/recording/recordingState.ts';
import { recordingStatus } from '#shared/session/recording/recordingStatus.ts';
import { useFamilyView, useLiveView } from '../FamilyContext.tsx';
import type { FamilyConsent } from './familyConsent.ts';
import css from './RecordingLine.module.css';
import { useFamilyConsent } from './useFamilyConsent.ts';

type Props = {
  /** Opens the question again. Undefined if there is no room for it now. */
  readonly onChange: (() => void) | undefined;
};

/** Whether the family is being recorded, and a button that always stops it at once. Rules RCD2, RCD3. */
export function RecordingLine({ onChange }: Props) {
  const { t } = useTranslation('family');
  const { isAdmitted } = useFamilyView();
  const { connection } = useLiveView();
  const { consents, speaker, give, withdraw, isBusy, hasFailed, refusal } = useFamilyConsent();
  const [stopped, setStopped] = useState<readonly FamilyConsent[]>([]);
  const { words, isOn } = useLineWords();
  const Sign = isOn ? IconVideoFilled : IconVideoOff;
  const hasStopped = stopped.length > 0 && consents.length === 0;

  async function stop() {
    const standing = consents;
    const tracks = new Set(standing.map(({ track }) => track));
    if (await withdraw([...tracks])) setStopped(standing);
  }
  async function allowAgain() {
    for (const { track, purposes } of stopped) {
      if (!(await give(track, speaker, purposes))) return;
    }
    setStopped([]);
  }

  return (
    <section className={css['recording']} aria-label={t('recording.label')}>
      <span className={css['sign']} aria-live="polite">
        <Sign className={css['camera']} data-on={isOn} size={20} stroke={1.75} aria-hidden />
        {hasStopped && !isOn && connection === 'live' ? t('recording.stopped') : words}
      </span>
      {hasFailed ? <span role="alert">{refusal ?? t('recording.failed')}</span> : null}
      {button()}
    </section>
  );

  function button() {
    // Hidden while a press could not get through; nothing of this device is sent then.
    if (!isAdmitted || connection !== 'live') return null;
    if (consents.length > 0) return press(isOn ? 'stop' : 'doNot', () => void stop());
    if (hasStopped) return press('again', () => void allowAgain());
    return onChange ? press('change', onChange) : null;
  }
  function press(does: 'stop' | 'doNot' | 'again' | 'change', onPress: () => void) {
    return (
      <button type="button" className={css['press']} disabled={isBusy} onClick={onPress}>
        {t(`recording.${does}`)}
      </button>
    );
  }
}

/** What the sign says. A device that was not let in does not know the consent, so it goes by what is being recorded. */
function useLineWords() {
  const { t, i18n } = useTranslation('family');
  const { session, connection } = useLiveView();
  const { coach, isAdmitted, kind } = useFamilyView();
  // An ear sends nothing: the room may be recorded while the ear is cut off.
  if (connection !== 'live')
    return { isOn: false, words: t(kind === 'ear' ? 'recording.unknown' : 'recording.unsent') };
  const status = recordingStatus(session);
  const running = [...tracksBeingRecorded(session.recording)];
  if (running.length > 0 && (status.is === 'recording' || !isAdmitted)) {
    const list = new Intl.ListFormat(i18n.language);
    const reached = status.is === 'recording' ? status.tracks : running;
    const tracks = list.format(reached.map((track) => t(`recording.track.${track}`, { coach })));
    return { isOn: true, words: t('recording.recorded', { tracks }) };
  }
  if (status.is === 'stopping') return { isOn: true, words: t('recording.stopping') };
  if (status.is === 'nothing-agreed' || status.is === 'over') return { isOn: false, words: t('recording.not') };
  return { isOn: false, words: t(status.is === 'held' ? 'recording.paused' : 'recording.notNow') };
}
