import { useTranslation } from 'react-i18next';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { findLevel } from '#shared/domain/programs/level.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import { nameOf, useFamilyScreen } from './FamilyScreen.tsx';

/** Returns a function that describes any fact of a family's record in one line. */
export function useEntryWords(): (fact: FamilyFact) => string {
  const { t } = useTranslation('families');
  const screen = useFamilyScreen();
  const { course, program } = screen;
  const day = (on: string) => formatDate(on);
  const who = (caregiverId: string | null) => nameOf(screen, caregiverId) ?? t('record.everyone');
  const yesNo = (yes: boolean) => t(yes ? 'record.yes' : 'record.no');
  const textOf = (entryId: string): string => {
    const fact = course.history.find(({ entry }) => 'entryId' in entry && entry.entryId === entryId);
    if (fact === undefined) return '';
    if (fact.entry.type === 'problem.name') return fact.entry.text;
    return fact.entry.type === 'objective.set' ? fact.entry.words : say(fact);
  };

  function say({ entry }: FamilyFact): string {
    switch (entry.type) {
      case 'course.open':
        return t('record.entries.course.open', { program: program.name, version: entry.programVersion });
      case 'stage.enter': {
        const stage = program.course.find(({ id }) => id === entry.stage)?.name ?? entry.stage;
        const words = { stage, who: who(entry.caregiverId), reason: entry.override?.reason ?? '' };
        return t(entry.override === null ? 'record.entries.stage.enter' : 'record.entries.stage.override', words);
      }
      case 'course.pause':
        return t('record.entries.course.pause', { reason: entry.reason });
      case 'course.resume':
        return t('record.entries.course.resume');
      case 'course.drop': {
        const reasons = [...new Set([...entry.byCaregiver, ...entry.byClinician])].map((why) =>
          t(`dropReasons.${why}`),
        );
        return t('record.entries.course.drop', { reasons: [...reasons, entry.note].filter(Boolean).join('; ') });
      }
      case 'course.graduate':
        return entry.override === null
          ? t('record.entries.course.graduate')
          : t('record.entries.course.graduateOverride', { reason: entry.override.reason });
      case 'measure.record': {
        const measure = program.measures.find(({ id }) => id === entry.measureId)?.name ?? entry.measureId;
        const whose = nameOf(screen, entry.caregiverId) ?? t('measures.family');
        return t('record.entries.measure', { measure, total: entry.total, who: whose, on: day(entry.on) });
      }
      case 'practice.log':
        return t('record.entries.practice', { who: who(entry.caregiverId), on: day(entry.on), count: entry.minutes });
      case 'problem.name':
        return t('record.entries.problem.name', { text: entry.text });
      case 'problem.rate':
        return t('record.entries.problem.rate', {
          rating: entry.rating,
          on: day(entry.on),
          text: textOf(entry.problem),
        });
      case 'objective.set':
        return t('record.entries.objective.set', { who: who(entry.caregiverId), text: entry.words });
      case 'objective.close':
        return t(`record.entries.objective.${entry.how}`, { text: textOf(entry.objective) });
      case 'confidence.judge':
        return t(`record.entries.confidence.${entry.confident ? 'yes' : 'no'}`, { who: who(entry.caregiverId) });
      case 'time-out.agree':
        return t('record.entries.timeOut', {
          backup: t(`agreements.backup.${entry.backup}`),
          houseRules: yesNo(entry.houseRules),
        });
      case 'level.set': {
        const level = findLevel(program, entry.level)?.name ?? t('levels.none');
        const words = { level, reason: entry.override?.reason ?? '' };
        return t(entry.override === null ? 'record.entries.level.set' : 'record.entries.level.override', words);
      }
      case 'time-out.contraindicate':
        return t('record.entries.contraindicated', { reason: entry.reason });
      case 'time-out.allow':
        return t('record.entries.allowed', { reason: entry.reason });
      case 'guardians.name': {
        const names = entry.caregivers.map(who).join(', ');
        return names === '' ? t('record.entries.guardians.none') : t('record.entries.guardians.set', { who: names });
      }
      case 'consent.answer': {
        const name = who(entry.saidBy);
        return t(`record.entries.consent.${entry.answer}`, {
          purpose: t(`record.entries.consent.purpose.${entry.purpose}`),
          who: entry.about === 'child' ? t('record.entries.consent.forChild', { who: name }) : name,
          until: entry.until === null ? '' : day(entry.until),
        });
      }
      case 'session.miss':
        return t('record.entries.miss', { on: day(entry.on), why: entry.why }).trim();
      case 'entry.withdraw':
        return t('record.entries.withdraw', { what: textOf(entry.entry), reason: entry.reason });
    }
  }
  return say;
}
