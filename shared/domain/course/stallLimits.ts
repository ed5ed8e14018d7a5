/** A course needs attention at these limits. Rules STA1 to STA5. */
export const STALL_LIMITS = {
  /** One stage has more coaching sessions than this. */
  coachSessions: 8,
  /** None of this many coaching sessions in a row was better than the best one before them. */
  withoutGain: 3,
  /** This many sessions were missed within this many days. */
  missed: 2,
  missedWithinDays: 42,
  /** Each of this many weeks had fewer days of practice than this. */
  practiceDays: 2,
  practiceWeeks: 2,
  /** This many days passed without a session or a diary entry. */
  silentDays: 14,
} as const;
