import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContraindicationWords } from '#client/live/safety/ContraindicationWords.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import type { CaregiverCourse } from '#shared/course/courseView.ts';
import { useHouseRulesLater } from '../useHouseRulesLater.ts';
import { ContraindicationDialog } from '../dialogs/ContraindicationDialog.tsx';
import { TimeOutDialog } from '../dialogs/TimeOutDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { EntryButton } from './EntryButton.tsx';
import { Section } from './Section.tsx';
import css from './Section.module.css';

/** What the clinician judges and signs: each caregiver's confidence, and the time-out agreement. */
export function AgreementsSection() {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  return (
    <Section id="agreements" title={t('agreements.title')}>
      <h3 className={css['subtitle']}>{t('agreements.confidence')}</h3>
      <p className={css['text']}>{t('agreements.confidenceLead')}</p>
      <ul className="rows">
        {course.caregivers.map((caregiver) => (
          <Confidence key={caregiver.caregiverId} caregiver={caregiver} />
        ))}
      </ul>
      {program.phases.some(({ sequence }) => sequence !== undefined) && <TimeOut />}
    </Section>
  );
}

function Confidence({ caregiver: { caregiverId, name, confident } }: { readonly caregiver: CaregiverCourse }) {
  const { t } = useTranslation('families');
  const { mayWrite } = useFamilyScreen();
  const says = confident === undefined ? 'agreements.unjudged' : confident ? 'agreements.saidYes' : 'agreements.saidNo';
  return (
    <ListRow
      end={
        mayWrite && (
          <div className="actions" role="group" aria-label={`${t('agreements.confidence')} ${name}`}>
            {[true, false].map((yes) => (
              <EntryButton
                key={String(yes)}
                size="sm"
                variant={confident === yes ? 'filled' : 'default'}
                pressed={confident === yes}
                entry={{ type: 'confidence.judge', caregiverId, confident: yes }}
                label={`${t(yes ? 'agreements.confident' : 'agreements.notConfident')}: ${name}`}
              >
                {t(yes ? 'agreements.confident' : 'agreements.notConfident')}
              </EntryButton>
            ))}
          </div>
        )
      }
    >
      <p className="strong">{name}</p>
      <p className="quiet small">{t(says, { name })}</p>
    </ListRow>
  );
}

function TimeOut() {
  const { t } = useTranslation('families');
  const { course, mayWrite } = useFamilyScreen();
  const [open, setOpen] = useState<'agreement' | 'contraindicate' | 'allow'>();
  const { backup, houseRules, signedBy, contraindicated } = course.timeOut;
  const rulesLater = useHouseRulesLater();
  const close = () => setOpen(undefined);
  return (
    <>
      <h3 className={css['subtitle']}>{t('agreements.timeOut')}</h3>
      {contraindicated && <ContraindicationWords is={contraindicated} />}
      <p className={css['text']}>{t('agreements.timeOutLead')}</p>
      <ul className="rows">
        <ListRow
          end={
            <span className="quiet small">
              {signedBy === null ? t('agreements.unsigned') : t('agreements.signed', { name: signedBy })}
            </span>
          }
        >
          <p className="strong">{t(`agreements.backup.${backup}`)}</p>
          <p>{t(`agreements.backupMeans.${backup}`)}</p>
        </ListRow>
        <ListRow>
          <p className="strong">{t('agreements.houseRules')}</p>
          <p>{t(houseRules ? 'agreements.houseRulesOn' : 'agreements.houseRulesOff')}</p>
          {rulesLater && <p className="quiet small">{rulesLater}</p>}
        </ListRow>
      </ul>
      {mayWrite && (
        <div className={`actions ${css['after'] ?? ''}`}>
          <Button variant="default" size="sm" onClick={() => setOpen('agreement')}>
            {t('agreements.change')}
          </Button>
          <Button
            variant="default"
            size="sm"
            onClick={() => setOpen(contraindicated === null ? 'contraindicate' : 'allow')}
          >
            {t(contraindicated === null ? 'agreements.contraindicate' : 'agreements.allow')}
          </Button>
        </div>
      )}
      {open === 'agreement' && <TimeOutDialog onClose={close} />}
      {(open === 'contraindicate' || open === 'allow') && <ContraindicationDialog does={open} onClose={close} />}
    </>
  );
}
