import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { EarCheck } from '../ear-check/EarCheck.tsx';
import { useFamilyView, useRunning, useScene, useStore } from '../FamilyContext.tsx';
import { earStatement } from '../familyStatements.ts';
import { HelpPage } from '../help/HelpPage.tsx';
import { StopButtons } from '../help/StopButtons.tsx';
import { NotSoundingNote } from '../NotSoundingNote.tsx';
import { PromptPanel } from '../PromptPanel.tsx';
import { RecordingLine } from '../recording/RecordingLine.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { Volume } from '../Volume.tsx';
import { WearerChoice } from '../WearerChoice.tsx';
import css from './Ear.module.css';
import { EarHelp } from './EarHelp.tsx';
import { EarSign } from './EarSign.tsx';

type Page = 'listening' | 'check' | 'hearing' | 'settings' | 'help';

/** The phone as an ear: dark, still, with one large line. It only receives. */
export function Ear() {
  const [page, setPage] = useState<Page>('listening');
  const { earCheck, prompts } = useRunning();
  const { phase } = useFamilyView();
  const hasPrompt = useStore(prompts) !== undefined;

  function check() {
    earCheck.reset();
    setPage('check');
  }
  const back = () => setPage('listening');
  const mustListen = page !== 'help' && (hasPrompt || phase === 'closed' || (phase === 'coding' && page !== 'hearing'));
  const shown = mustListen ? 'listening' : page;

  return (
    <CalmPage isDark>
      <div className={css['ear']}>
        <header className={css['line']}>
          <RecordingLine onChange={undefined} />
        </header>
        {shown === 'listening' ? <EarInSession onCheck={check} onPage={setPage} /> : null}
        {shown === 'check' ? <EarCheck onDone={back} /> : null}
        {shown === 'hearing' ? <EarHelp onTone={check} onBack={back} /> : null}
        {shown === 'help' ? <HelpPage onBack={back} /> : null}
        {shown === 'settings' ? <Settings onBack={back} onCheck={check} /> : null}
      </div>
    </CalmPage>
  );
}

function EarInSession({ onCheck, onPage }: { readonly onCheck: () => void; readonly onPage: (page: Page) => void }) {
  const { t } = useTranslation('family');
  const { prompts } = useRunning();
  const prompt = useStore(prompts);
  const scene = useScene();
  const { view } = scene;
  const { coach } = view;
  const said = earStatement(scene);
  const moment = isUnconnected(said) ? 'notConnected' : said;
  const words = { coach, name: view.inPlay?.name ?? '' };
  const mayTend = view.isAdmitted && moment !== 'quiet' && moment !== 'closed' && moment !== 'notConnected';

  return (
    <>
      <div className={css['state']} role="status">
        {prompt && moment !== 'notConnected' ? (
          <PromptPanel prompt={prompt} />
        ) : (
          <>
            <EarSign moment={moment} />
            <Saying title={t(`ear.moment.${said}.title`, words)} text={t(`ear.moment.${said}.text`, words)} />
          </>
        )}
      </div>
      <div className={css['tools']}>
        <NotSoundingNote />
        {mayTend && view.earCheck.is !== 'passed' && view.earCheck.is !== 'overridden' ? (
          <BigButton look="main" onPress={onCheck}>
            {t('earCheck.start')}
          </BigButton>
        ) : null}
        {moment === 'closed' ? null : <Volume />}
        {moment === 'closed' ? null : <BigButton onPress={() => onPage('hearing')}>{t('ear.hearNothing')}</BigButton>}
        {(moment === 'notConnected' && said !== 'connecting') || moment === 'knockingAlone' ? <CallClinic /> : null}
        {mayTend ? (
          <BigButton look="quiet" onPress={() => onPage('settings')}>
            {t('ear.settings')}
          </BigButton>
        ) : null}
        {moment === 'closed' ? null : <StopButtons onHelp={() => onPage('help')} />}
      </div>
    </>
  );
}

function isUnconnected(said: ReturnType<typeof earStatement>) {
  return said === 'notConnectedOutside' || said === 'connecting' || said === 'unreached' || said === 'cannotSave';
}

function Settings({ onBack, onCheck }: { readonly onBack: () => void; readonly onCheck: () => void }) {
  const { t } = useTranslation('family');
  return (
    <Saying title={t('earphone.title')}>
      <WearerChoice />
      <BigButton onPress={onCheck}>{t('earphone.checkAgain')}</BigButton>
      <BigButton look="quiet" onPress={onBack}>
        {t('pair.back')}
      </BigButton>
    </Saying>
  );
}
