/** The limits from which a course needs a look. Rules STA1 to STA5. */
export const STALL_LIMITS = {
  /** More coaching sessions than this in one stage. */
  coachSessions: 8,
  /** This many coaching sessions in a row without one better than the best before them. */
  withoutGain: 3,
  /** This many missed sessions within this many days. */
  missed: 2,
  missedWithinDays: 42,
  /** Fewer days of practice than this in each of this many weeks. */
  practiceDays: 2,
  practiceWeeks: 2,
  /** This many days without a session or a diary entry. */
  silentDays: 14,
} as const;
