/** From where on a course is looked at by a supervisor. Rules STA1 to STA5. */
export const STALL_LIMITS = {
  /** More coaching sessions of one stage than this. */
  coachSessions: 8,
  /** So many coaching sessions in a row, none of which was better than the best before them. */
  withoutGain: 3,
  /** So many missed sessions within so many days. */
  missed: 2,
  missedWithinDays: 42,
  /** Fewer days of practice than this in each of so many weeks. */
  practiceDays: 2,
  practiceWeeks: 2,
  /** So many days without a session or a day in the diary. */
  silentDays: 14,
} as const;
