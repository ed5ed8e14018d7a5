import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answers } from '#client/ui/calm/Answers.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { RECORDING_PURPOSES, type RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { useFamilyView } from '../FamilyContext.tsx';
import { FAMILY_TRACKS, type FamilyTrack } from './familyConsent.ts';
import css from './RecordingQuestion.module.css';
import { useFamilyConsent } from './useFamilyConsent.ts';

type Step = 'who' | FamilyTrack | 'purposes' | 'thanks';

/** Each question gets the focus: it is read aloud, and a key that is still held answers nothing. */
const takeFocus = (question: HTMLElement | null) => question?.focus();

/**
 * Asks separately whether picture and sound may be recorded, and for what; “no” is as large as “yes”. A no is sent
 * immediately, a yes only with its purposes, so that leaving in between agrees to nothing. Rule RCD2.
 */
export function RecordingQuestion({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('recording');
  const { caregivers, give, withdraw, isBusy, hasFailed, refusal } = useFamilyConsent();
  const [first] = caregivers;
  const [who, setWho] = useState<CaregiverId | undefined>(caregivers.length === 1 ? first?.caregiverId : undefined);
  const [step, setStep] = useState<Step>(who === undefined ? 'who' : 'room-video');
  const [yes, setYes] = useState<readonly FamilyTrack[]>([]);

  const said = yes.length > 0 ? 'yes' : 'no';

  async function answer(track: FamilyTrack, isYes: boolean) {
    if (!isYes && !(await withdraw([track], who))) return;
    const agreed = isYes ? [...yes, track] : yes;
    setYes(agreed);
    const next = FAMILY_TRACKS[FAMILY_TRACKS.indexOf(track) + 1];
    setStep(next ?? (agreed.length > 0 ? 'purposes' : 'thanks'));
  }
  async function agree(purposes: readonly RecordingPurpose[]) {
    for (const track of yes) {
      if (!(await give(track, who ?? null, purposes))) return;
    }
    setStep('thanks');
  }

  return (
    <div className={css['question']}>
      <div key={step} ref={takeFocus} className={css['step']} tabIndex={-1} role="group" aria-label={titleOf(step)}>
        {body()}
      </div>
      {hasFailed ? <p role="alert">{refusal ?? t('ask.failed')}</p> : null}
      {step === 'thanks' ? null : (
        <BigButton look="quiet" onPress={onClose}>
          {t('ask.later')}
        </BigButton>
      )}
    </div>
  );

  function titleOf(shown: Step) {
    return shown === 'thanks' ? t(`ask.thanks.${said}.title`) : t(`ask.${shown}.title`);
  }
  function body() {
    switch (step) {
      case 'who':
        return (
          <Saying title={t('ask.who.title')} text={t('ask.who.text')}>
            <Answers>
              {caregivers.map(({ caregiverId, name }) => (
                <BigButton
                  key={caregiverId}
                  onPress={() => {
                    setWho(caregiverId);
                    setStep('room-video');
                  }}
                >
                  {name}
                </BigButton>
              ))}
            </Answers>
          </Saying>
        );
      case 'room-video':
      case 'room-audio':
        return (
          <Saying title={t(`ask.${step}.title`)} text={t(`ask.${step}.text`)}>
            <Answers>
              <BigButton isBusy={isBusy} onPress={() => void answer(step, true)}>
                {t(`ask.${step}.yes`)}
              </BigButton>
              <BigButton isBusy={isBusy} onPress={() => void answer(step, false)}>
                {t(`ask.${step}.no`)}
              </BigButton>
            </Answers>
          </Saying>
        );
      case 'purposes':
        return <Purposes isBusy={isBusy} onDone={(purposes) => void agree(purposes)} />;
      case 'thanks':
        return (
          <Saying title={t(`ask.thanks.${said}.title`)} text={t(`ask.thanks.${said}.text`)}>
            <BigButton look="main" onPress={onClose}>
              {t('ask.back')}
            </BigButton>
          </Saying>
        );
    }
  }
}

type PurposesProps = { readonly isBusy: boolean; readonly onDone: (purposes: readonly RecordingPurpose[]) => void };

/** Nothing is preselected, and consent needs at least one purpose. */
function Purposes({ isBusy, onDone }: PurposesProps) {
  const { t } = useTranslation('recording');
  const { coach } = useFamilyView();
  const [chosen, setChosen] = useState<readonly RecordingPurpose[]>([]);
  const toggle = (purpose: RecordingPurpose) =>
    setChosen(chosen.includes(purpose) ? chosen.filter((one) => one !== purpose) : [...chosen, purpose]);
  return (
    <Saying title={t('ask.purposes.title')} text={t('ask.purposes.text')}>
      <Answers label={t('ask.purposes.title')}>
        {RECORDING_PURPOSES.map((purpose) => (
          <BigButton key={purpose} isPressed={chosen.includes(purpose)} onPress={() => toggle(purpose)}>
            {t(`ask.purpose.${purpose}`, { coach })}
          </BigButton>
        ))}
      </Answers>
      <BigButton look="main" isBusy={isBusy || chosen.length === 0} onPress={() => onDone(chosen)}>
        {t('ask.purposes.done')}
      </BigButton>
    </Saying>
  );
}
