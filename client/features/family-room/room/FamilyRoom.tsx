import { IconHeadphones } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useLiveView, useRunning, useScene, useStore } from '../FamilyContext.tsx';
import { roomStatement } from '../familyStatements.ts';
import { Picture } from '../Picture.tsx';
import { roomMoment } from '../phaseWords.ts';
import { NotSoundingNote } from '../NotSoundingNote.tsx';
import { PromptPanel } from '../PromptPanel.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { HelpPage } from '../help/HelpPage.tsx';
import { StopButtons } from '../help/StopButtons.tsx';
import { Company } from './Company.tsx';
import { EarCheckOffer } from './EarCheckOffer.tsx';
import { RecordingOffer } from '../recording/RecordingOffer.tsx';
import { RecordingPage } from '../recording/RecordingPage.tsx';
import { type EarphoneTopic, EarphonePage } from './EarphonePage.tsx';
import css from './FamilyRoom.module.css';
import { StatusLine } from './StatusLine.tsx';
import { TurnChange } from './TurnChange.tsx';
import { TurnedOff } from './TurnedOff.tsx';
import { Unplugged } from './Unplugged.tsx';
import { Waiting } from './Waiting.tsx';

/** The family's screen in the room. It says one thing at a time: what matters most now. */
export function FamilyRoom() {
  const { t } = useTranslation('family');
  const [matter, setMatter] = useState<EarphoneTopic | 'recording' | 'help'>();
  const close = useCallback(() => setMatter(undefined), []);
  const prompt = useStore(useRunning().prompts);
  const { connection } = useLiveView();
  const { isAdmitted, phase } = useFamilyView();
  const mayOpen = isAdmitted && phase !== 'coding' && phase !== 'closed' && connection === 'live';

  return (
    <div className={css['room']}>
      <StatusLine onRecording={mayOpen && matter !== 'recording' ? () => setMatter('recording') : undefined} />
      <main className={css['middle']}>
        {matter === 'help' ? (
          <HelpPage onBack={close} />
        ) : prompt && connection === 'live' ? (
          <PromptPanel prompt={prompt} />
        ) : matter === 'recording' && mayOpen ? (
          <RecordingPage onClose={close} />
        ) : matter !== undefined && matter !== 'recording' && mayOpen ? (
          <EarphonePage startWith={matter} onClose={close} />
        ) : (
          <Middle onOpen={setMatter} />
        )}
      </main>
      <footer className={css['foot']}>
        {isAdmitted ? <Company /> : null}
        <div className={css['corner']}>
          <StopButtons onHelp={() => setMatter('help')} />
          {mayOpen && !matter ? (
            <BigButton look="corner" icon={<IconHeadphones size={26} />} onPress={() => setMatter('choices')}>
              {t('earphone.open')}
            </BigButton>
          ) : null}
        </div>
      </footer>
      <Announcement />
    </div>
  );
}

function Middle({ onOpen }: { readonly onOpen: (matter: EarphoneTopic | 'recording') => void }) {
  const { t } = useTranslation('family');
  const { media, earCheck } = useRunning();
  const { coachCamera, isOff, stopped } = useStore(media);
  const scene = useScene();
  const { view, connection, hasJoined, opening, standing } = scene;

  if (connection === 'lost') {
    const lost = roomStatement(scene) === 'lost' ? 'lost' : 'lostOutside';
    return (
      <Saying title={t(`${lost}.title`)} text={t(`${lost}.text`)}>
        <CallClinic />
      </Saying>
    );
  }
  if (!hasJoined) {
    const key = opening === 'soon' ? 'connecting' : (`notOpen.${opening}` as const);
    return (
      <Saying title={t(`${key}.title`)} text={t(`${key}.text`)}>
        {opening === 'soon' ? null : <CallClinic />}
      </Saying>
    );
  }
  if (isOff) return <TurnedOff />;
  if (stopped.length > 0) return <Unplugged stopped={stopped} />;
  if (!view.isAdmitted) return <Waiting />;

  function checkEarphone() {
    earCheck.reset();
    onOpen('check');
  }

  const moment = roomMoment(view, standing === 'mending');
  const { coach, task = '' } = view;
  const words = { coach, task };
  return (
    <div className={`${css['moment'] ?? ''} ${coachCamera ? '' : (css['alone'] ?? '')}`}>
      {coachCamera ? (
        <Picture className={css['coach']} track={coachCamera} label={t('company.coachPicture', { coach })} />
      ) : null}
      <Saying title={t(`moment.${moment}.title`, words)} text={t(`moment.${moment}.text`, words)}>
        <TurnChange />
        <NotSoundingNote />
        <EarCheckOffer onCheck={checkEarphone} onPair={() => onOpen('pair')} />
        <RecordingOffer onAnswer={() => onOpen('recording')} />
      </Saying>
    </div>
  );
}

/** Announces each change of phase and each prompt once to screen readers. */
function Announcement() {
  const { t } = useTranslation('family');
  const { prompts } = useRunning();
  const prompt = useStore(prompts);
  const scene = useScene();
  const { view, connection, hasJoined, opening, standing } = scene;
  const words = { coach: view.coach, task: view.task ?? '' };
  const moment = roomMoment(view, standing === 'mending');
  const phase = view.isAdmitted ? `${t(`moment.${moment}.title`, words)} ${t(`moment.${moment}.text`, words)}` : '';
  const how = roomStatement(scene) === 'lost' ? 'lost' : 'lostOutside';
  const lost = `${t(`${how}.title`)} ${t(`${how}.text`)}`;
  if (!hasJoined && opening !== 'soon') {
    return <LiveRegion>{`${t(`notOpen.${opening}.title`)} ${t(`notOpen.${opening}.text`)}`}</LiveRegion>;
  }
  return <LiveRegion>{connection === 'lost' ? lost : (prompt?.text ?? phase)}</LiveRegion>;
}
