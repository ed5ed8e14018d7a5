import { IconCheck, IconEar, IconHeadphones, IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { Answers } from '#client/ui/calm/Answers.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useRunning, useStore } from '../FamilyContext.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { WearerChoice } from '../WearerChoice.tsx';
import css from './EarCheck.module.css';
import type { EarCheckOutcome } from './earCheckRun.ts';

const ICON_SIZE = 48;

/** Guides through the ear check, one question at a time. */
export function EarCheck({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('family');
  const { earCheck } = useRunning();
  const step = useStore(earCheck);
  const view = useFamilyView();
  const play = () => void earCheck.play();

  switch (step.at) {
    case 'ready':
      return (
        <Saying
          icon={<IconHeadphones size={ICON_SIZE} />}
          title={t('earCheck.ready.title')}
          text={t('earCheck.ready.text')}
        >
          <WearerChoice />
          {view.wearer === undefined ? null : (
            <BigButton look="main" onPress={play}>
              {t('earCheck.play')}
            </BigButton>
          )}
          <Later onPress={onDone} />
        </Saying>
      );
    case 'playing':
      return (
        <Saying
          icon={<IconVolume size={ICON_SIZE} />}
          title={t('earCheck.playing.title')}
          text={t('earCheck.playing.text')}
        />
      );
    case 'asking':
      return (
        <Saying icon={<IconEar size={ICON_SIZE} />} title={t('earCheck.asking.title')} text={t('earCheck.asking.text')}>
          <Answers>
            <BigButton look="main" onPress={() => void earCheck.answer(true)}>
              {t('earCheck.yes')}
            </BigButton>
            <BigButton onPress={() => void earCheck.answer(false)}>{t('earCheck.no')}</BigButton>
          </Answers>
          <BigButton look="quiet" onPress={play}>
            {t('earCheck.playAgain')}
          </BigButton>
        </Saying>
      );
    case 'judging':
      return <Saying title={t('earCheck.judging.title')} text={t('earCheck.judging.text')} />;
    case 'stuck': {
      const why = step.why === 'no-sound' ? 'noSound' : 'noAnswer';
      return (
        <Saying title={t(`earCheck.${why}.title`)} text={t(`earCheck.${why}.text`)}>
          <BigButton look="main" onPress={play}>
            {t('earCheck.again')}
          </BigButton>
          <Later onPress={onDone} />
          <CallClinic />
        </Saying>
      );
    }
    case 'done':
      return <EarCheckResult outcome={step.outcome} onAgain={play} onDone={onDone} />;
  }
}

type ResultProps = {
  readonly outcome: EarCheckOutcome;
  readonly onAgain: () => void;
  readonly onDone: () => void;
};

function EarCheckResult({ outcome, onAgain, onDone }: ResultProps) {
  const { t } = useTranslation('family');
  const { coach } = useFamilyView();
  if (outcome === 'passed') {
    return (
      <Saying
        icon={
          <span className={css['passed']}>
            <IconCheck size={ICON_SIZE} stroke={2.5} />
          </span>
        }
        title={t('earCheck.passed.title')}
        text={t('earCheck.passed.text', { coach })}
      >
        <BigButton look="main" onPress={onDone}>
          {t('earCheck.done')}
        </BigButton>
      </Saying>
    );
  }
  const words = ({ leaked: 'leaked', 'not-heard': 'notHeard', 'not-measured': 'notMeasured' } as const)[outcome];
  return (
    <Saying title={t(`earCheck.${words}.title`)} text={t(`earCheck.${words}.text`, { coach })}>
      {outcome === 'not-heard' ? <NotHeardHelp /> : null}
      <BigButton look="main" onPress={onAgain}>
        {t('earCheck.again')}
      </BigButton>
      <Later onPress={onDone} />
      <CallClinic />
    </Saying>
  );
}

function NotHeardHelp() {
  const { t } = useTranslation('family');
  return (
    <ul className="bulleted">
      <li>{t('earCheck.notHeardHelp.volume')}</li>
      <li>{t('earCheck.notHeardHelp.plug')}</li>
      <li>{t('earCheck.notHeardHelp.device')}</li>
    </ul>
  );
}

function Later({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation('family');
  return (
    <BigButton look="quiet" onPress={onPress}>
      {t('earCheck.later')}
    </BigButton>
  );
}
